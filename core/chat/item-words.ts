import { itemNamesOf } from '../check/item-index.ts';
import type { Item, PriceBook } from '../check/knowledge.ts';
import { file } from '../check/match.ts';
import { foldTraditional, sameText } from '../sheet/text.ts';

/**
 * A book's names as people type them into a chat: either script, any width, with or without blanks. Signs of goods that headings
 * don't hold are folded here, besides those core/sheet/text folds.
 */
export interface ItemWords {
  readonly byName: ReadonlyMap<string, readonly Item[]>;
  /** Signs of the longest name. */
  readonly longest: number;
}

/** No name of a chat is longer; every length is tried at every place. */
const longestRead = 60;

const indexes = new WeakMap<PriceBook, ItemWords>();

export function itemWordsOf(book: PriceBook): ItemWords {
  const known = indexes.get(book);
  if (known) return known;
  const byName = new Map<string, Item[]>();
  for (const item of book.items)
    for (const name of new Set(itemNamesOf(item).map(folded))) if (name.length > 1) file(byName, name, item);
  const longest = [...byName.keys()].reduce((most, { length }) => Math.max(most, length), 0);
  const words = { byName, longest: Math.min(longestRead, longest) };
  indexes.set(book, words);
  return words;
}

const goods = new Map(
  [
    '蘭兰鋼钢鏽锈銹锈鐵铁鋁铝銅铜鍍镀鋅锌螺螺絲丝釘钉墊垫閥阀彎弯頭头軸轴齒齿輪轮鏈链燈灯紮扎膠胶鋸锯鑽钻鉗钳內内徑径長长寬宽厚厚圓圆槍枪氣气壓压熱热輕轻藍蓝紅红綠绿黃黄銀银',
  ]
    .join('')
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/** Both scripts alike, sign for sign. */
export const foldedSigns = (text: string): string =>
  Array.from(
    foldTraditional(text.replace(/[A-Z]/g, (sign) => sign.toLowerCase())),
    (sign) => goods.get(sign) ?? sign,
  ).join('');

const folded = (name: string): string => foldedSigns(sameText(name));

/** A line without its blanks, folded, and where each of its signs stands in the line. */
export function compacted(line: string): { readonly signs: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let signs = '';
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (/\s/.test(sign)) continue;
    signs += sign;
    places.push(at);
  }
  return { signs: foldedSigns(signs), places };
}

export const saysWord = (signs: string, word: string | undefined): boolean =>
  word !== undefined && word !== '' && signs.includes(folded(word));
