import { dateOf, dateOfSerial, daysBetween, type PlainDate } from '../../value/date.ts';
import { remembered } from '../../value/remembered.ts';
import { anyOrder, type DateColumn, isPossible } from './date-column.ts';
import { type ReadDay, type Readings, typedDate } from './date-shapes.ts';
import { empty, type Reading, unreadable, value } from './reading.ts';

/**
 * A date as text, in the shapes offices use: 20210101, 2026.3.5, 2026年3月5日, 115/03/05 and 民國115年3月5日 (years of the
 * Republic), 5-Mar-26, 3/5/2026, 26/3/5, 5月30发货. What the column doesn't decide is ambiguous, with its readings as choices;
 * a missing year is that of the order (or the next, where the day follows it closely), or the one the sheet speaks of; else
 * it is asked for. 等通知 is empty and says that the
 * date is open.
 * @param orderedOn the row's order date, where the date is one that follows it
 */
export function parseDateText(
  typed: string,
  column: DateColumn = anyOrder,
  orderedOn: PlainDate | null = null,
): Reading<PlainDate> {
  const year = orderedOn ? Number(orderedOn.slice(0, 4)) : column.year;
  const notBefore = orderedOn ?? column.notBefore;
  const found = typedDate(typed);
  switch (found.kind) {
    case 'nothing':
      return empty;
    case 'open':
      return { kind: 'empty', said: { openDate: true } };
    case 'month-end':
      return monthEnd(found.year ?? year, found.month);
    case 'day':
      return oneOf([found.day], year, notBefore);
    case 'unsure':
      return oneOf(readingsIn(found.readings, column), year, notBefore);
    default:
      return unreadable(found.kind);
  }
}

/** The readings its column allows. */
const readingsIn = (readings: Readings, { orders }: DateColumn): readonly ReadDay[] =>
  [...orders].flatMap((order) => readings[order] ?? []).filter(isPossible);

function oneOf(days: readonly ReadDay[], year: number | null, notBefore: PlainDate | null): Reading<PlainDate> {
  const unsaid = days.filter((day) => day.year === null);
  const dates = [...new Set(days.flatMap((day) => dateIn(day.year ?? year, day) ?? []))].toSorted();
  const [date, another] = dates;
  if (unsaid.length > 0 && year === null)
    return unreadable(unsaid.some((day) => dateIn(2024, day)) ? 'no-year' : 'not-a-date');
  if (date === undefined) return unreadable('not-a-date');
  if (another !== undefined) return unreadable('ambiguous', dates);
  const [day] = unsaid;
  if (!day || year === null || notBefore === null || date >= notBefore) return value(date);
  // Deliveries come after orders: 8 January is next year's for an order of 20 December. 5 March for one of 10 March is a slip.
  const next = dateIn(year + 1, day);
  if (next !== null && daysBetween(notBefore, next) <= halfYear) return value(next);
  return unreadable('no-year', next === null ? [date] : [date, next]);
}

const halfYear = 183;

const dateIn = (year: number | null, { month, day }: ReadDay): PlainDate | null =>
  year === null ? null : dateOf(year, month, day);

/** The last day of the month is usually meant; a person has to say so. */
function monthEnd(year: number | null, month: number): Reading<PlainDate> {
  if (month < 1 || month > 12) return unreadable('not-a-date');
  if (year === null) return unreadable('no-year');
  const last = [31, 30, 29, 28].map((day) => dateOf(year, month, day)).find((date) => date !== null);
  return unreadable('relative', last ? [last] : []);
}

/** Does a number format show a date? Literal text, colours and conditions don't count; [h]:mm is a duration. */
export const isDateFormat = (format: string | null): boolean => format !== null && showsDate(format);

const showsDate = remembered((format: string): boolean => {
  if (/^(?:general|standard|@)?$/i.test(format)) return false;
  const letters = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*]/gi, '').split(';')[0] ?? '';
  return /[yd年月日]|aaa/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters));
});

/**
 * A number in a date column. With a date format it is a serial; 20260305, 1150305 and 260305 are dates typed as numbers;
 * without a date format a serial is believed from 1990 to 2100 only (a column pasted as plain numbers).
 */
export function dateOfNumber(
  number: number,
  format: string | null,
  date1904: boolean,
  column: DateColumn = anyOrder,
): Reading<PlainDate> {
  const isDate = isDateFormat(format);
  if (!isDate && isTypedDate(number)) return parseDateText(String(number), column);
  const serial = isDate || (number >= 32874 && number < 73051) ? dateOfSerial(number, date1904) : null;
  if (serial === null) return unreadable('not-a-date');
  const turned = column.swapped
    ? dateOf(Number(serial.slice(0, 4)), Number(serial.slice(8)), Number(serial.slice(5, 7)))
    : null;
  return turned === null || turned === serial ? value(serial) : unreadable('ambiguous', [serial, turned]);
}

/** As many digits as a date, a date of the Republic, or one with a short year. */
const isTypedDate = (number: number): boolean =>
  Number.isInteger(number) &&
  ((number >= 19_000_101 && number <= 21_001_231) || (number >= 1_000_101 && number <= 1_991_231) || isShort(number));
const isShort = (number: number): boolean => number >= 100_101 && number <= 991_231;
