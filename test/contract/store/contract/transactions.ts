import { describe, expect, it, vi } from 'vitest';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { Append, Loaded } from '../../../../server/ports.ts';
import {
  allNumbers,
  append,
  approved,
  done,
  invoiceAppend,
  invoiced,
  issued,
  orderAppend,
  paperAppend,
  post,
  posted,
  publish,
  redLettered,
  series,
  shipmentAppend,
  shipped,
  stockBook,
} from '../sample-records.ts';
import type { Subject } from '../store-contract.ts';

const first = `${series}-00001` as OrderNumber;

export function transactionContract(subject: Subject): void {
  describe('a transaction', () => {
    it('keeps what was decided: state, version and every event', async () => {
      const { store } = subject;
      expect(done(await post(store, { items: { A01: '10' } }))).toBe(first);
      await append(store, orderAppend(first, 2, approved({ A01: '10' })));

      const kept = (await store.read.order(first))?.order;
      expect(kept).toMatchObject({ version: 3, state: { number: first, status: 'to-confirm' } });
      expect(kept?.events.map(({ type }) => type)).toEqual(['order-posted', 'order-submitted', 'order-approved']);
    });

    it('shows its decision what it asked for, of the moment', async () => {
      const { store } = subject;
      await append(store, publish('stock', 1, stockBook({ A01: '50' })));
      await post(store, { key: 'PO-7', items: { A01: '10' } });
      await append(store, orderAppend(first, 2, approved({ A01: '10' })));
      const seen = await store.transact({
        locks: [],
        load: {
          records: { order: { byNumber: [first] } },
          orderKeys: ['key:PO-7', 'key:none'],
          holding: ['A01', 'B02'],
        },
        decide: (loaded) => ({
          append: [],
          answer: {
            version: loaded.records('order').byNumber(first)?.version,
            byKey: loaded.orderByKey('key:PO-7')?.state.number,
            none: loaded.orderByKey('key:none'),
            shipments: loaded.records('shipment').ofOrder(first).length,
            held: loaded.held('A01'),
            notHeld: loaded.held('B02'),
            heldItems: loaded.heldItems(),
            stock: loaded.stock?.lines[0]?.onHand,
            prices: loaded.prices,
            versions: loaded.bookVersions,
          },
        }),
      });
      expect(done(seen)).toMatchObject({
        version: 3,
        byKey: first,
        none: null,
        shipments: 0,
        held: [{ orderNumber: first, itemCode: 'A01', quantity: '10' }],
        notHeld: [],
        heldItems: ['A01'],
        stock: '50',
        prices: null,
        versions: { prices: 0, stock: 1, customers: 0 },
      });
      expect(await store.read.heldItems()).toEqual(['A01']);
    });

    it('finds a record by every name it bears beside its number', async () => {
      const { store } = subject;
      const [one, other] = ['INV-202611-00001', 'INV-202611-00002'];
      await append(store, invoiceAppend(one, 0, invoiced(one, '26332000000000000001', first)));
      await append(store, invoiceAppend(other, 0, invoiced(other, '26332000000000000002', first)));
      await append(store, invoiceAppend(one, 1, redLettered('26332000000000000003')));
      const names = [1, 2, 3, 4].map((last) => `2633200000000000000${last}`);
      for await (const now of subject.lives()) {
        const found = await now.transact({
          locks: [],
          load: { records: { invoice: { byName: names } } },
          decide: (loaded) => ({
            append: [],
            answer: names.map((name) => loaded.records('invoice').byName(name)?.state.number ?? null),
          }),
        });
        expect(done(found)).toEqual([one, other, one, null]);
      }
    });

    it('appends to several streams or to none', async () => {
      const { store } = subject;
      await post(store);
      const shipment = shipmentAppend('DN-202611-00001', 0, shipped('DN-202611-00001', [[first, 1, '1']]));
      const order = orderAppend(first, 2, approved({}));
      const [stale, impossible] = [3, 0].map((version) =>
        paperAppend(`${first}-L1`, version, issued('another', first)),
      );
      await expect(append(store, shipment, order, stale as Append)).rejects.toMatchObject({
        code: 'store.version-stale',
      });
      await expect(append(store, shipment, order, impossible as Append)).rejects.toThrow('tell of another');
      const before = await store.read.order(first);
      expect(before).toMatchObject({ order: { version: 2 }, records: { shipment: [], paper: [] } });

      const paper = paperAppend(`${first}-L1`, 0, issued(`${first}-L1`, first));
      await append(store, shipment, orderAppend(first, 2, approved({ A01: '1' })), paper);
      for await (const now of subject.lives()) {
        const after = await now.read.order(first);
        expect(after).toMatchObject({
          order: { version: 3 },
          records: { shipment: [{ version: 1 }], paper: [{ version: 1 }] },
        });
      }
    });

    it('does nothing when refused, and says why', async () => {
      const { store } = subject;
      const outcome = await store.transact({
        locks: [],
        load: {},
        decide(loaded) {
          loaded.nextNumber(series);
          return { refuse: { code: 'stock.short', data: { item: 'A01' } } };
        },
      });
      expect(outcome).toEqual({
        outcome: 'refused',
        refusal: { code: 'stock.short', data: { item: 'A01' } },
        position: expect.any(Number),
      });
      expect(await allNumbers(store)).toEqual([]);
    });

    it.each([
      ['an older version', 1],
      ['a version of the future', 3],
      ['a new stream under a name that is taken', 0],
    ])('throws for %s, and keeps nothing', async (_, version) => {
      const { store } = subject;
      await post(store);
      await expect(append(store, orderAppend(first, version, approved({})))).rejects.toMatchObject({
        code: 'store.version-stale',
      });
      expect((await store.read.order(first))?.order.version).toBe(2);
    });

    it('throws what its decision throws, keeps nothing and goes on', async () => {
      const { store } = subject;
      const broken = store.transact({
        locks: [],
        load: {},
        decide: (loaded) => {
          loaded.nextNumber(series);
          throw new Error('a bug');
        },
      });
      await expect(broken).rejects.toThrow('a bug');
      expect(done(await post(store))).toBe(first);
    });

    it.each([
      ['an order', (loaded: Loaded) => loaded.records('order').byNumber(first)],
      ['a record by its number', (loaded: Loaded) => loaded.records('paper').byNumber(`${first}-L1`)],
      ['records of an order', (loaded: Loaded) => loaded.records('shipment').ofOrder(first)],
      ['a record by its other name', (loaded: Loaded) => loaded.records('invoice').byName('2633')],
      ['records of a customer', (loaded: Loaded) => loaded.records('shipment').ofCustomer('C001')],
      ['an order key', (loaded: Loaded) => loaded.orderByKey('key:PO-7')],
      ['an item', (loaded: Loaded) => loaded.held('A01')],
    ] as const)('throws when a decision looks at %s it did not ask for', async (_, look) => {
      const other = `${series}-00002` as OrderNumber;
      const looking = subject.store.transact({
        locks: [],
        load: {
          records: {
            order: { byNumber: [other] },
            invoice: { byName: ['2634'] },
            shipment: { ofOrder: [other], ofCustomer: ['C002'] },
          },
          orderKeys: ['key:PO-8'],
          holding: ['B02'],
        },
        decide: (loaded) => ({ append: [], answer: look(loaded) }),
      });
      await expect(looking).rejects.toThrow('without asking');
    });
  });

  describe('a request key', () => {
    it('gets the same answer again, and nothing runs', async () => {
      const { store } = subject;
      const decide = vi.fn(() => ({ append: [orderAppend(first, 0, ...posted(first))], answer: { number: first } }));
      const once = { requestKey: 'wang:1', locks: [], load: {}, decide };
      expect(await store.transact(once)).toEqual({
        outcome: 'done',
        answer: { number: first },
        repeated: false,
        position: expect.any(Number),
      });
      // A decision may be run again until it is kept; afterwards it isn't.
      const runs = decide.mock.calls.length;
      for await (const now of subject.lives())
        expect(await now.transact(once)).toEqual({
          outcome: 'done',
          answer: { number: first },
          repeated: true,
          position: expect.any(Number),
        });
      expect(decide).toHaveBeenCalledTimes(runs);
      expect(await allNumbers(subject.store)).toEqual([first]);
    });

    it('is one attempt, also when it arrives many times at once', async () => {
      const { store } = subject;
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => post(store, {}, 'wang:1')));
      expect(new Set(outcomes.map(done))).toEqual(new Set([first]));
      expect(outcomes.filter((outcome) => outcome.outcome === 'done' && !outcome.repeated)).toHaveLength(1);
      expect(await allNumbers(store)).toEqual([first]);
    });

    it.each([
      ['no record', []],
      ['a book', [publish('stock', 1, stockBook({ A01: '1' }))]],
    ])('is remembered for an answer that changed %s', async (_, appends) => {
      const once = { requestKey: 'wang:x/../?', locks: [], load: {}, decide: () => ({ append: appends, answer: [1] }) };
      await subject.store.transact(once);
      // Newer books take the place of the one that was published with it.
      const { stock } = await subject.store.read.books();
      await append(subject.store, publish('stock', (stock?.version ?? 0) + 1, stockBook({ A01: '2' })));
      const again = await (await subject.reopen()).transact(once);
      expect(again).toEqual({ outcome: 'done', answer: [1], repeated: true, position: expect.any(Number) });
    });

    it('is free again after a refusal or a throw', async () => {
      const { store } = subject;
      const transaction = { requestKey: 'wang:1', locks: [], load: {} };
      await store.transact({ ...transaction, decide: () => ({ refuse: { code: 'stock.short' as const } }) });
      await expect(
        store.transact({
          ...transaction,
          decide: () => {
            throw new Error('a bug');
          },
        }),
      ).rejects.toThrow();
      expect(await post(store, {}, 'wang:1')).toEqual({
        outcome: 'done',
        answer: first,
        repeated: false,
        position: expect.any(Number),
      });
    });
  });
}
