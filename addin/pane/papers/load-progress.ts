import { parseOrderNumber } from '../../../core/order/number.ts';
import type { Client } from '../../../core/wire/client.ts';
import { mostNumbers } from '../../../core/wire/limits.ts';
import type { OrderProgress } from '../../../core/wire/order-progress.ts';

/** How far these orders are. What the server doesn't know, or no number of ours ("see below"), is left out. */
export async function loadProgress(
  client: Client,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, OrderProgress>> {
  const wanted = numbers.filter((number) => parseOrderNumber(number) !== null);
  const found = new Map<string, OrderProgress>();
  for (let from = 0; from < wanted.length; from += mostNumbers) {
    const query = { numbers: wanted.slice(from, from + mostNumbers).join() };
    const { orders } = await client.call('orderProgress', { query });
    for (const order of orders) found.set(order.number, order);
  }
  return found;
}
