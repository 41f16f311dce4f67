import type { ParsedLine } from '../sheet/parsed-order.ts';
import { sameText } from '../sheet/text.ts';
import type { LineInCheck } from './context.ts';
import type { Item, PriceBook } from './knowledge.ts';
import { agree, file, type Match, matchOf, noBook, unnamed } from './match.ts';

/** The price book by item code, barcode and name. */
export interface ItemIndex {
  readonly byCode: ReadonlyMap<string, readonly Item[]>;
  readonly byBarcode: ReadonlyMap<string, readonly Item[]>;
  readonly byName: ReadonlyMap<string, readonly Item[]>;
}

const indexes = new WeakMap<PriceBook, ItemIndex>();

/** The index of a book, made once per book: a pane checks the same books again and again. */
export function itemIndexOf(book: PriceBook): ItemIndex {
  const known = indexes.get(book);
  if (known) return known;
  const byCode = new Map<string, Item[]>();
  const byBarcode = new Map<string, Item[]>();
  const byName = new Map<string, Item[]>();
  for (const item of book.items) {
    file(byCode, sameText(item.code), item);
    if (item.barcode) file(byBarcode, sameText(item.barcode), item);
    if (item.name) file(byName, sameText(item.name), item);
  }
  const index = { byCode, byBarcode, byName };
  indexes.set(book, index);
  return index;
}

/** What a row calls its item: the code, else the barcode, else the name. */
export const itemNamed = ({ barcode, itemCode, itemName }: ParsedLine): string | undefined =>
  itemCode ?? barcode ?? itemName;

/** What tells one row's item from another's: its code in the book, for one row may name it by code, the other by barcode. */
export const itemIdentity = ({ item, parsed }: LineInCheck): string | undefined =>
  item.kind === 'found' ? item.entry.code : itemNamed(parsed);

/**
 * The item a row means. Where several answer (one barcode on the box and on the bag, one name for two sizes), the row's
 * unit, specification and name decide if they can.
 */
export function findItem(book: PriceBook | null, line: ParsedLine): Match<Item> {
  const named = itemNamed(line);
  if (!named) return unnamed;
  if (!book) return noBook;
  const match = matchOf(candidates(itemIndexOf(book), line, sameText(named)));
  return match.kind === 'ambiguous' ? narrowed(match.entries, line) : match;
}

function candidates(index: ItemIndex, line: ParsedLine, key: string): readonly Item[] | undefined {
  // A sheet's only column of codes may hold barcodes under the heading "item".
  if (line.itemCode) return index.byCode.get(key) ?? index.byBarcode.get(key);
  return line.barcode ? index.byBarcode.get(key) : index.byName.get(key);
}

function narrowed(entries: readonly Item[], line: ParsedLine): Match<Item> {
  let left = entries;
  for (const field of ['unit', 'specification'] as const)
    if (line[field]) left = left.filter((item) => agree(item[field], line[field]));
  if (line.itemName) left = left.filter((item) => agree(item.name, line.itemName));
  return left.length === 1 ? matchOf(left) : { kind: 'ambiguous', entries };
}
