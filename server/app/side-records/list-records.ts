import { holdItemOf } from '../../../core/hold/hold-item.ts';
import type { OrderNumber } from '../../../core/order/state.ts';
import { may } from '../../../core/policy/permissions.ts';
import { workingTimeOf } from '../../../core/policy/working-time.ts';
import { type SideRecordKind, sideRecordKinds } from '../../../core/record/lifecycle.ts';
import { recordActions } from '../../../core/record/record-actions.ts';
import type { StateOf } from '../../../core/record/registry.ts';
import { returnLifecycle } from '../../../core/return/transitions.ts';
import { complaintLifecycle } from '../../../core/service/complaint/transitions.ts';
import { surveyLifecycle } from '../../../core/service/survey/transitions.ts';
import type { SideRecordQuery } from '../../../core/wire/side-records/parts.ts';
import type { SideRecordSummary } from '../../../core/wire/side-records/summary.ts';
import type { RecordOf, RecordsByKind } from '../../ports.ts';
import { actorOf, type Caller } from '../company.ts';
import { waitsForCaller } from './change.ts';
import { maySee } from './complaint.ts';
import { summaryOf } from './summary.ts';

/** Records of one kind: late ones first, then by the day something is to be done, then newest first. */
export async function listRecords<Kind extends SideRecordKind>(
  caller: Caller,
  kind: Kind,
  { open, mine, limit = 100, ...where }: SideRecordQuery,
): Promise<{ records: readonly SideRecordSummary[]; total: number }> {
  const found = (await recordsWhere(caller, kind, where)).filter(({ state }) => isShown(kind, state, caller));
  const wanted = mine === 'true' ? found.filter(({ state }) => waitsFor[kind](state, caller)) : found;
  const all = wanted.map(({ state }) => summaryOf(kind, state, caller));
  const onlyOpen = open === 'true' || mine === 'true';
  const listed = all.filter((summary) => summary.open || !onlyOpen).toSorted(byUrgency);
  return { records: listed.slice(0, limit), total: listed.length };
}

/** All that points at one order, as far as this caller may see it; what lies on its customer is given with it. */
export const besideOrder = (
  records: Pick<RecordsByKind, SideRecordKind>,
  onCustomer: readonly RecordOf<'hold'>[],
  caller: Caller,
): readonly SideRecordSummary[] =>
  sideRecordKinds
    .flatMap((kind) => summariesOf(kind, records[kind], caller))
    .concat(summariesOf('hold', onCustomer, caller))
    .toSorted(byUrgency);

/** An array of one kind or another: which, TypeScript can't follow through a list of kinds. */
const summariesOf = (kind: SideRecordKind, records: readonly RecordOf<SideRecordKind>[], caller: Caller) =>
  records
    .filter(({ state }) => isShown(kind, state as StateOf<typeof kind>, caller))
    .map(({ state }) => summaryOf(kind, state as StateOf<typeof kind>, caller));

async function recordsWhere<Kind extends SideRecordKind>(
  { company: { store } }: Caller,
  kind: Kind,
  { order, customer }: Pick<SideRecordQuery, 'order' | 'customer'>,
): Promise<readonly RecordOf<Kind>[]> {
  const reader = store.read.records(kind);
  if (order !== undefined) return reader.ofOrder(order as OrderNumber);
  if (customer === undefined) return reader.all();
  const orders = await store.read.records('order').ofCustomers([customer]);
  const ofOrders = await Promise.all(orders.map(({ state }) => reader.ofOrder(state.number)));
  return [...new Set([...(await reader.ofCustomers([customer])), ...ofOrders.flat()])];
}

/** Complaints are for who handles them, and never for whom they are about. */
export function isShown<Kind extends SideRecordKind>(kind: Kind, state: StateOf<Kind>, caller: Caller): boolean {
  if (kind !== 'complaint') return true;
  return may(caller.user.roles, 'complaints.read') && maySee(state as StateOf<'complaint'>, caller);
}

/** Whether it waits for this caller. */
const waitsFor: { readonly [Kind in SideRecordKind]: (state: StateOf<Kind>, caller: Caller) => boolean } = {
  change: waitsForCaller,
  return: (state, caller) =>
    recordActions(returnLifecycle, state, actorOf(caller)).some(
      ({ command, allowed }) => allowed && command !== 'refuse-return' && command !== 'withdraw-return',
    ),
  hold: (state, { user, moment, policy, profile }) => {
    const item = holdItemOf(state, { at: moment.at, time: workingTimeOf(policy, profile.timeZone) });
    return item?.asked.some((role) => user.roles.includes(role)) ?? false;
  },
  communication: ({ logged }, { user }) => logged.by.userId === user.id,
  complaint: (state, caller) =>
    'handler' in state && state.handler !== undefined && state.status === 'in-hand'
      ? state.handler.userId === caller.user.id
      : recordActions(complaintLifecycle, state, actorOf(caller)).some(({ allowed }) => allowed),
  survey: (state, caller) => recordActions(surveyLifecycle, state, actorOf(caller)).some(({ allowed }) => allowed),
};

function byUrgency(a: SideRecordSummary, b: SideRecordSummary): number {
  if (a.late !== b.late) return a.late ? -1 : 1;
  // What nobody set a date for comes after what has one.
  const [untilA, untilB] = [a.until ?? '9', b.until ?? '9'];
  if (untilA !== untilB) return untilA < untilB ? -1 : 1;
  return a.since < b.since ? 1 : a.since > b.since ? -1 : 0;
}
