import { nextStepOf } from '../../core/order/next-step.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import { type OrderStatus, orderStatuses } from '../../core/order/status.ts';
import { type WorkItem, workItemsOf } from '../../core/order/work-item.ts';
import { workingTimeOf } from '../../core/policy/working-time.ts';
import type { OrderWithRecords } from '../ports.ts';
import type { Caller } from './company.ts';
import { summaryOf } from './order-view.ts';

/** Statuses in which an order waits for somebody; archiving is done by the month, not order by order. */
const waiting: readonly OrderStatus[] = orderStatuses.filter((status) => {
  const next = nextStepOf(status);
  return next !== null && next.command !== 'archive-order';
});

/** What waits for the caller, by his roles: late first, then by the time it is due; what has none, last. */
export async function worklistOf(caller: Caller) {
  const now = { ...caller.moment, time: workingTimeOf(caller.policy, caller.profile.timeZone) };
  const entries: { order: ReturnType<typeof summaryOf>; item: WorkItem }[] = [];
  for await (const loaded of waitingOrders(caller)) {
    const shipments = loaded.records.shipment.map(({ state }) => state);
    for (const item of workItemsOf(loaded.order.state, shipments, now))
      if (item.roles.some((role) => caller.user.roles.includes(role)))
        entries.push({ order: summaryOf(loaded, caller), item });
  }
  entries.sort((a, b) => Number(b.item.isLate) - Number(a.item.isLate) || compareDue(a.item, b.item));
  return { entries: entries.map(({ order, item: { roles: _roles, ...item } }) => ({ order, ...item })) };
}

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
const compareDue = (a: WorkItem, b: WorkItem): number => {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
};
