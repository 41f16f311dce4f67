import { describe, expect, it, vi } from 'vitest';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { Change, Outcome } from '../../../../server/ports.ts';
import {
  append,
  approved,
  done,
  orderAppend,
  post,
  publish,
  series,
  shipmentAppend,
  shipped,
  stockBook,
} from '../sample-records.ts';
import type { Subject } from '../store-contract.ts';

type Told = Exclude<Change, { missed: true }>;

/** What is told from now on. A store may say that it missed something: whoever listens looks at everything then. */
function listenTo({ store }: Subject) {
  const told: Told[] = [];
  const end = store.changes.listen((change) => {
    if (!('missed' in change)) told.push(change);
  });
  return { told, end };
}

const soon = (expected: () => void) => vi.waitFor(expected, { timeout: 30_000, interval: 20 });
const positionOf = (outcome: Outcome<unknown>): number => outcome.position;
const first = `${series}-00001` as OrderNumber;

export function changeContract(subject: Subject): void {
  describe('changes', { timeout: 60_000 }, () => {
    it('tell each commit once: its records, the orders they concern, and its position', async () => {
      const { told } = listenTo(subject);
      const { store } = subject;
      const positions = [
        await post(store),
        await append(
          store,
          orderAppend(first, 2, approved({ A01: '1' })),
          shipmentAppend('DN-202611-00001', 0, shipped('DN-202611-00001', [[first, 1, '1']])),
        ),
        await append(store, publish('stock', 1, stockBook({ A01: '1' }))),
      ].map(positionOf);
      await soon(() => expect(told).toHaveLength(3));
      expect(told.map(({ position }) => position)).toEqual(positions);
      const [posted, left, published] = told;
      expect(posted).toMatchObject({ records: [{ kind: 'order', number: first }], orders: [first], books: [] });
      expect([...(left?.records ?? [])].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
        { kind: 'order', number: first },
        { kind: 'shipment', number: 'DN-202611-00001' },
      ]);
      expect(left?.orders).toEqual([first]);
      expect(published).toMatchObject({ records: [], orders: [], books: ['stock'] });
    });

    it('name the orders that a record of another kind points at', async () => {
      const { store } = subject;
      const second = done(await post(store).then(() => post(store, { key: 'other' })));
      const { told } = listenTo(subject);
      const { position } = await append(
        store,
        shipmentAppend(
          'DN-202611-00001',
          0,
          shipped('DN-202611-00001', [
            [first, 1, '1'],
            [second, 1, '1'],
          ]),
        ),
      );
      // What was committed just before may still be told.
      const ofShipment = () => told.find((change) => change.position === position);
      await soon(() => expect(ofShipment()).toBeDefined());
      expect([...(ofShipment()?.orders ?? [])].sort()).toEqual([first, second]);
    });

    it('can be read when they are told', async () => {
      const { store } = subject;
      const versions: Promise<number | undefined>[] = [];
      store.changes.listen((change) => {
        if ('missed' in change) return;
        for (const order of change.orders) versions.push(store.read.order(order).then((found) => found?.order.version));
      });
      await post(store);
      await soon(() => expect(versions).toHaveLength(1));
      expect(await Promise.all(versions)).toEqual([2]);
    });

    it('tell nothing of what changed nothing', async () => {
      const { store } = subject;
      const before = positionOf(await post(store, {}, 'wang:1'));
      const { told } = listenTo(subject);
      const quiet = { locks: [], load: {} };
      await store.transact({ ...quiet, decide: () => ({ append: [], answer: 'only looked' }) });
      await store.transact({ ...quiet, decide: () => ({ refuse: { code: 'stock.short' as const } }) });
      await post(store, {}, 'wang:1');
      const last = positionOf(await post(store, { key: 'other' }));
      const toldSince = () => told.map(({ position }) => position).filter((position) => position > before);
      await soon(() => expect(toldSince()).toEqual([last]));
    });

    it('reach everybody who listens, and nobody who stopped', async () => {
      const { store } = subject;
      const [stays, goes] = [listenTo(subject), listenTo(subject)];
      goes.end();
      await post(store);
      await soon(() => expect(stays.told).toHaveLength(1));
      expect(goes.told).toEqual([]);
    });
  });
}
