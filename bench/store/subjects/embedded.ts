import { rmSync } from 'node:fs';
import type { OrderNumber } from '../../../core/order/state.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { amountOf, copyOf, storedOrders } from '../folder/stored-orders.ts';
import { ordersToPost, series } from './orders-to-post.ts';
import type { Subject } from './subject.ts';

/** The embedded store over a folder that holds so many orders: each order under its number, remembered under its request key. */
export async function embedded(stored: number): Promise<Subject> {
  const folder = copyOf(storedOrders(amountOf(stored)));
  const store = await openEmbeddedStore({ folder });
  const orders = ordersToPost(stored);
  return {
    async post() {
      const { requestKey, events } = orders.next().value;
      const { outcome } = await store.transact({
        requestKey,
        locks: [`series:${series}`],
        load: {},
        decide(loaded) {
          const number = loaded.nextNumber(series);
          const append = { stream: 'order', id: number as OrderNumber, version: 0, events: events(number) } as const;
          return { append: [append], answer: number };
        },
      });
      if (outcome !== 'done') throw new Error(`an order was ${outcome}`);
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
