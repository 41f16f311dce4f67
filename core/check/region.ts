import { sameText } from '../sheet/text.ts';

/** Traditional letters in names of provinces and regions 廣東 雲南 華東, each before its simplified form. */
const simplified = new Map(
  '廣广東东蘇苏遼辽寧宁龍龙陝陕貴贵雲云慶庆臺台灣湾門门內内肅肃華华壯壮爾尔維维區区別别'
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** What follows a province's or city's name without being part of it. */
const administrative = /(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|地区|省|市)$/;

const plainRegion = (text: string): string =>
  Array.from(sameText(text), (letter) => simplified.get(letter) ?? letter)
    .join('')
    .replace(administrative, '');

/**
 * A customer's region lies in one an item may be sold to: the same name, with or without 省 and 市 and in either script, or a
 * place in it that names it first (广东深圳 in 广东). Regions that only a map could place are not told.
 */
export function liesIn(region: string, allowed: string): boolean {
  const [place, whole] = [plainRegion(region), plainRegion(allowed)];
  return place === whole || (/^\p{Script=Han}{2,}$/u.test(whole) && place.startsWith(whole));
}
