import { isOrderOver, type OrderStatus, orderStatuses } from '../../../core/order/status.ts';
import type { Answer, Client } from '../../../core/wire/client.ts';
import type { OrderSummary } from '../../../core/wire/order-views.ts';

const pageSize = 500;
const mostTries = 3;
const openStatuses = orderStatuses.filter((status) => !isOrderOver(status));

/**
 * Every order that isn't over, in the order they were posted. Asked for status by status, for most orders there ever were are
 * over; along an order's life, so that one that moves on meanwhile is met again: what was said last counts.
 */
export async function loadOpenOrders(client: Pick<Client, 'call'>): Promise<readonly OrderSummary[]> {
  for (let tries = mostTries; ; tries -= 1) {
    const { orders, isWhole } = await loadOnce(client);
    if (isWhole || tries === 1) return orders;
  }
}

/** @returns whether there were as many of each status in the end as were found: some go back, or end, meanwhile */
async function loadOnce(client: Pick<Client, 'call'>) {
  const found = new Map<string, OrderSummary>();
  let counts: Answer<'orders'>['counts'] | null = null;
  for (const status of openStatuses) {
    if (counts !== null && !counts[status]) continue;
    for await (const page of pagesOf(client, status)) {
      for (const order of page.orders) found.set(order.number, order);
      counts = page.counts;
    }
  }
  const orders = [...found.values()].sort((a, b) => compare(a.postedAt, b.postedAt) || compare(a.number, b.number));
  const numberOf = Map.groupBy(orders, ({ status }) => status);
  const isWhole = openStatuses.every((status) => (numberOf.get(status)?.length ?? 0) === (counts?.[status] ?? 0));
  return { orders, isWhole };
}

async function* pagesOf(client: Pick<Client, 'call'>, status: OrderStatus) {
  let after: string | null = null;
  do {
    const query = { status, limit: pageSize, ...(after !== null && { after }) };
    const page: Answer<'orders'> = await client.call('orders', { query });
    yield page;
    after = page.next;
  } while (after !== null);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
