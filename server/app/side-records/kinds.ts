import { changeLifecycle } from '../../../core/change/transitions.ts';
import { holdLifecycle } from '../../../core/hold/transitions.ts';
import type { RecordLifecycle } from '../../../core/record/lifecycle.ts';
import { type RecordAction, recordActions } from '../../../core/record/record-actions.ts';
import type { StateOf } from '../../../core/record/registry.ts';
import { returnLifecycle } from '../../../core/return/transitions.ts';
import { communicationLifecycle } from '../../../core/service/communication/transitions.ts';
import { complaintLifecycle } from '../../../core/service/complaint/transitions.ts';
import { satisfactionLifecycle } from '../../../core/service/satisfaction/transitions.ts';
import { actorOf, type Caller } from '../company.ts';

/** Kinds of records that stand beside an order, as the store calls them. */
export const sideRecordKinds = ['change', 'return', 'hold', 'communication', 'complaint', 'survey'] as const;
export type SideRecordKind = (typeof sideRecordKinds)[number];

const lifecycles: Readonly<Record<SideRecordKind, RecordLifecycle<string, string>>> = {
  change: changeLifecycle,
  return: returnLifecycle,
  hold: holdLifecycle,
  communication: communicationLifecycle,
  complaint: complaintLifecycle,
  survey: satisfactionLifecycle,
};

/** What this caller can do with a record by its table. */
export const actionsFor = <Kind extends SideRecordKind>(
  kind: Kind,
  record: StateOf<Kind>,
  caller: Caller,
): readonly RecordAction<string>[] => recordActions(lifecycles[kind], record, actorOf(caller));
