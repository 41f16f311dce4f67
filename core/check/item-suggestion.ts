import { sameText } from '../sheet/text.ts';
import { look, oneKeystrokeApart, sameButForWriting, sameButForZeros } from './code-look.ts';
import { type ItemIndex, type ItemLook, itemIndexOf, itemNamesOf } from './item-index.ts';
import type { Item, PriceBook } from './knowledge.ts';
import { file } from './match.ts';
import { standingOf } from './row-against-item.ts';
import { plainSize } from './specification.ts';

/** The item a row may mean, and whether that is beyond doubt: then its code may be written without asking. */
interface Suggestion {
  readonly item: Item;
  readonly isCertain: boolean;
}

/** Items by what a mistyped code still shows, and by name and size together. */
interface LookIndex {
  readonly byLook: ReadonlyMap<string, readonly Item[]>;
  readonly byWords: ReadonlyMap<string, readonly Item[]>;
}

const indexes = new WeakMap<PriceBook, LookIndex>();

/**
 * The item that a row means whose code (or, without one, whose name) the list doesn't have; null where none or several may be
 * meant. What all the row's words say goes before what only looks alike. Certain is only the one code that is the same but for
 * what is lost or confused in writing (leading zeros, dashes, O and 0), as long as nothing in the row says otherwise — zeros within
 * it only where name and size say so, too. A code with another letter or digit is most often another item (XL, XXL).
 */
export function suggestItem(book: PriceBook, line: ItemLook): Suggestion | null {
  const index = itemIndexOf(book);
  const { byLook, byWords } = lookIndexOf(book);
  const { itemCode = '' } = line;
  const isMeant = (item: Item): boolean => standingOf(line, item, index) !== 'contradicts';
  const alike = itemCode ? (byLook.get(look(itemCode)) ?? []) : [];
  const likely = alike.filter(isMeant);
  const worded = wordedIn(byWords, line).filter(isMeant);
  const typed = (items: readonly Item[]): readonly Item[] =>
    itemCode ? items.filter(({ code }) => oneKeystrokeApart(sameText(code), sameText(itemCode))) : [];
  const ranked = [
    worded.filter((item) => likely.includes(item)),
    typed(worded),
    worded,
    labelledIn(index, line).filter(isMeant),
    likely,
    alike.length === 0 ? typed(namesakesIn(index, line)).filter(isMeant) : [],
    // The row says another size than the code it almost has: which of the two is wrong, a person must say.
    alike.filter(({ code }) => sameButForWriting(code, itemCode)),
  ];
  const item = only(ranked.find((items) => items.length > 0) ?? []);
  if (!item) return null;
  const fits = (one: Item): boolean => standingOf(line, one, index) === 'fits';
  const isCertain = alike.includes(item)
    ? only(alike) !== null && sameButForWriting(item.code, itemCode) && alike.some(fits)
    : worded.includes(item) && sameButForZeros(item.code, itemCode) && fits(item);
  return { item, isCertain };
}

/** The first of items that all have one code: sizes of one thing. */
const only = (items: readonly Item[]): Item | null =>
  new Set(items.map(({ code }) => sameText(code))).size === 1 ? (items[0] ?? null) : null;

/** Items whose name and size together are the row's, in one cell or two; a name alone is too little. */
const wordedIn = (byWords: LookIndex['byWords'], { itemName, specification = '' }: ItemLook): readonly Item[] =>
  itemName === undefined
    ? []
    : [...new Set([specification, ''].flatMap((size) => byWords.get(plainSize(itemName + size)) ?? []))].filter(
        (item) => item.specification !== undefined || specification !== '',
      );

const labelledIn = ({ byBarcode }: ItemIndex, { barcode }: ItemLook): readonly Item[] =>
  (barcode && byBarcode.get(sameText(barcode))) || [];

const namesakesIn = ({ byName }: ItemIndex, { itemName }: ItemLook): readonly Item[] =>
  (itemName && byName.get(sameText(itemName))) || [];

function lookIndexOf(book: PriceBook): LookIndex {
  const known = indexes.get(book);
  if (known) return known;
  const byLook = new Map<string, Item[]>();
  const byWords = new Map<string, Item[]>();
  for (const item of book.items) {
    file(byLook, look(item.code), item);
    for (const name of itemNamesOf(item)) file(byWords, plainSize(name + (item.specification ?? '')), item);
  }
  const index = { byLook, byWords };
  indexes.set(book, index);
  return index;
}
