import type { Role } from '../policy/roles.ts';

/** Records that stand beside an order and never move its spine: they open or close its doors. */
export const sideRecordKinds = ['change', 'return', 'hold', 'communication', 'complaint', 'survey'] as const;
export type SideRecordKind = (typeof sideRecordKinds)[number];

/** One door of a record's life; the shape of core/order/transitions.ts, for records with statuses of their own. */
export interface RecordTransition<Status extends string, Command extends string> {
  /** Row of the design's lifecycle table, and a number within it. */
  readonly row: string;
  readonly command: Command;
  /** 'none' = there is no such record yet. */
  readonly from: readonly (Status | 'none')[];
  /** Several when what is still missing decides; 'same' = it stays. */
  readonly to: readonly Status[] | 'same';
  readonly roles: readonly Role[];
  readonly reasonRequired: boolean;
  /** The guard in words. */
  readonly guard: string;
}

/**
 * A record's whole life as data: its doors, its refusals, docs/record-lifecycles.md and its tests read this. Words of a
 * status: terms `recordStatus.<kind>.<status>`.
 */
export interface RecordLifecycle<Status extends string, Command extends string> {
  readonly kind: SideRecordKind;
  readonly statuses: readonly Status[];
  readonly transitions: readonly RecordTransition<Status, Command>[];
}
