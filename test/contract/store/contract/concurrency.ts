import { describe, expect, it } from 'vitest';
import type { OrderNumber } from '../../../../core/order/state.ts';
import { sum } from '../../../../core/value/decimal.ts';
import type { Decision, Loaded } from '../../../../server/ports.ts';
import {
  allNumbers,
  append,
  approved,
  done,
  orderAppend,
  post,
  posted,
  publish,
  series,
  shipmentAppend,
  shipped,
  stockBook,
} from '../sample-records.ts';
import type { Subject } from '../store-contract.ts';

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${series}-${String(index + 1).padStart(5, '0')}`);

export function concurrencyContract(subject: Subject): void {
  describe('many transactions at once', () => {
    it('number their orders without gap or double, refusals and bugs between them', async () => {
      const { store } = subject;
      const spoilt = (kind: 'refuse' | 'throw') =>
        store.transact({
          locks: [`series:${series}`],
          load: {},
          decide(loaded): Decision<string> {
            loaded.nextNumber(series);
            if (kind === 'throw') throw new Error('a bug');
            return { refuse: { code: 'stock.short' } };
          },
        });
      const attempts = Array.from({ length: 200 }, (_, index) => {
        if (index % 5 === 3) return spoilt('refuse').then(() => null);
        if (index % 5 === 4) return spoilt('throw').catch(() => null);
        return post(store).then(done);
      });
      const answers = (await Promise.all(attempts)).filter((answer) => answer !== null);
      expect([...answers].sort()).toEqual(numbers(120));
      expect(await allNumbers(store)).toEqual(numbers(120));
      expect(done(await post(await subject.reopen()))).toBe(`${series}-00121`);
    });

    it('throw when a number is left out while a later one is used', async () => {
      const { store } = subject;
      const gap = store.transact({
        locks: [],
        load: {},
        decide(loaded): Decision<null> {
          loaded.nextNumber(series);
          const second = loaded.nextNumber(series);
          return { append: [orderAppend(second, 0, ...posted(second))], answer: null };
        },
      });
      await expect(gap).rejects.toThrow('left out');
      expect(done(await post(store))).toBe(`${series}-00001`);
    });

    it('never promise more than there is: 100 units, 200 who want one', async () => {
      const { store } = subject;
      await append(store, publish('stock', 1, stockBook({ A01: '100' })));
      const outcomes = await Promise.all(Array.from({ length: 200 }, () => store.transact({ ...takeOne })));
      expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(100);
      for await (const now of subject.lives())
        expect(sum((await now.read.openDemand()).map(({ quantity }) => quantity))).toBe('100');
    });

    it('never ship one remainder twice', async () => {
      const { store } = subject;
      const order = done(await post(store, { items: { A01: '10' } })) as OrderNumber;
      await append(store, orderAppend(order, 2, approved({ A01: '10' })));
      const ship = () =>
        store.transact({
          locks: [`order:${order}`, 'series:DN-202611'],
          load: { records: { shipment: { ofOrder: [order] } } },
          decide(loaded): Decision<string> {
            const gone = loaded.records('shipment').ofOrder(order).length * 4;
            if (gone + 4 > 10) return { refuse: { code: 'shipment.exceeds-open' } };
            const number = loaded.nextNumber('DN-202611');
            return { append: [shipmentAppend(number, 0, shipped(number, [[order, 1, '4']]))], answer: number };
          },
        });
      const outcomes = await Promise.all(Array.from({ length: 10 }, ship));
      expect(outcomes.filter(({ outcome }) => outcome === 'done').map(done)).toEqual([
        'DN-202611-00001',
        'DN-202611-00002',
      ]);
    });

    it('are seen by a reader wholly or not at all, and for good', async () => {
      const posting = post(subject.store);
      const seen = await allNumbers(subject.store);
      // Where others decide as well, what is committed may be seen while its answer is still on its way.
      expect([[], numbers(1)]).toContainEqual(seen);
      const again = await allNumbers(subject.store);
      expect(again.slice(0, seen.length)).toEqual(seen);
      await posting;
      expect(await allNumbers(subject.store)).toEqual(numbers(1));
    });
  });
}

const takeOne = {
  locks: ['item:A01', `series:${series}`],
  load: { holding: ['A01'] },
  decide(loaded: Loaded): Decision<string> {
    const held = loaded.held('A01').reduce((total, { quantity }) => total + Number(quantity), 0);
    const onHand = loaded.stock?.lines.find(({ itemCode }) => itemCode === 'A01')?.onHand;
    if (Number(onHand) - held < 1) return { refuse: { code: 'stock.short' } };
    const number = loaded.nextNumber(series);
    const events = [...posted(number, { items: { A01: '1' } }), approved({ A01: '1' })];
    return { append: [orderAppend(number, 0, ...events)], answer: number };
  },
};
