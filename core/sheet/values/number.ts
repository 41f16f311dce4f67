import {
  type Decimal,
  decimalOf,
  divide,
  multiply,
  negate,
  parseDecimal,
  round,
  subtract,
} from '../../value/decimal.ts';
import { empty, type Reading, unreadable, value } from './reading.ts';

const ten = (zeros: number): Decimal => `1${'0'.repeat(zeros)}` as Decimal;
const one = '1' as Decimal;

const currencyBefore = /^(?:rmb|cny|usd|us\$|hk\$|nt\$|hkd|twd|ntd|eur|gbp|人民币|[¥$€£])\s*/i;
const currencyAfter = /\s*(?:元整|圆整|元|圆|圓|块|塊|rmb|cny|usd|eur|twd|ntd|hkd|[¥$€£])$/i;
const perUnit = /\s*\/\s*[^\d\s/]{1,8}$/;
/** 件, pcs, 箱 … behind the number. */
const unitAfter = /(?<=[\d.])\s*[a-z\u3400-\u9fff][a-z\u3400-\u9fff.]{0,9}$/i;
/** 1.2万, 3万件, 5千; but 5千克 is five kilograms. */
const scaled = /^([\d.,]+)\s*(?:([万萬])[a-z\u3400-\u9fff]{0,4}|千)$/i;
const pack = /^(\d+)\s*[a-z\u3400-\u9fff]{0,4}\s*[x×*]\s*(\d+)\s*[a-z\u3400-\u9fff]{0,8}$/i;
const nothing = /^(?:[-—–/_]+|无|無|n\/?a|null|none)$/i;

/** A number cell's number: exact to Excel's 15 digits, at most 10 decimals (what Decimal carries over the wire). */
export function numberOf(number: number): Reading<Decimal> {
  const exact = decimalOf(number);
  if (exact === null) return unreadable('not-a-number');
  const decimals = exact.length - exact.indexOf('.') - 1;
  return value(exact.includes('.') && decimals > 10 ? round(exact, 10) : exact);
}

/**
 * A number somebody typed as text: full-width digits, ￥ 元, thousands separators, 5 %, (1,200.50), 1.2万, 5000件, 3箱×24.
 * "12,5" and "1.234,5" could be two numbers: ambiguous, never guessed.
 */
export function parseNumber(typed: string): Reading<Decimal> {
  let text = typed
    .normalize('NFKC')
    .replace(/[\u2212\u2013\ufe63]/g, '-')
    .trim();
  if (text === '' || nothing.test(text)) return empty;

  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  const trailing = /^([^-]+)-$/.exec(text)?.[1];
  let negative = bracketed !== undefined || trailing !== undefined;
  text = (bracketed ?? trailing ?? text).trim();
  const sign = /^([+-])\s*/.exec(text);
  if (sign) {
    if (negative) return unreadable('not-a-number');
    negative = sign[1] === '-';
    text = text.slice(sign[0].length);
  }

  const size = unsigned(text);
  return size.kind === 'value' && negative ? value(negate(size.value)) : size;
}

function unsigned(typed: string): Reading<Decimal> {
  const packs = pack.exec(typed);
  if (packs) return value(multiply(packs[1] as Decimal, packs[2] as Decimal));

  let text = typed.replace(currencyBefore, '').replace(perUnit, '').replace(currencyAfter, '').trim();
  const large = scaled.exec(text);
  const percent = /^(.+?)\s*%$/.exec(text)?.[1];
  text = large?.[1] ?? percent ?? text.replace(unitAfter, '');

  const plain = digits(text.trim());
  if (plain.kind !== 'value') return plain;
  if (percent !== undefined) return value(divide(plain.value, ten(2)));
  return large ? value(multiply(plain.value, ten(large[2] ? 4 : 3))) : plain;
}

/** Digits with separators, no sign. */
function digits(text: string): Reading<Decimal> {
  if (/^\d+,\d{1,2}$/.test(text) || /^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return unreadable('ambiguous');
  if (/^\d+(?:\.\d+)?e[+-]?\d{1,2}$/i.test(text)) return numberOf(Number(text));
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.\d+)?\.?$/.test(text)) return unreadable('not-a-number');
  const bare = text.replace(/[, ]/g, '').replace(/\.$/, '');
  const [whole = '', decimals = ''] = bare.split('.');
  const read = whole + decimals === '' ? null : parseDecimal(withPoint(whole || '0', decimals.slice(0, 10)));
  return read === null ? unreadable('not-a-number') : value(read);
}

const withPoint = (whole: string, decimals: string): string => (decimals === '' ? whole : `${whole}.${decimals}`);

/** Chinese discounts name what is paid: 9折 = 10 % off, 85折 = 15 % off. Null when the text is none. */
export function parseDiscountWord(typed: string): Decimal | null {
  const found = /^(\d(?:\.\d)?|\d\d(?:\.\d)?)\s*折$/.exec(typed.normalize('NFKC').trim());
  if (!found?.[1]) return null;
  const paid = parseDecimal(found[1]);
  return paid && subtract(one, divide(paid, /^\d\d/.test(found[1]) ? ten(2) : ten(1)));
}
