import { expect, it } from 'vitest';
import type { StockBook } from '../../../../core/check/knowledge.ts';
import type { OrderContent, OrderNumber } from '../../../../core/order/state.ts';
import { promiseStock } from '../../../../core/order/stock-promise.ts';
import type { PlainDate } from '../../../../core/value/date.ts';
import type { Decimal } from '../../../../core/value/decimal.ts';
import type { Append, Decision } from '../../../../server/ports.ts';
import { sourceDifferences } from '../../../../server/store/postgres/sources/differences.ts';
import { describeWithPostgres, freshDatabase } from '../../../postgres/fresh-database.ts';
import {
  append,
  approved,
  at,
  orderAppend,
  posted,
  publish,
  released,
  series,
  shipmentAppend,
  shipped,
} from '../sample-records.ts';
import { asStore, newRecords } from './records-database.ts';

const today = '2026-11-21' as PlainDate;
const stamp = { at: at('2026-11-21T04:00:00.000Z'), by: { userId: 'wang', name: '王芳' } };
const items = ['A01', 'B02'];
const warehouses = ['north', 'south'];

describeWithPostgres('sources of the stock book, while people work', () => {
  it.each([1, 2, 3, 4])(
    'never refuse what was promised by the rules, and agree with the records (%i)',
    async (seed) => {
      const database = await freshDatabase();
      const records = await newRecords(database);
      const store = asStore(records);
      const next = drawn(seed);
      const open: string[] = [];
      const made = { version: 0, orders: 0, notes: 0, refused: 0 };
      const count = () => {
        made.version += 1;
        return append(store, publish('stock', made.version, countedAnew(next)));
      };

      const hold = async (): Promise<void> => {
        made.orders += 1;
        const number = `${series}-${String(made.orders).padStart(5, '0')}` as OrderNumber;
        const content = wanted(number, next);
        const outcome = await store.transact({
          locks: [],
          load: { holding: items },
          decide(loaded): Decision<string> {
            const openDemand = items.flatMap((item) => loaded.held(item));
            const { short, reservations } = promiseStock(content, {
              stock: loaded.stock,
              prices: null,
              openDemand,
              today,
            });
            if (short.length > 0) return { refuse: { code: 'stock.short', data: {} } };
            const [entry, submitted] = posted(number);
            const events = [{ ...entry, content: { ...entry.content, lines: content.lines } }, submitted] as const;
            return {
              append: [orderAppend(number, 0, ...events, { ...approved({}), reservations } as never)],
              answer: number,
            };
          },
        });
        if (outcome.outcome === 'done') open.push(number);
        else made.refused += 1;
      };
      const release = async (): Promise<void> => {
        const number = open.splice(next(open.length), 1)[0];
        if (number === undefined) return;
        const [letter] = released(number);
        await append(store, orderAppend(number, 3, letter as never, { type: 'reservation-released', ...stamp }));
      };
      const ship = async (): Promise<void> => {
        const number = open.splice(next(open.length), 1)[0];
        if (number === undefined) return;
        made.notes += 1;
        const note = `DN-202611-${String(made.notes).padStart(5, '0')}`;
        const delivery: Append = shipmentAppend(note, 0, shipped(note, [[number, 1, String(1 + next(4))]]));
        await append(store, orderAppend(number, 3, ...released(number)), delivery);
      };

      await count();
      for (let step = 0; step < 60; step += 1)
        await [hold, hold, hold, release, ship, count][step % 17 === 16 ? 5 : next(5)]?.();
      expect(await records.database.readAtOnce(sourceDifferences)).toEqual([]);
      expect(open.length + made.notes).toBeGreaterThan(0);
      expect(made.refused).toBeGreaterThan(0);
      await records.close();
      await database.drop();
    },
  );
});

/** Two items, each in two warehouses, some of it still to come. */
const countedAnew = (next: (below: number) => number): StockBook => ({
  source: { from: 'published', asOf: today },
  lines: items.flatMap((itemCode) =>
    warehouses.map((warehouse) => ({
      itemCode,
      warehouse,
      onHand: String(next(12) - 1) as Decimal,
      inbound: String(next(6)) as Decimal,
      inboundDate: '2026-12-01' as PlainDate,
    })),
  ),
});

function wanted(number: OrderNumber, next: (below: number) => number): OrderContent {
  const [entry] = posted(number, { items: Object.fromEntries(items.map((item) => [item, String(1 + next(4))])) });
  const lines = entry.content.lines.map((line) => ({
    ...line,
    ...(next(2) === 0 && { warehouse: warehouses[next(2)] as string }),
    ...(next(2) === 0 && { dueDate: '2026-12-10' as PlainDate }),
  }));
  return {
    ...entry.content,
    lines,
    posted: stamp,
    lastEdited: stamp,
    owner: { userId: 'wang', name: '王芳', by: 'assigned' },
  };
}

/** The same work on every machine. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return below === 0 ? 0 : state % below;
  };
}
