import type { OrderNumber, Stamp } from '../order/state.ts';
import type { Role } from '../policy/roles.ts';
import type { Instant, PlainDate } from '../value/date.ts';
import type { HoldReason } from './reasons.ts';

/** "HD-202611-00004". */
export type HoldNumber = string & { readonly holdNumber: true };

/** What a hold may keep from being done. Words: terms `heldAction.…`. */
export const heldActions = ['confirm', 'produce', 'purchase', 'ship', 'invoice', 'close'] as const;
export type HeldAction = (typeof heldActions)[number];

/** What it lies on; on a customer, on all his orders. */
export type HoldScope =
  | { readonly on: 'order'; readonly order: OrderNumber }
  | { readonly on: 'line'; readonly order: OrderNumber; readonly line: number }
  | { readonly on: 'customer'; readonly customerCode: string };

/**
 * A hold 挂起, or an exception 异常 (R46): one mechanism. An exception may block nothing and only be followed; it is
 * reported to its head, and fed back to customer and departments before it is over. What it is about is `raised.reason`.
 */
export interface HoldContent {
  readonly number: HoldNumber;
  readonly reason: HoldReason;
  readonly scope: HoldScope;
  readonly blocks: readonly HeldAction[];
  readonly raised: Stamp;
  /** Who has to see to it first; `escalations` may have moved it up. */
  readonly owner: Role;
  readonly deadline: Instant;
  readonly escalations: readonly Escalation[];
  readonly reported?: Report;
}
export interface Escalation {
  readonly to: Role;
  readonly deadline: Instant;
  readonly escalated: Stamp;
}
/** R46, R48: who was told, and the plan against being late. */
export interface Report {
  readonly to: string;
  readonly plan?: string;
  readonly reported: Stamp;
}
export interface Resolution {
  readonly resolution: {
    readonly what: string;
    /** What is done so that it doesn't come again (R57). */
    readonly lesson: string;
    readonly resolved: Stamp;
  };
  readonly fedBack?: FeedBack;
}
/** The customer and the departments know how it ended. */
export interface FeedBack {
  readonly on: PlainDate;
  readonly told: string;
  readonly fedBack: Stamp;
}

export type RaisedHold = HoldContent & { readonly status: 'raised' };
export type ReportedHold = HoldContent & { readonly status: 'reported' };
export type ResolvedHold = HoldContent & Resolution & { readonly status: 'resolved' };
export type ReleasedHold = HoldContent & Resolution & { readonly status: 'released'; readonly released: Stamp };

/** A hold as its events tell it. It blocks until it is released. */
export type Hold = RaisedHold | ReportedHold | ResolvedHold | ReleasedHold;
export type HoldStatus = Hold['status'];
