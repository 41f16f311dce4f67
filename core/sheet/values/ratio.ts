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
 * @param usual what the column's numbers mean
 * @param proven those that mean something else, by `numberKey`
 */
export function readRatio(
  cell: Cell,
  usual: RatioScale | 'unclear',
  mark: DecimalMark | null,
  proven?: ReadonlyMap<string, RatioScale>,
): Reading<Decimal> {
  const word = typeof cell.value === 'string' ? parseDiscountWord(cell.value) : null;
  if (word) return value(word);
  const { number, signed } = shareIn(cell, mark);
  if (number.kind !== 'value') return number;
  const scale = proven?.get(numberKey(Number(number.value), signed)) ?? usual;
  if (scale === 'unclear') return signed || isZero(number.value) ? number : unreadable('ambiguous');
  const ratio = signed ? number.value : divide(number.value, scale.divisor);
  if (!scale.paid) return value(ratio);
  // Nothing paid is a gift, or nobody thought of a discount.
  return isZero(ratio) ? unreadable('ambiguous') : value(subtract(one, ratio));
}

/** A number of a column and whether it shows a percent sign, as a key. */
export const numberKey = (number: number, signed: boolean): string => `${number}${signed ? '%' : ''}`;

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

/** Chinese discounts name what is paid: 9折, 八折, 打85折, 九点五折; 对折 and 半价 are half off. Null when the text is none. */
export function parseDiscountWord(typed: string): Decimal | null {
  const said = typedText(typed).replace(/^[打按享]/, '');
  if (/^(?:[对對]折|半[价價])$/.test(said)) return half;
  const found = /^(\d(?:\.\d)?|\d\d(?:\.\d)?)\s*折$/.exec(inFigures(said));
  if (!found?.[1]) return null;
  const paid = parseDecimal(found[1]);
  return paid && subtract(one, divide(paid, (/^\d\d/.test(found[1]) ? '100' : '10') as Decimal));
}

const half = '0.5' as Decimal;

/** 九五 says digit by digit what 95 says. */
const inFigures = (text: string): string =>
  text
    .replace(/[一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit) + 1))
    .replace(/(?<=^\d)[点點](?=\d)/, '.');

const chineseDigits = '一二三四五六七八九';
