import type { OpenDemand, PriceBook, StockBook } from '../check/knowledge.ts';
import { itemNamesIn } from '../check/stock-names.ts';
import { sameText } from '../sheet/text.ts';
import type { ItemStock } from '../stock/item-stock.ts';
import { measured } from '../stock/measure.ts';
import { type ItemNames, laterOf, Stock } from '../stock/stock.ts';
import type { PlainDate } from '../value/date.ts';
import { add, compare, type Decimal, zero } from '../value/decimal.ts';
import type { OrderContent, OrderLine, Reservation } from './state.ts';

/** What goods are promised from, as it stands in the moment of the decision. */
export interface StockAtHand {
  /** Null: no stock sheet is published, nothing is held. */
  readonly stock: StockBook | null;
  readonly prices: PriceBook | null;
  /** What other orders hold (demand.ts). */
  readonly openDemand: readonly OpenDemand[];
  readonly today: PlainDate;
}

export interface StockPromise {
  readonly reservations: readonly Reservation[];
  /** Items there is too little of by the dates wished, in the order of the lines; quantities over all lines of the item. */
  readonly short: readonly ShortItem[];
}
export interface ShortItem {
  readonly itemCode: string;
  readonly wanted: Decimal;
  readonly available: Decimal;
}

/**
 * Holds goods for the lines that haven't left yet (R21–R23), from the same sources by the same rules the check answers by:
 * what lies there, and what arrives by a line's wished date; a line without one takes what is there now. Lines of one item
 * compete with each other. Items the stock sheet doesn't keep, services and units nobody can convert hold nothing.
 */
export function promiseStock({ lines, number }: OrderContent, at: StockAtHand): StockPromise {
  if (at.stock === null) return { reservations: [], short: [] };
  const names = itemNamesIn(at.prices);
  const stock = new Stock({ book: at.stock, openDemand: at.openDemand, items: names, today: at.today });
  const holder = { order: number };
  const reservations: Reservation[] = [];
  const asked = new Map<string, ShortItem>();
  for (const line of lines) {
    if (line.shippedDate !== undefined) continue;
    const item = names.itemOf(sameText(line.itemCode));
    const goods = item?.service ? null : goodsOf(line, stock, names);
    const { quantity, unit } = measured(line.quantity, line.unit, item);
    if (goods === null || !goods.pool.isComparable(unit)) continue;
    const by = line.dueDate === undefined ? null : laterOf(line.dueDate, at.today);
    const { allocations, inTime } = goods.pool.take({ holder, quantity, unit, by, supplyFrom: null });
    const sources = allocations.map(({ source: { date, warehouse }, quantity: taken }) => ({
      quantity: taken,
      on: date,
      ...(warehouse !== undefined && { warehouse }),
    }));
    reservations.push({ line: line.line, itemCode: line.itemCode, quantity: line.quantity, sources });
    const { wanted, available } = asked.get(line.itemCode) ?? { wanted: zero, available: zero };
    asked.set(line.itemCode, {
      itemCode: line.itemCode,
      wanted: add(wanted, quantity),
      available: add(available, inTime),
    });
  }
  return { reservations, short: [...asked.values()].filter(({ wanted, available }) => compare(available, wanted) < 0) };
}

function goodsOf({ itemCode }: OrderLine, stock: Stock, names: ItemNames): ItemStock | null {
  const item = names.itemOf(sameText(itemCode));
  return item ? stock.ofItem(item) : stock.of([itemCode]);
}
