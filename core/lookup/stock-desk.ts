import type { CheckContext, LineInCheck } from '../check/context.ts';
import { itemNamesIn, stockNames } from '../check/stock-names.ts';
import { suppliesOf } from '../check/stock-plan.ts';
import { answerOf } from '../stock/answer.ts';
import { measured } from '../stock/measure.ts';
import { Pool } from '../stock/pool.ts';
import type { Demand } from '../stock/source.ts';
import { laterOf, Stock } from '../stock/stock.ts';
import type { PlainDate } from '../value/date.ts';
import { type Decimal, zero } from '../value/decimal.ts';
import { type LookupAnswer, nothing } from './lookup.ts';

/** Says what the stock has for one row. Nothing is taken by asking. */
export interface StockDesk {
  /** What nobody holds of the row's item by a day; null = of what lies there now. */
  free(line: LineInCheck, by: PlainDate | null): LookupAnswer;
  /** The first day on which so many are free, or can be made or bought. */
  firstDay(line: LineInCheck, quantity: Decimal): LookupAnswer;
}

export function stockDesk(context: CheckContext): StockDesk {
  const { knowledge, today } = context;
  const { stock: book, openDemand, prices } = knowledge;
  if (!book) return { free: () => nothing('no-stock-sheet'), firstDay: () => nothing('no-stock-sheet') };
  const names = itemNamesIn(prices);
  const stock = new Stock({ book, openDemand, items: names, today });
  const supplyOf = suppliesOf(context);

  const asked = (line: LineInCheck, ask: (pool: Pool, unit: string | null) => LookupAnswer): LookupAnswer => {
    const { item } = line;
    const entry = item.kind === 'found' ? item.entry : undefined;
    if (entry?.service) return nothing('stock-not-needed');
    const found = entry ? stock.ofItem(entry) : stock.of(stockNames(line, names));
    if (!found) return nothing('stock-unlisted');
    const { unit } = measured(zero, undefined, entry);
    return found.pool.isComparable(unit)
      ? ask(found.pool, unit)
      : nothing('stock-unit-differs', found.units.join(', ') || undefined);
  };
  return {
    free: (line, by) =>
      asked(line, (pool, unit) => ({
        found: 'quantity',
        quantity: pool.freeBy({ by: by && laterOf(by, today), unit }),
      })),
    firstDay: (line, quantity) =>
      asked(line, (pool, unit) => {
        const demand: Demand = { holder: { order: '' }, quantity, unit, by: null, supplyFrom: supplyOf(line) };
        // A copy: the next question must find what this one would take.
        const { complete, short } = answerOf(demand, new Pool(pool.rest()).take(demand));
        if (short === zero) return { found: 'day', on: today };
        return complete === null ? nothing('no-day-known') : { found: 'day', on: complete };
      }),
  };
}
