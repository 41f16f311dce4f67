import { describe, expect, it } from 'vitest';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { ShipmentNumber } from '../../../../core/shipment/shipment.ts';
import type { Month } from '../../../../core/value/date.ts';
import type { OrderFilter, Store } from '../../../../server/ports.ts';
import {
  append,
  approved,
  issued,
  orderAppend,
  paperAppend,
  posted,
  publish,
  released,
  type SampleOrder,
  shipmentAppend,
  shipped,
  stockBook,
} from '../sample-records.ts';
import type { Subject } from '../store-contract.ts';

const october = 'SO-202610-00009';
const review = 'SO-202611-00001';
const confirmed = 'SO-202611-00002';
const partly = 'SO-202611-00003';
const notice = 'DN-202612-00001';

/** One order of October and three of November, the last of them half shipped in December together with October's. */
async function fill(store: Store): Promise<void> {
  const order = (number: string, sample: SampleOrder) => orderAppend(number, 0, ...posted(number, sample));
  await append(store, publish('stock', 1, stockBook({ A01: '100', B02: '100' })));
  await append(store, order(october, { key: 'PO-OLD', items: { B02: '2' } }));
  await append(store, orderAppend(october, 2, approved({ B02: '2' }), ...released(october)));
  await append(store, order(review, { key: 'PO-1', customer: 'Hafen GmbH' }));
  await append(store, order(confirmed, { key: 'PO-2', items: { A01: '7' } }));
  await append(store, orderAppend(confirmed, 2, approved({ A01: '7' })));
  await append(store, order(partly, { key: '采购-３', items: { A01: '5', B02: '3' } }));
  const letter = `${partly}-L1`;
  await append(
    store,
    orderAppend(partly, 2, approved({ A01: '5', B02: '3' }), ...released(partly)),
    paperAppend(letter, 0, issued(letter, partly)),
  );
  const goods = shipped(
    notice,
    [
      [partly, 1, '5'],
      [october, 1, '2'],
    ],
    '2026-12-01',
  );
  const paper = paperAppend(`${notice}-N`, 0, issued(`${notice}-N`, partly, october));
  await append(store, shipmentAppend(notice, 0, goods), paper);
}

const list = async (store: Store, filter: Partial<OrderFilter>) =>
  (await store.read.orders({ limit: 50, ...filter })).orders.map(({ order }) => order.state.number);

export function readingContract(subject: Subject): void {
  describe('reading', () => {
    it('lists orders newest first, by month, by derived status', async () => {
      await fill(subject.store);
      for await (const store of subject.lives()) {
        expect(await list(store, {})).toEqual([partly, confirmed, review, october]);
        expect(await list(store, { month: '2026-10' as Month })).toEqual([october]);
        expect(await list(store, { status: 'in-review' })).toEqual([review]);
        expect(await list(store, { status: 'part-shipped' })).toEqual([partly]);
        expect(await list(store, { status: 'shipped' })).toEqual([october]);
        expect(await list(store, { status: 'part-shipped', month: '2026-10' as Month })).toEqual([]);
        expect(await store.read.counts()).toEqual({ 'in-review': 1, 'to-confirm': 1, 'part-shipped': 1, shipped: 1 });
      }
    });

    it.each([
      ['part of a number', '-00002', [confirmed]],
      ['a customer, in any case', 'hafen g', [review]],
      ["a customer's code", 'C-海港', [partly, confirmed, october]],
      ["the clerk's own order text, in any width", '采购-3', [partly]],
      ['an item', 'b02', [partly, october]],
      ['nothing that is there', 'zzz', []],
    ])('finds orders by %s', async (_, search, found) => {
      await fill(subject.store);
      expect(await list(subject.store, { search })).toEqual(found);
    });

    it('lists the orders of these numbers, once each, whatever else is asked', async () => {
      await fill(subject.store);
      const numbers = [october, 'SO-202611-00404', partly, october] as OrderNumber[];
      for await (const store of subject.lives()) {
        expect(await list(store, { numbers })).toEqual([partly, october]);
        expect(await list(store, { numbers, status: 'shipped' })).toEqual([october]);
        expect(await list(store, { numbers, after: partly as OrderNumber })).toEqual([october]);
        expect(await list(store, { numbers: [] })).toEqual([]);
      }
    });

    it('pages through a list without missing or repeating one', async () => {
      await fill(subject.store);
      const { read } = subject.store;
      const pages: string[][] = [];
      let after: OrderNumber | null | undefined;
      do {
        const page = await read.orders({ limit: 3, ...(after ? { after } : {}) });
        pages.push(page.orders.map(({ order }) => order.state.number));
        after = page.next;
      } while (after);
      expect(pages).toEqual([[partly, confirmed, review], [october]]);
      expect((await read.orders({ limit: 4 })).next).toBeNull();
    });

    it('counts on past 99,999 in a month', async () => {
      const [last, next] = ['SO-202611-99999', 'SO-202611-100000'];
      for (const number of [next, last]) await append(subject.store, orderAppend(number, 0, ...posted(number)));
      for await (const store of subject.lives()) {
        expect(await list(store, {})).toEqual([next, last]);
        expect(await list(store, { after: next as OrderNumber })).toEqual([last]);
      }
    });

    it('gives an order with its shipments and papers, a shipment, a paper', async () => {
      await fill(subject.store);
      for await (const { read } of subject.lives()) {
        expect(await read.order(partly as OrderNumber)).toMatchObject({
          order: { state: { number: partly } },
          records: {
            order: [],
            shipment: [{ state: { number: notice } }],
            paper: [{ state: { paper: `${notice}-N` } }, { state: { paper: `${partly}-L1` } }],
          },
        });
        const [shipments, papers] = [read.records('shipment'), read.records('paper')];
        expect((await shipments.byNumber(notice as ShipmentNumber))?.state.lines).toHaveLength(2);
        expect((await papers.byNumber(`${partly}-L1`))?.state.model).toEqual({ title: '订单确认书' });
        expect(await papers.ofOrder(october as OrderNumber)).toMatchObject([{ state: { paper: `${notice}-N` } }]);
        expect(await shipments.ofCustomers(['C001', 'C404'])).toMatchObject([{ state: { number: notice } }]);
        const all = await read.records('order').all();
        expect(all.map(({ state }) => state.number)).toEqual([october, review, confirmed, partly]);
        expect(await read.order('SO-202611-00404' as OrderNumber)).toBeNull();
        expect(await shipments.byNumber('DN-202611-00404' as ShipmentNumber)).toBeNull();
        expect(await papers.byNumber('none')).toBeNull();
      }
    });

    it('gathers a month: what happened in it and what still runs, each paper once', async () => {
      await fill(subject.store);
      const { read } = subject.store;
      const found = async (month: string) => {
        const { orders, records } = await read.month(month as Month);
        return [orders.map(({ order }) => order.state.number), records.paper.map(({ state }) => state.paper).sort()];
      };
      const running = [
        [october, review, confirmed, partly],
        [`${notice}-N`, `${partly}-L1`],
      ];
      expect(await found('2026-11')).toEqual(running);
      expect(await found('2026-12')).toEqual(running);
      expect(await found('2026-09')).toEqual([[], []]);
    });

    it('finds an order by its key', async () => {
      await fill(subject.store);
      const found = async (key: string) => (await subject.store.read.orderByKey(`key:${key}`))?.state.number;
      expect([await found('PO-2'), await found('PO-9')]).toEqual([confirmed, undefined]);
      await subject.reopen();
      expect(await found('PO-2')).toBe(confirmed);
    });

    it('lists all orders of the customers asked for, oldest first, also after one went to another customer', async () => {
      const [first, second, third] = ['SO-202611-00001', 'SO-202611-00002', 'SO-202611-00003'] as const;
      for (const [number, customer] of [
        [second, '甲'],
        [first, '甲'],
        [third, '乙'],
      ] as const)
        await append(subject.store, orderAppend(number, 0, ...posted(number, { customer })));
      const of = async (...customers: string[]) =>
        (await subject.store.read.records('order').ofCustomers(customers)).map(({ state }) => state.number);
      expect(await of('C-甲')).toEqual([first, second]);
      expect(await of('C-乙', 'C-甲', 'C-甲')).toEqual([first, second, third]);
      expect(await of('C-丙')).toEqual([]);
      await append(
        subject.store,
        orderAppend(second, 2, { ...posted(second, { customer: '乙' })[0], type: 'order-edited' }),
      );
      const moved = [[first], [second, third]];
      expect([await of('C-甲'), await of('C-乙')]).toEqual(moved);
      await subject.reopen();
      expect([await of('C-甲'), await of('C-乙')]).toEqual(moved);
    });

    it('knows what orders take from the stock book: held, and gone since it was counted', async () => {
      await fill(subject.store);
      const held = [
        { orderNumber: confirmed, itemCode: 'A01', quantity: '7' },
        { orderNumber: partly, itemCode: 'B02', quantity: '3' },
      ];
      const gone = [
        { orderNumber: october, itemCode: 'B02', quantity: '2' },
        { orderNumber: partly, itemCode: 'A01', quantity: '5' },
      ];
      const demand = async () => [...(await subject.store.read.openDemand())].sort(byOrderAndItem);
      expect(await demand()).toMatchObject([...held, ...gone].sort(byOrderAndItem));
      // Counted again after the goods left: they are missing from the new count already.
      await append(subject.store, publish('stock', 2, stockBook({ A01: '95', B02: '98' }, '2026-12-05')));
      expect(await demand()).toMatchObject(held);
      await subject.reopen();
      expect(await demand()).toMatchObject(held);
      // An older count is published after all: what left since then must be subtracted again.
      await append(subject.store, publish('stock', 3, stockBook({ A01: '100', B02: '100' }, '2026-11-15')));
      expect(await demand()).toMatchObject([...held, ...gone].sort(byOrderAndItem));
      await subject.reopen();
      expect(await demand()).toMatchObject([...held, ...gone].sort(byOrderAndItem));
    });
  });
}

const byOrderAndItem = (
  a: { orderNumber: string; itemCode: string },
  b: { orderNumber: string; itemCode: string },
): number => (`${a.orderNumber} ${a.itemCode}` < `${b.orderNumber} ${b.itemCode}` ? -1 : 1);
