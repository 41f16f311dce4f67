import { type Decimal, multiply, parseDecimal } from '../value/decimal.ts';

const digits: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((sign, value) => [sign, value])),
  〇: 0,
  两: 2,
  兩: 2,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 萬: 10_000 };

/** 两百 = 200, 一千五 = 1500, 三万二 = 32000, 十二 = 12; null for signs that make no number. */
export function chineseNumber(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let power = 1;
  for (const sign of text) {
    const value = digits[sign];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      // 一千零五: after a zero nothing is short for hundreds.
      if (value === 0) power = 1;
      continue;
    }
    power = powers[sign] ?? 0;
    if (power === 0) return null;
    if (power === 10_000) {
      total += (section + (digit ?? 0)) * power;
      section = 0;
    } else section += (digit ?? 1) * power;
    digit = null;
  }
  // 一千五 leaves the hundreds out.
  const short = digit !== null && power >= 100 ? (digit * power) / 10 : (digit ?? 0);
  return total + section + short;
}

const chinese = '[零〇一二两兩三四五六七八九十百千万萬]';
/** As a part of other patterns, without a group of its own. */
export const numberPattern = `(?:(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?(?:[百千万萬]|[kK](?![A-Za-z]))?|${chinese}+)`;

const shorthand: Readonly<Record<string, string>> = {
  百: '100',
  千: '1000',
  k: '1000',
  K: '1000',
  万: '10000',
  萬: '10000',
};

/** What `numberPattern` found: 1,200, 1.5万, 3k, 两百. */
export function numberIn(text: string): Decimal | null {
  const [, plain = '', times = ''] = /^([\d,]+(?:\.\d+)?)([百千万萬kK]?)$/.exec(text) ?? [];
  if (plain !== '') {
    const number = parseDecimal(plain.replaceAll(',', ''));
    return number && times ? multiply(number, (shorthand[times] ?? '1') as Decimal) : number;
  }
  const number = chineseNumber(text);
  return number === null ? null : parseDecimal(String(number));
}
