import Big from 'big.js';
import { over, plus, rounded, times } from './scaled.ts';

declare const decimal: unique symbol;
/**
 * An exact decimal number as plain text without exponent, e.g. "1234.5" or "-0.07". Amounts, prices and quantities are
 * kept, sent and stored in this form: it survives JSON, worker messages and hashing unchanged. Floats never carry money.
 */
export type Decimal = string & { readonly [decimal]: true };

const shape = /^-?\d{1,20}(\.\d{1,10})?$/;
const text = (value: Big): Decimal => (value.eq(0) ? '0' : value.toFixed()) as Decimal;

export const zero = '0' as Decimal;

/** Plain decimal text, in canonical form ("007.50" → "7.5"); null when it is anything else. */
export const parseDecimal = (value: string): Decimal | null => (shape.test(value) ? text(new Big(value)) : null);

/** A number as Excel holds it. 15 significant digits are what Excel shows and stores; null for NaN and infinities. */
export function decimalOf(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null;
  // Most numbers of a sheet are short: JavaScript's own shortest text of them is exact and plain.
  const short = String(value);
  if (short.length <= 15 && !short.includes('e')) return (value === 0 ? zero : short) as Decimal;
  return text(new Big(Number.isInteger(value) ? value : value.toPrecision(15)));
}

export const add = (a: Decimal, b: Decimal): Decimal => (plus(a, b, 1) as Decimal | null) ?? text(new Big(a).plus(b));
export function subtract(a: Decimal, b: Decimal): Decimal {
  if (a === b) return zero;
  return (plus(a, b, -1) as Decimal | null) ?? text(new Big(a).minus(b));
}
export function multiply(a: Decimal, b: Decimal): Decimal {
  if (a === zero || b === zero) return zero;
  return (times(a, b) as Decimal | null) ?? text(new Big(a).times(b));
}
export const negate = (a: Decimal): Decimal => (a === zero ? a : a.startsWith('-') ? a.slice(1) : `-${a}`) as Decimal;
export const absolute = (a: Decimal): Decimal => (a.startsWith('-') ? a.slice(1) : a) as Decimal;
/** a ÷ b to 10 decimals, half away from zero. b = 0 is a broken invariant and throws. */
export const divide = (a: Decimal, b: Decimal): Decimal => over(a, b, 10) as Decimal;
/**
 * -1, 0 or 1. Reading text as a float keeps its order (rounding is monotonic), so floats that differ decide, quickly; floats
 * that are equal decide nothing.
 */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a === b) return 0;
  if (b === zero && startsAboveZero(a)) return 1;
  const difference = Number(a) - Number(b);
  return difference === 0 ? new Big(a).cmp(b) : difference < 0 ? -1 : 1;
}
/** Asked of nearly every quantity and price: the first digit tells. */
function startsAboveZero(a: Decimal): boolean {
  const first = a.charCodeAt(0);
  return first > 48 && first <= 57;
}
export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
};
/** Half away from zero (commercial rounding, 四舍五入). */
export const round = (a: Decimal, places: number): Decimal =>
  (rounded(a, places) as Decimal | null) ?? text(new Big(a).round(places, Big.roundHalfUp));
/** Towards zero: what of it is there in so many decimals. */
export const roundDown = (a: Decimal, places: number): Decimal => text(new Big(a).round(places, Big.roundDown));
/** With exactly `places` decimals, for showing: "1234.50". */
export const fixed = (a: Decimal, places: number): string => new Big(a).toFixed(places, Big.roundHalfUp);
export const maximum = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);
export const minimum = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);
export const isZero = (a: Decimal): boolean => compare(a, zero) === 0;
export const isNegative = (a: Decimal): boolean => compare(a, zero) < 0;
