import { sameText } from '../sheet/text.ts';
import type { ItemNames } from '../stock/stock.ts';
import type { PlainDate } from '../value/date.ts';
import { add, type Decimal, zero } from '../value/decimal.ts';
import type { Item, StockBook, StockLine } from './knowledge.ts';
import { file } from './match.ts';
import { quantityIn, ratioOf } from './unit-conversion.ts';

type StockIndex = ReadonlyMap<string, readonly StockLine[]>;

const indexes = new WeakMap<StockBook, StockIndex>();

/**
 * What lies in all warehouses of an item by a day, or arrives until then, in its own unit, whoever it is promised to; nothing
 * of what the sheet doesn't list. Null where it is counted in units nobody can convert.
 */
export function thereBy(day: PlainDate, book: StockBook, item: Item, names: ItemNames): Decimal | null {
  const index = indexOf(book);
  const found = names.namesOf(item).map((name) => index.get(sameText(name)));
  const lines = found.find((lines) => lines !== undefined) ?? [];
  const listed = lines.filter((line) => (names.variantOf(line) ?? item) === item);
  let total: Decimal | null = zero;
  for (const { inbound, inboundDate, onHand, unit } of listed) {
    const ratio = ratioOf(unit, item);
    const arrives = inboundDate !== undefined && inboundDate <= day;
    const counted = ratio && quantityIn(ratio, arrives ? add(onHand, inbound) : onHand);
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
