import { dateOfSerial } from '../../value/date.ts';
import { type Decimal, divide, isZero, multiply, subtract } from '../../value/decimal.ts';
import type { Cell } from '../cells.ts';
import type { FieldKind } from '../fields.ts';
import { codeText, plainText } from '../text.ts';
import { type DayOrder, dateOfNumber, isDateFormat, parseDateText } from './date.ts';
import { parseFlag } from './flag.ts';
import { numberOf, parseDiscountWord, parseNumber } from './number.ts';
import { empty, type Reading, unreadable, value } from './reading.ts';

/** What the whole column says about reading each of its cells. */
export interface ColumnContext {
  readonly field: string;
  readonly kind: FieldKind;
  readonly date1904: boolean;
  readonly dayOrder: DayOrder | null;
  /** 万元 in the heading: 10000. */
  readonly scale: Decimal | null;
  /** How the plain numbers of a ratio column are meant; unclear = they are never guessed. */
  readonly ratio: RatioScale | 'unclear';
}

/** 5 for 5 %: divisor 100. 9.5折: divisor 10, and it names what is paid. */
export interface RatioScale {
  readonly divisor: Decimal;
  readonly paid: boolean;
}

const excelError =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|PYTHON!)$/;
export const isExcelError = (text: string): boolean => text.startsWith('#') && excelError.test(text);

const one = '1' as Decimal;
const codes = new Set([
  'orderKey',
  'poNumber',
  'customerCode',
  'itemCode',
  'barcode',
  'customerItemCode',
  'currency',
  'number',
]);
const nothingTyped = /^[-—–/\\]+$/;

/** A cell as its field wants it. Empty is empty, whatever the kind; whether it may be is for the checks. */
export function readCell(cell: Cell, column: ColumnContext): Reading<string | boolean> {
  if (cell.value === null) return cell.formula ? unreadable('no-cached-value') : empty;
  if (typeof cell.value === 'string' && isExcelError(cell.value)) return unreadable('formula-error');
  switch (column.kind) {
    case 'text':
      return readText(cell, column);
    case 'date':
      return readDate(cell, column);
    case 'flag':
      return readFlag(cell, column);
    case 'ratio':
      return readRatio(cell, column);
    case 'quantity':
    case 'money':
      return readAmount(cell, column);
  }
}

/** Codes may be numbers (11), numbers shown with zeros (format 00000), or a spec that Excel took for a date (3-5). */
function readText({ value: content, format }: Cell, { field, date1904 }: ColumnContext): Reading<string> {
  if (typeof content === 'string') {
    const text = codes.has(field) ? codeText(content) : plainText(content);
    return text === '' || nothingTyped.test(text) ? empty : value(text);
  }
  if (typeof content !== 'number') return value(content ? 'TRUE' : 'FALSE');
  if (isDateFormat(format)) {
    const date = dateOfSerial(content, date1904);
    if (date) return value(date);
  }
  const number = numberOf(content);
  const zeros = format && /^0+$/.test(format) ? format.length : 0;
  return number.kind === 'value' ? value(number.value.padStart(zeros, '0')) : number;
}

function readDate({ value: content, format }: Cell, { date1904, dayOrder }: ColumnContext): Reading<string> {
  if (typeof content === 'string') return parseDateText(content, dayOrder);
  return typeof content === 'number' ? dateOfNumber(content, format, date1904) : unreadable('not-a-date');
}

function readFlag({ value: content }: Cell, { field }: ColumnContext): Reading<boolean> {
  if (typeof content === 'boolean') return value(content);
  return parseFlag(String(content), field === 'active' ? 'going' : 'gone');
}

function readNumber({ value: content }: Cell): Reading<Decimal> {
  if (typeof content === 'number') return numberOf(content);
  return typeof content === 'string' ? parseNumber(content) : unreadable('not-a-number');
}

function readAmount(cell: Cell, { scale, kind }: ColumnContext): Reading<Decimal> {
  if (kind === 'quantity' && isDateFormat(cell.format)) return unreadable('not-a-number');
  const number = readNumber(cell);
  return number.kind === 'value' && scale ? value(multiply(number.value, scale)) : number;
}

function readRatio(cell: Cell, { ratio: scale }: ColumnContext): Reading<Decimal> {
  const typed = typeof cell.value === 'string' ? cell.value.normalize('NFKC') : '';
  const word = parseDiscountWord(typed);
  if (word) return value(word);
  const number = readNumber(cell);
  if (number.kind !== 'value') return number;
  const signed = typed.includes('%');
  if (scale === 'unclear') return signed || isZero(number.value) ? number : unreadable('ambiguous');
  const ratio = signed ? number.value : divide(number.value, scale.divisor);
  if (!scale.paid) return value(ratio);
  // Nothing paid is a gift, or nobody thought of a discount.
  return isZero(ratio) ? unreadable('ambiguous') : value(subtract(one, ratio));
}
