import { ordersToPost } from './orders-to-post.ts';

/** So many orders as one object, as a file of lowdb or json-server holds them. */
export function ordersInOneFile(count: number): { orders: object[] } {
  const stored = ordersToPost(0);
  const orders = Array.from({ length: count }, () => {
    const { requestKey, events } = stored.next().value;
    return { id: requestKey, events: events(requestKey) };
  });
  return { orders };
}
