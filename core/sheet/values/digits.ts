import { type Decimal, decimalOf, parseDecimal, round } from '../../value/decimal.ts';
import { placesOf } from '../../value/scaled.ts';
import { type Reading, unreadable, value } from './reading.ts';

/** Which sign a column writes before the decimals: 1,234.5 or 1.234,5. */
export type DecimalMark = 'point' | 'comma';

const beyondExcel = 1e15;

/**
 * A number cell's number: exact to Excel's 15 digits, at most 10 decimals (what Decimal carries over the wire). A longer
 * whole number was cut when it was typed; which digits it had nobody can tell any more.
 */
export function numberOf(number: number): Reading<Decimal> {
  if (Math.abs(number) >= beyondExcel) return unreadable('digits-lost');
  const exact = decimalOf(number);
  return exact === null ? unreadable('not-a-number') : value(shortened(exact));
}

/** Whether `numberOf` can read it. */
export const isNumber = (number: number): boolean => Math.abs(number) < beyondExcel;

const shortened = (exact: Decimal): Decimal => (placesOf(exact) > 10 ? round(exact, 10) : exact);

const scientific = /^\d+(?:\.\d+)?e[+-]?\d{1,3}$/i;
/** Groups of three begin with 1 to 9: 0.125 is no 125. */
const pointed = /^(?:[1-9]\d{0,2}([, '])\d{3}(?:\1\d{3})*|\d+)?(?:\.\d*)?$/;
const comma = /^(?:[1-9]\d{0,2}([. '])\d{3}(?:\1\d{3})*|\d+)?(?:,\d+)?$/;

/** What digits with separators are when the decimal mark is the point, and when it is the comma; null = impossible. */
function bothReadings(text: string): Readonly<Record<DecimalMark, Decimal | null>> {
  return {
    point: pointed.test(text) ? decimal(text.replace(/[, ']/g, '')) : null,
    comma: comma.test(text) ? decimal(text.replace(/[. ']/g, '').replace(',', '.')) : null,
  };
}

function decimal(plain: string): Decimal | null {
  const [whole = '', decimals = ''] = plain.split('.');
  if (whole + decimals === '' || whole.length > 20) return null;
  const exact = `${whole || '0'}${decimals && `.${decimals}`}`;
  return decimals.length <= 10 ? parseDecimal(exact) : round(exact as Decimal, 10);
}

/**
 * Digits with separators, without sign: 1234.5, 1,234.5, 1.234,5, 1 234,5, 1'234.50, 1.2E+05. 1,234 and 1.234 have two
 * readings: the column's mark decides; without one they are ambiguous, never guessed. So is 12,5: a decimal or a slip.
 */
export function readDigits(text: string, mark: DecimalMark | null): Reading<Decimal> {
  if (scientific.test(text)) return numberOf(Number(text));
  const readings = bothReadings(text);
  if (readings.point !== null && readings.comma !== null) {
    if (readings.point === readings.comma) return value(readings.point);
    const decided = mark && readings[mark];
    return decided ? value(decided) : unreadable('ambiguous', [readings.point, readings.comma]);
  }
  if (readings.point !== null) return value(readings.point);
  if (readings.comma === null) return unreadable('not-a-number');
  if (mark === 'comma' || /[. ']/.test(text)) return value(readings.comma);
  const slip = decimal(text.replace(',', ''));
  return unreadable('ambiguous', slip === null ? [readings.comma] : [readings.comma, slip]);
}

/** As many digits as a Decimal carries over the wire; more are no number anybody meant. */
export function carried(reading: Reading<Decimal>): Reading<Decimal> {
  if (reading.kind !== 'value') return reading;
  const exact = parseDecimal(round(reading.value, 10));
  return exact === null ? unreadable('not-a-number') : { ...reading, value: exact };
}

/** What digits tell of their column. 1,234 could be thousands or decimals, so could 1.234; 12,5 could be a slip. */
export type MarkSeen = DecimalMark | 'thousands' | 'decimals' | 'slip';

/** Null for digits that say nothing: 1234. */
export function markIn(text: string): MarkSeen | null {
  const readings = bothReadings(text);
  if (readings.point === readings.comma) return null;
  if (readings.comma === null) return 'point';
  if (readings.point === null) return /[. ']/.test(text) ? 'comma' : 'slip';
  return text.includes(',') ? 'thousands' : 'decimals';
}
