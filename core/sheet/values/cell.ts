import type { PlainDate } from '../../value/date.ts';
import { type Decimal, multiply, zero } from '../../value/decimal.ts';
import type { Cell } from '../cells.ts';
import type { FieldKind } from '../fields.ts';
import { isGiftWord } from '../said-gift.ts';
import { parseMoney, parseQuantity, parseThreshold } from './amount.ts';
import { readText } from './code.ts';
import { dateOfNumber, isDateFormat, parseDateText } from './date.ts';
import type { DateColumn } from './date-column.ts';
import { carried, type DecimalMark, numberOf } from './digits.ts';
import { parseFlag } from './flag.ts';
import { priceSaidBy, unitOfFormat, zerosShownOnly } from './number-format.ts';
import { type RatioScale, readRatio } from './ratio.ts';
import { change, empty, type Reading, unreadable, value } from './reading.ts';

/** What the whole column says about reading each of its cells. */
export interface ColumnContext {
  readonly field: string;
  readonly kind: FieldKind;
  readonly date1904: boolean;
  readonly dates: DateColumn;
  /** 1,234.5 or 1.234,5; null when nothing in the column tells. */
  readonly mark: DecimalMark | null;
  /** 万元 in the heading: 10000. */
  readonly scale: Decimal | null;
  /** How the plain numbers of a ratio column are meant; unclear = they are never guessed. */
  readonly ratio: RatioScale | 'unclear';
  /** Numbers of it that amounts prove to be meant otherwise, by `numberKey`. */
  readonly provenRatios?: ReadonlyMap<string, RatioScale>;
  /** A flag's heading asks how things stand (状态): 1 and 是 then mean that they go on. */
  readonly asksState?: boolean;
}

const excelError =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|PYTHON!)$/;
export const isExcelError = (text: string): boolean => text.startsWith('#') && excelError.test(text);

/**
 * A cell as its field wants it. Empty is empty, whatever the kind; whether it may be is for the checks.
 * @param orderedOn the row's order date, for dates that follow it
 */
export function readCell(cell: Cell, column: ColumnContext, orderedOn: PlainDate | null): Reading<string | boolean> {
  if (cell.value === null) return cell.formula ? unreadable('no-cached-value') : empty;
  if (typeof cell.value === 'string' && isExcelError(cell.value)) return unreadable('formula-error');
  switch (column.kind) {
    case 'text':
      return readText(cell, column.field, column.date1904);
    case 'date':
      return readDate(cell, column, orderedOn);
    case 'flag':
      return readFlag(cell, column);
    case 'ratio':
      return readRatio(cell, column.ratio, column.mark, column.provenRatios);
    case 'quantity':
      return readQuantity(cell, column);
    case 'money':
      return readMoney(cell, column);
  }
}

function readDate(
  { value: content, format }: Cell,
  column: ColumnContext,
  orderedOn: PlainDate | null,
): Reading<string> {
  if (typeof content === 'string') return parseDateText(content, column.dates, orderedOn);
  if (typeof content !== 'number') return unreadable('not-a-date');
  return dateOfNumber(content, format, column.date1904, column.dates);
}

function readFlag({ value: content }: Cell, { field, asksState = false }: ColumnContext): Reading<boolean> {
  if (field === 'gift' && typeof content === 'string' && isGiftWord(content)) return value(true);
  const flag =
    typeof content === 'boolean'
      ? value(content)
      : parseFlag(String(content), field === 'active' || asksState ? 'going' : 'gone');
  return flag.kind === 'value' && asksState && field !== 'active' ? value(!flag.value) : flag;
}

const thresholds = new Set(['minimumQuantity', 'minimumOrder']);

function readQuantity({ value: content, format }: Cell, { field, mark }: ColumnContext): Reading<Decimal> {
  if (typeof content === 'string') return (thresholds.has(field) ? parseThreshold : parseQuantity)(content, mark);
  if (typeof content !== 'number' || isDateFormat(format)) return unreadable('not-a-number');
  const number = numberAsMeant(content, format);
  const unit = number.kind === 'value' && dressed(format) ? unitOfFormat(format) : null;
  return number.kind === 'value' && unit !== null ? value(number.value, { quantityUnit: unit }) : number;
}

/** What a row charges: an office that charges nothing says so in words. */
const charges = new Set(['unitPrice', 'amount']);

function readMoney({ value: content, format }: Cell, { field, mark, scale }: ColumnContext): Reading<Decimal> {
  if (typeof content === 'string' && charges.has(field) && isGiftWord(content)) return value(zero, { gift: true });
  if (typeof content === 'string') return parseMoneyIn(content, mark, scale);
  if (typeof content !== 'number' || isDateFormat(format)) return unreadable('not-a-number');
  const number = numberAsMeant(content, format);
  const scaled = scale ? carried(change(number, (size) => multiply(size, scale))) : number;
  return scaled.kind === 'value' && dressed(format) ? value(scaled.value, priceSaidBy(format)) : scaled;
}

/** Under 金额（万元）, 12000元 and 1.2万 say themselves how large they are. */
function parseMoneyIn(content: string, mark: DecimalMark | null, scale: Decimal | null): Reading<Decimal> {
  const number = parseMoney(content, mark);
  return scale && !/[元圆圓千万萬亿億]/.test(content)
    ? carried(change(number, (size) => multiply(size, scale)))
    : number;
}

/** Formats without quotes, brackets and currency signs say nothing beside the number: most cells stop here. */
const dressed = (format: string | null): format is string => format !== null && /["\\![$\u3400-\u9fff]/.test(format);

/** 1.2 shown as 1.2万 could be either. */
function numberAsMeant(content: number, format: string | null): Reading<Decimal> {
  const number = numberOf(content);
  const zeros = dressed(format) ? zerosShownOnly(format) : 0;
  if (zeros === 0 || number.kind !== 'value' || number.value === '0') return number;
  return unreadable('ambiguous', [number.value, multiply(number.value, `1${'0'.repeat(zeros)}` as Decimal)]);
}
