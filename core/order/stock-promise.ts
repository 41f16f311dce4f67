import { findItem } from '../check/item-index.ts';
import type { Item, OpenDemand, PriceBook, StockBook } from '../check/knowledge.ts';
import { itemNamesIn } from '../check/stock-names.ts';
import { sameText } from '../sheet/text.ts';
import type { ItemStock } from '../stock/item-stock.ts';
import { measured } from '../stock/measure.ts';
import { type ItemNames, laterOf, Stock, stockKeys } from '../stock/stock.ts';
import type { PlainDate } from '../value/date.ts';
import { add, compare, type Decimal } from '../value/decimal.ts';
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
  /** Lines of goods that the stock sheet doesn't keep, or counts in a unit nobody can convert: nothing is held for them. */
  readonly unkept: readonly number[];
}
export interface ShortItem {
  readonly itemCode: string;
  /** Every line that wants it. */
  readonly lines: readonly number[];
  readonly wanted: Decimal;
  readonly available: Decimal;
}

/**
 * Holds goods for the lines that haven't left yet (R21–R23), from the same sources by the same rules the check answers by:
 * what lies there, and what arrives by a line's wished date; a line without one takes what is there now. A line that names a
 * warehouse or a batch is promised from that one only (R23). Lines of one item compete with each other. Items the stock sheet doesn't keep, services and units nobody can convert hold nothing.
 */
export function promiseStock({ lines, number }: OrderContent, at: StockAtHand): StockPromise {
  if (at.stock === null) return { reservations: [], short: [], unkept: [] };
  const names = itemNamesIn(at.prices);
  const waiting = lines.filter(({ shippedDate }) => shippedDate === undefined);
  const openDemand = concerning(waiting, at.stock, names, at.openDemand);
  const stock = new Stock({ book: at.stock, openDemand, items: names, today: at.today });
  const holder = { order: number };
  const reservations: Reservation[] = [];
  const asked: Asked[] = [];
  const unkept: number[] = [];
  for (const line of waiting) {
    const item = itemOf(line, at.prices, names);
    if (item?.service) continue;
    const kept = goodsOf(line, line.quantity, { stock, prices: at.prices, names });
    if (kept === null) {
      unkept.push(line.line);
      continue;
    }
    const { goods, quantity, unit } = kept;
    const by = line.dueDate === undefined ? null : laterOf(line.dueDate, at.today);
    const { warehouse, batch } = line;
    const { inTime } = goods.pool.take({ holder, quantity, unit, by, warehouse, batch, supplyFrom: null });
    reservations.push({ line: line.line, itemCode: line.itemCode, quantity: line.quantity });
    note(asked, { goods, unit, itemCode: line.itemCode, lines: [line.line], wanted: quantity, available: inTime });
  }
  const short = asked.filter(({ wanted, available }) => compare(available, wanted) < 0).map(bare);
  return { reservations, short, unkept };
}

/** The stock a line's goods lie in, and so much of them as it counts there. */
export interface KeptGoods {
  readonly goods: ItemStock;
  readonly quantity: Decimal;
  readonly unit: string | null;
}

/** Null where there is nothing to hold: items the stock sheet doesn't keep, services, units nobody can convert. */
export function goodsOf(
  line: OrderLine,
  wanted: Decimal,
  { stock, prices, names }: { readonly stock: Stock; readonly prices: PriceBook | null; readonly names: ItemNames },
): KeptGoods | null {
  const item = itemOf(line, prices, names);
  const goods = item?.service ? null : item ? stock.ofItem(item) : stock.of([line.itemCode]);
  const { quantity, unit } = measured(wanted, line.unit, item);
  return goods?.pool.isComparable(unit) ? { goods, quantity, unit } : null;
}

/** What was asked of one stock in one unit: other units can't be added up. */
interface Asked extends ShortItem {
  readonly goods: ItemStock;
  readonly unit: string | null;
}

function note(asked: Asked[], one: Asked): void {
  const at = asked.findIndex(({ goods, unit }) => goods === one.goods && unit === one.unit);
  const known = asked[at];
  if (!known) asked.push(one);
  else
    asked[at] = {
      ...known,
      lines: [...known.lines, ...one.lines],
      wanted: add(known.wanted, one.wanted),
      available: add(known.available, one.available),
    };
}

const bare = ({ itemCode, lines, wanted, available }: Asked): ShortItem => ({ itemCode, lines, wanted, available });

/** The item a line means by all it says of it: one code may be on several sizes. */
export function itemOf(line: OrderLine, prices: PriceBook | null, names: ItemNames): Item | undefined {
  const match = findItem(prices, line);
  return match.kind === 'found' ? match.entry : names.itemOf(sameText(line.itemCode));
}

/** Of all that is held, what is held of the same stock, under whatever code it was ordered. */
function concerning(
  lines: readonly OrderLine[],
  book: StockBook,
  names: ItemNames,
  openDemand: readonly OpenDemand[],
): readonly OpenDemand[] {
  const keyOf = stockKeys(book, names);
  const keys = new Set(lines.map(({ itemCode }) => keyOf(itemCode)));
  return openDemand.filter(({ itemCode }) => keys.has(keyOf(itemCode)));
}
