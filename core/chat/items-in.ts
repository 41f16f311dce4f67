import { itemIndexOf } from '../check/item-index.ts';
import { suggestItem } from '../check/item-suggestion.ts';
import type { Item, PriceBook } from '../check/knowledge.ts';
import { unitOf } from '../check/unit.ts';
import { compacted, itemWordsOf, saysWord } from './item-words.ts';
import type { Sureness } from './said.ts';

/** Words of a line that name an item, and which items of the book they may mean, the likeliest first. */
export interface Mention {
  readonly said: string;
  readonly items: readonly Item[];
  readonly sure: Sureness;
  readonly from: number;
  readonly to: number;
}

const codeShaped = /[A-Za-z0-9]+(?:[-_./#][A-Za-z0-9]+)*/g;

/** Everything on the line that names an item, from left to right; what lies within something longer is left out. */
export function itemsIn(line: string, book: PriceBook | null): readonly Mention[] {
  if (!book) return [];
  const mentions = [...codesIn(line, book), ...namesIn(line, book)];
  return mentions
    .filter((one) => !mentions.some((other) => other !== one && covers(other, one)))
    .toSorted((a, b) => a.from - b.from);
}

const covers = (one: Mention, other: Mention): boolean =>
  one.from <= other.from && one.to >= other.to && one.to - one.from > other.to - other.from;

function codesIn(line: string, book: PriceBook): readonly Mention[] {
  const { coded, byCustomerCode } = itemIndexOf(book);
  const exact = (code: string): readonly Item[] | null => coded(code) ?? byCustomerCode.get(code.toLowerCase()) ?? null;
  return [...line.matchAll(codeShaped)].flatMap(({ 0: token, index }): readonly Mention[] => {
    // "A-1x40": the cross belongs to the quantity.
    const [code = token] = [token, token.replace(/[xX]\d+$/, '')].filter((each) => exact(each) !== null);
    const place = { said: code, from: index, to: index + code.length };
    const items = exact(code);
    if (items) return couldBeNumber(code, line.slice(place.to)) ? [] : [{ ...place, items, sure: surenessOf(items) }];
    return isCodeLike(token) ? nearly(token, place, book) : [];
  });
}

const surenessOf = (items: readonly Item[]): Sureness => (new Set(items).size === 1 ? 'sure' : 'unsure');

/** Digits alone are a code only where the book has it and nobody counts with them. */
const couldBeNumber = (code: string, after: string): boolean =>
  /^\d+$/.test(code) && (code.length < 4 || unitOf(/^\s*(\p{Script=Han}|[a-z]+)/iu.exec(after)?.[1] ?? '').isKnown);

/** Letters and digits together, not "100pcs", "3k" or "1st". */
const isCodeLike = (token: string): boolean =>
  /[A-Za-z]/.test(token) &&
  /\d/.test(token) &&
  !unitOf(/^\d+(?:\.\d+)?([A-Za-z]+)$/.exec(token)?.[1] ?? '').isKnown &&
  !/^\d+(?:st|nd|rd|th|x|k)$/i.test(token);

/** A code the book doesn't have, but nearly. */
function nearly(token: string, place: Pick<Mention, 'said' | 'from' | 'to'>, book: PriceBook): readonly Mention[] {
  const meant = suggestItem(book, { itemCode: token });
  return meant ? [{ ...place, items: [meant.item], sure: meant.isCertain ? 'likely' : 'unsure' }] : [];
}

/** Names as the book has them; of several things with one name, those whose size and colour the line says too. */
function namesIn(line: string, book: PriceBook): readonly Mention[] {
  const { byName, longest } = itemWordsOf(book);
  const { signs, places } = compacted(line);
  const mentions: Mention[] = [];
  for (let start = 0; start < signs.length; start += 1) {
    const end = longestFrom(start, signs, longest, byName);
    const items = end === null ? undefined : byName.get(signs.slice(start, end));
    if (end === null || !items || cutsWord(line, places[start] ?? 0, places[end - 1] ?? 0)) continue;
    const [from, last] = [places[start] ?? 0, places[end - 1] ?? 0];
    const narrowed = narrowedBy(signs, items);
    const to = last + 1 + (plural.exec(line.slice(last + 1))?.[0].length ?? 0);
    mentions.push({ said: line.slice(from, to), items: narrowed, sure: surenessOf(narrowed), from, to });
    start = end - 1;
  }
  return mentions;
}

function longestFrom(
  start: number,
  signs: string,
  longest: number,
  names: ReadonlyMap<string, unknown>,
): number | null {
  for (let end = Math.min(signs.length, start + longest); end > start + 1; end -= 1)
    if (names.has(signs.slice(start, end))) return end;
  return null;
}

/** "nut" is no part of "walnut". */
const cutsWord = (line: string, first: number, last: number): boolean =>
  (/[a-z]/i.test(line.charAt(first)) && /[a-z]/i.test(line.charAt(first - 1))) ||
  (/[a-z]/i.test(line.charAt(last)) && /[a-z]/i.test(line.charAt(last + 1)) && !plural.test(line.slice(last + 1)));
const plural = /^e?s\b/i;

/** Whose size is said goes before the others, the longest first: DN50 is in DN500. */
function narrowedBy(signs: string, items: readonly Item[]): readonly Item[] {
  let left = items;
  for (const word of ['specification', 'color', 'material', 'brand'] as const) {
    const said = left.filter((item) => saysWord(signs, item[word]));
    if (said.length === 0) continue;
    const longest = Math.max(...said.map((item) => item[word]?.length ?? 0));
    left = said.filter((item) => item[word]?.length === longest);
  }
  return left;
}
