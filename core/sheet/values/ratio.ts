import { type Decimal, divide, isZero, parseDecimal, subtract } from '../../value/decimal.ts';
import type { Cell } from '../cells.ts';
import { type DecimalMark, numberOf } from './digits.ts';
import { figureIn } from './number.ts';
import { empty, type Reading, unreadable, value } from './reading.ts';
import { typedText } from './typed-text.ts';

/** 5 for 5 %: divisor 100. 9.5折: divisor 10, and it names what is paid. */
export interface RatioScale {
  readonly divisor: Decimal;
  readonly paid: boolean;
}

const one = '1' as Decimal;

/**
 * A share of something: 5%, 0.05, 9折. Plain numbers mean what the column's scale says; a percent sign, typed or shown by the
 * number format, speaks for itself. ￥5 and 5件 are no share.
 */
export function readRatio(cell: Cell, scale: RatioScale | 'unclear', mark: DecimalMark | null): Reading<Decimal> {
  const word = typeof cell.value === 'string' ? parseDiscountWord(cell.value) : null;
  if (word) return value(word);
  const { number, signed } = shareIn(cell, mark);
  if (number.kind !== 'value') return number;
  if (scale === 'unclear') return signed || isZero(number.value) ? number : unreadable('ambiguous');
  const ratio = signed ? number.value : divide(number.value, scale.divisor);
  if (!scale.paid) return value(ratio);
  // Nothing paid is a gift, or nobody thought of a discount.
  return isZero(ratio) ? unreadable('ambiguous') : value(subtract(one, ratio));
}

/** Is the number format a percentage? Then the number is a share already: 0.05 is shown as 5%. */
export const isPercentFormat = (format: string | null): boolean =>
  format !== null && /%/.test(format.replace(/"[^"]*"|\\./g, ''));

function shareIn({ value: content, format }: Cell, mark: DecimalMark | null) {
  if (typeof content === 'number') return { number: numberOf(content), signed: isPercentFormat(format) };
  const figure = typeof content === 'string' ? figureIn(content, mark) : undefined;
  if (figure === null) return { number: empty, signed: false };
  const other = !figure || figure.money || figure.unit !== undefined || figure.per !== undefined;
  return { number: other ? unreadable('not-a-number') : figure.number, signed: figure?.percent ?? false };
}

/** Chinese discounts name what is paid: 9折 = 10 % off, 85折 = 15 % off. Null when the text is none. */
export function parseDiscountWord(typed: string): Decimal | null {
  const found = /^(\d(?:\.\d)?|\d\d(?:\.\d)?)\s*折$/.exec(typedText(typed));
  if (!found?.[1]) return null;
  const paid = parseDecimal(found[1]);
  return paid && subtract(one, divide(paid, (/^\d\d/.test(found[1]) ? '100' : '10') as Decimal));
}
