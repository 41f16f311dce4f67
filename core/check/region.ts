import { foldTraditional, sameText } from '../sheet/text.ts';

/** What follows a province's or city's name without being part of it. */
const administrative = /(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|地区|省|市)$/;

const plainRegion = (text: string): string => foldTraditional(sameText(text)).replace(administrative, '');

/**
 * A customer's region lies in one an item may be sold to: the same name, with or without 省 and 市 and in either script, or a
 * place in it that names it first (广东深圳 in 广东). Regions that only a map could place are not told.
 */
export function liesIn(region: string, allowed: string): boolean {
  const [place, whole] = [plainRegion(region), plainRegion(allowed)];
  return place === whole || (/^\p{Script=Han}{2,}$/u.test(whole) && place.startsWith(whole));
}
