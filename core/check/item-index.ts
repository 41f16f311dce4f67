import type { ParsedLine } from '../sheet/parsed-order.ts';
import type { Item, PriceBook } from './knowledge.ts';
import { file, type Match, matchOf, noBook, unnamed } from './match.ts';
import { sameText, textKey } from './text-key.ts';

/** The price book by item code and by barcode. */
export interface ItemIndex {
  readonly byCode: ReadonlyMap<string, readonly Item[]>;
  readonly byBarcode: ReadonlyMap<string, readonly Item[]>;
}

const indexes = new WeakMap<PriceBook, ItemIndex>();

/** The index of a book, made once per book: a pane checks the same books again and again. */
export function itemIndexOf(book: PriceBook): ItemIndex {
  const known = indexes.get(book);
  if (known) return known;
  const byCode = new Map<string, Item[]>();
  const byBarcode = new Map<string, Item[]>();
  for (const item of book.items) {
    file(byCode, textKey(item.code), item);
    if (item.barcode) file(byBarcode, textKey(item.barcode), item);
  }
  const index = { byCode, byBarcode };
  indexes.set(book, index);
  return index;
}

/**
 * The item a row means: by its code, else by its barcode. Where several answer (one barcode on the box and on the bag), the
 * row's unit, specification and name decide if they can.
 */
export function findItem(book: PriceBook | null, line: ParsedLine): Match<Item> {
  const named = line.itemCode ?? line.barcode;
  if (!named) return unnamed;
  if (!book) return noBook;
  const index = itemIndexOf(book);
  const key = textKey(named);
  // A sheet's only column of codes may hold barcodes under the heading "item".
  const match = matchOf((line.itemCode ? index.byCode.get(key) : undefined) ?? index.byBarcode.get(key));
  return match.kind === 'ambiguous' ? narrowed(match.entries, line) : match;
}

function narrowed(entries: readonly Item[], line: ParsedLine): Match<Item> {
  let left = entries;
  for (const field of ['unit', 'specification'] as const)
    if (line[field]) left = left.filter((item) => sameText(item[field], line[field]));
  if (line.itemName) left = left.filter((item) => sameText(item.name, line.itemName));
  return left.length === 1 ? matchOf(left) : { kind: 'ambiguous', entries };
}
