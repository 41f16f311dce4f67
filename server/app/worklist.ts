import { nextStepOf } from '../../core/order/next-step.ts';
import { owns } from '../../core/order/owner.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import { type OrderStatus, orderStatuses } from '../../core/order/status.ts';
import { type WorkItem, workItemsOf } from '../../core/order/work-item.ts';
import { workingTimeOf } from '../../core/policy/working-time.ts';
import type { OrderWithRecords } from '../ports.ts';
import { actorOf, type Caller } from './company.ts';
import { summaryOf } from './order-view.ts';

/** Statuses in which an order waits for somebody; archiving is done by the month, not order by order. */
const waiting: readonly OrderStatus[] = orderStatuses.filter((status) => {
  const next = nextStepOf(status);
  return next !== null && next.command !== 'archive-order';
});

/**
 * What waits for the caller: whatever his own orders wait for, and what his roles are asked (R7). His own first, in each the late
 * first, then by the time it is due; what has none, last. An order whose owner has gone is everybody's who is asked.
 */
export async function worklistOf(caller: Caller, mine?: 'owned' | 'asked') {
  const now = { ...caller.moment, time: workingTimeOf(caller.policy, caller.profile.timeZone) };
  const actor = actorOf(caller);
  const entries: Entry[] = [];
  for await (const loaded of waitingOrders(caller)) {
    const { state } = loaded.order;
    const owned = owns(actor, state.owner);
    const shipments = loaded.records.shipment.map((shipment) => shipment.state);
    for (const { roles, ...item } of workItemsOf(state, shipments, now)) {
      const asked = roles.some((role) => actor.roles.includes(role));
      if (isListed({ owned, asked }, mine)) entries.push({ order: summaryOf(loaded, caller), ...item, owned, asked });
    }
  }
  return { entries: entries.sort(byUrgency) };
}

interface Whose {
  /** The order is the caller's own. */
  readonly owned: boolean;
  /** His roles are asked. */
  readonly asked: boolean;
}
type Entry = Omit<WorkItem, 'roles'> & Whose & { readonly order: ReturnType<typeof summaryOf> };

const isListed = (whose: Whose, mine: keyof Whose | undefined): boolean =>
  mine === undefined ? whose.owned || whose.asked : whose[mine];

const byUrgency = (a: Entry, b: Entry): number =>
  Number(b.owned) - Number(a.owned) || Number(b.isLate) - Number(a.isLate) || compareDue(a, b);

async function* waitingOrders({ company }: Caller): AsyncGenerator<OrderWithRecords> {
  for (const status of waiting) {
    let after: OrderNumber | null = null;
    do {
      const page = await company.store.read.orders({ status, limit: 500, ...(after !== null && { after }) });
      yield* page.orders;
      after = page.next;
    } while (after !== null);
  }
}

/** A day and a moment of it compare as texts: the day first. */
const compareDue = (a: Pick<WorkItem, 'due'>, b: Pick<WorkItem, 'due'>): number => {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
};
