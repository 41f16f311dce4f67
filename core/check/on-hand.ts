import { sameText } from '../sheet/text.ts';
import { add, type Decimal, zero } from '../value/decimal.ts';
import type { Item, StockBook, StockLine } from './knowledge.ts';
import { file } from './match.ts';
import { quantityIn, ratioOf } from './unit-conversion.ts';

type StockIndex = ReadonlyMap<string, readonly StockLine[]>;

const indexes = new WeakMap<StockBook, StockIndex>();

/**
 * What lies in all warehouses of an item, in its own unit, whoever it is promised to; nothing of what the sheet doesn't list.
 * Null where it is counted in units nobody can convert.
 * @param names what the sheet may list the item under, the surest first
 */
export function onHandOf(book: StockBook, item: Item, names: readonly string[]): Decimal | null {
  const index = indexOf(book);
  const listed = names.map((name) => index.get(sameText(name))).find((lines) => lines !== undefined) ?? [];
  let total: Decimal | null = zero;
  for (const { onHand, unit } of listed) {
    const ratio = ratioOf(unit, item);
    const counted = ratio && quantityIn(ratio, onHand);
    total = total && counted && add(total, counted);
  }
  return total;
}

function indexOf(book: StockBook): StockIndex {
  const known = indexes.get(book);
  if (known) return known;
  const index = new Map<string, StockLine[]>();
  for (const line of book.lines)
    for (const name of new Set([line.itemCode, line.barcode ?? line.itemCode].map(sameText))) file(index, name, line);
  indexes.set(book, index);
  return index;
}
