import type { ParsedLine } from '../sheet/parsed-order.ts';
import { sameText } from '../sheet/text.ts';
import { itemIndexOf } from './item-index.ts';
import type { Item, PriceBook } from './knowledge.ts';
import { file } from './match.ts';

/** Items by what a mistyped code still shows. */
type LookIndex = ReadonlyMap<string, readonly Item[]>;

const indexes = new WeakMap<PriceBook, LookIndex>();

/**
 * The item an unknown code most certainly means, or null. Certain is: the only code that looks the same (O and 0, I and 1,
 * dashes, leading zeros), or the only item of the row's own name whose code is one keystroke away. A neighbour in a run of
 * numbers (A-1009 beside A-1008) is not a suggestion.
 */
export function suggestItem(book: PriceBook, line: ParsedLine): Item | null {
  if (!line.itemCode) return null;
  const alike = lookIndexOf(book).get(look(line.itemCode)) ?? [];
  if (alike.length > 0) return only(alike);
  const code = sameText(line.itemCode);
  const namesakes = line.itemName ? (itemIndexOf(book).byName.get(sameText(line.itemName)) ?? []) : [];
  return only(namesakes.filter((item) => oneKeystrokeApart(sameText(item.code), code)));
}

/** The first of items that all have one code: sizes of one thing. */
const only = (items: readonly Item[]): Item | null =>
  new Set(items.map(({ code }) => sameText(code))).size === 1 ? (items[0] ?? null) : null;

function lookIndexOf(book: PriceBook): LookIndex {
  const known = indexes.get(book);
  if (known) return known;
  const byLook = new Map<string, Item[]>();
  for (const item of book.items) file(byLook, look(item.code), item);
  indexes.set(book, byLook);
  return byLook;
}

/** A code as a tired eye sees it. */
const look = (code: string): string =>
  sameText(code)
    .replace(/[-_./]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
    .replace(/^0+(?=.)/, '');

/** One character typed wrong, left out, added, or two neighbours swapped. */
export function oneKeystrokeApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  const swapped = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  return swapped || (restA.length <= 1 && restB.length <= 1);
}
