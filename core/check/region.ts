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
 * place in it that names it first (广东深圳 in 广东).
 */
export function liesIn(region: string, allowed: string): boolean {
  const [place, whole] = [plainRegion(region), plainRegion(allowed)];
  return place === whole || isWithin(place, whole);
}

/**
 * Two regions of which one can be said not to lie in the other by their names alone: two provinces, two parts of the country,
 * two words of the house's own. Whether 深圳 is in 广东, or 广东 in 华南, only a map tells.
 */
export function areComparable(region: string, allowed: string): boolean {
  const [place, whole] = [plainRegion(region), plainRegion(allowed)];
  return kindOf(place) === kindOf(whole) && !isWithin(whole, place);
}

const isWithin = (place: string, whole: string): boolean =>
  /^\p{Script=Han}{2,}$/u.test(whole) && place.startsWith(whole);

const provinces =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门'.split(
    ' ',
  );

function kindOf(place: string): 'province' | 'part' | 'other place' | 'word' {
  if (provinces.some((province) => place.startsWith(province))) return 'province';
  if (/^(?:东北|西北|西南|东南|华[东南西北中])/.test(place)) return 'part';
  return /^\p{Script=Han}/u.test(place) ? 'other place' : 'word';
}
