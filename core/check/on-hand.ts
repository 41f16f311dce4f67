import { sameText } from '../sheet/text.ts';
import { add, type Decimal, zero } from '../value/decimal.ts';
import type { Item, StockBook } from './knowledge.ts';

const sums = new WeakMap<StockBook, ReadonlyMap<string, Decimal>>();

/** What lies in all warehouses of an item, whoever it is promised to; zero of what the stock sheet doesn't list. */
export function onHandOf(book: StockBook, { code, barcode }: Item): Decimal {
  const known = sumsOf(book);
  return known.get(sameText(code)) ?? (barcode === undefined ? undefined : known.get(sameText(barcode))) ?? zero;
}

function sumsOf(book: StockBook): ReadonlyMap<string, Decimal> {
  const known = sums.get(book);
  if (known) return known;
  const onHand = new Map<string, Decimal>();
  for (const line of book.lines)
    for (const name of new Set([line.itemCode, line.barcode].map((text) => sameText(text ?? ''))))
      onHand.set(name, add(onHand.get(name) ?? zero, line.onHand));
  sums.set(book, onHand);
  return onHand;
}
