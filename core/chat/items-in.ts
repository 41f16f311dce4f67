import { itemIndexOf } from '../check/item-index.ts';
import { suggestItem } from '../check/item-suggestion.ts';
import type { Item, PriceBook } from '../check/knowledge.ts';
import { unitOf } from '../check/unit.ts';
import { itemDetails } from '../sheet/fields.ts';
import { compacted, foldedSigns, itemWordsOf, saysWord } from './item-words.ts';
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
    const counted = beforeCount(token, line.slice(place.to), exact);
    if (counted) return [withCount(counted, token, index, book)];
    return isCodeLike(token) ? nearly(token, place, book) : [];
  });
}

interface Counted {
  readonly code: string;
  readonly items: readonly Item[];
  /** A unit stands behind the number. */
  readonly hasUnit: boolean;
}

/** "DP001-12盒", "DP001-12": behind a dash that the book's code doesn't have, a number that counts. */
function beforeCount(token: string, after: string, exact: (code: string) => readonly Item[] | null): Counted | null {
  const [, code = '', letters = ''] = /^(.+)[-/]\d+(?:\.\d+)?([A-Za-z]*)$/.exec(token) ?? [];
  const items = code === '' ? null : exact(code);
  if (!items) return null;
  const [word = ''] = /^\s*\p{Script=Han}{1,2}/u.exec(letters === '' ? after : '') ?? [];
  const units = [letters, word.trim(), word.trim().slice(0, 1)];
  const hasUnit = units.some((unit) => unit !== '' && unitOf(unit).isKnown);
  return hasUnit || (letters === '' && /^\s*(?:$|[,，、;；。])/.test(after)) ? { code, items, hasUnit } : null;
}

/** Where the book has a code nearly as long, that may be meant; without a unit the number may be a part of a code, too. */
function withCount({ code, items, hasUnit }: Counted, token: string, from: number, book: PriceBook): Mention {
  const [other] = nearly(token, { said: token, from, to: from + token.length }, book);
  const place = { said: code, from, to: from + code.length };
  if (hasUnit) return { ...place, items, sure: other ? 'likely' : surenessOf(items) };
  return { ...place, items: [...new Set([...items, ...(other?.items ?? [])])], sure: other ? 'unsure' : 'likely' };
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
    const narrowed = narrowedBy({ signs, places }, items);
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
function narrowedBy(line: Line, items: readonly Item[]): readonly Item[] {
  let left = bySizeWords(line, items);
  for (const word of itemDetails) {
    const said = left.filter((item) => saysWord(line.signs, item[word]));
    if (said.length === 0) continue;
    const longest = Math.max(...said.map((item) => item[word]?.length ?? 0));
    left = said.filter((item) => item[word]?.length === longest);
  }
  return left;
}

interface Line {
  readonly signs: string;
  readonly places: readonly number[];
}

/** Of "DN50 PN16 304" people say DN50: those of whose size the most words are said, each whole. */
function bySizeWords({ signs, places }: Line, items: readonly Item[]): readonly Item[] {
  const said = withOneCross(signs);
  const isPart = (at: number, next: number) =>
    /[a-z0-9.]/.test(said.charAt(next)) &&
    /[a-z0-9]/.test(said.charAt(at)) &&
    Math.abs((places[at] ?? 0) - (places[next] ?? 0)) === 1;
  const says = (word: string): boolean => {
    for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
      const last = at + word.length - 1;
      if (!(at > 0 && isPart(at, at - 1)) && !(last + 1 < said.length && isPart(last, last + 1))) return true;
    }
    return false;
  };
  const counts = items.map(({ specification = '' }) => sizeWords(specification).filter(says).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? items : items.filter((_, at) => counts[at] === most);
}

const sizeWords = (specification: string): readonly string[] =>
  withOneCross(foldedSigns(specification.normalize('NFKC')))
    .split(/[\s,;/|·，、；]+/)
    .filter((word) => word.length > 1);

/** M10×40, M10*40 and M10x40 are one size. */
const withOneCross = (text: string): string => text.replace(/(?<=\d)\s*[×*x]\s*(?=\d)/g, 'x');
