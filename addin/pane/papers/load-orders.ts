import { type Client, ProblemAnswer } from '../../../core/wire/client.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';

/** Requests under way at a time: a browser opens no more connections to one server anyway. */
const abreast = 5;

/** The orders with these numbers, in this order. A number the server doesn't know (another book's sheet) is left out. */
export async function loadOrders(client: Client, numbers: readonly string[]): Promise<readonly OrderView[]> {
  const found = new Map<string, OrderView>();
  const waiting = [...numbers];
  const loadNext = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      const order = await loadOrder(client, number);
      if (order) found.set(number, order);
    }
  };
  await Promise.all(Array.from({ length: abreast }, loadNext));
  return numbers.flatMap((number) => found.get(number) ?? []);
}

async function loadOrder(client: Client, number: string): Promise<OrderView | null> {
  try {
    return await client.call('order', { params: { number } });
  } catch (error) {
    if (error instanceof ProblemAnswer && error.status === 404) return null;
    throw error;
  }
}
