import { dateOf, dateOfSerial, type PlainDate } from '../../value/date.ts';
import { empty, type Reading, unreadable, value } from './reading.ts';

/** How a column writes days and months when numbers alone don't tell: 3/5/2026. */
export type DayOrder = 'day-first' | 'month-first';

const clock =
  /[t\s]*(?:上午|下午|am|pm)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm)?\s*(?:z|[+-]\d{2}:?\d{2})?$/i;
const weekday = /\s*\(?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\)?\s*/g;
/** "When told", "to be agreed": the customer has not named a date. Nothing is wrong with the cell. */
const open =
  /^(?:[-—–/]+|无|無|n\/?a|(?:等|待|另行|另)(?:.{0,4})(?:通知|定|确认|確認)(?:发货|發貨|出货|出貨|交货|交貨)?|tb[acd]|to be (?:advised|confirmed)|asap|尽快|盡快|on call)$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNumber = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const shapes = {
  compact: /^(\d{4})(\d{2})(\d{2})$/,
  yearFirst: /^(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*[日号號]?$/,
  republic:
    /^(?:(?:中华民国|中華民國|民国|民國)\s*(\d{2,3})|(1\d\d))\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/,
  yearLast: /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4})$/,
  dayName: /^(\d{1,2})(?:st|nd|rd|th)?[-/\s]*([a-z]{3,9})\.?[-/,\s]*(\d{4})$/i,
  nameDay: /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[,\s]+(\d{4})$/i,
  noYear: /^\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号號]?(?:前|后|後)?(?:发货|發貨|出货|出貨|交货|交貨|到货|到貨)?$/,
  shortYear: /^\d{1,2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/,
};

/** Without the time of day and the weekday: only the calendar date counts, and no zone may shift it. */
const dateText = (typed: string): string =>
  typed.normalize('NFKC').replace(weekday, ' ').trim().replace(clock, '').trim();

/**
 * A date as text, in the shapes offices use: 20210101, 2026.3.5, 2026-3-5, 2026/3/5, 2026年3月5日, 115/03/05 and 民國115年
 * (years of the Republic), 5 Mar 2026, 3/5/2026 when the column's order is known. Without a year: no-year.
 */
export function parseDateText(typed: string, order: DayOrder | null = null): Reading<PlainDate> {
  const text = dateText(typed);
  if (text === '' || open.test(text)) return empty;
  const real = (year: number, month: number, day: number): Reading<PlainDate> => {
    const date = dateOf(year, month, day);
    return date === null ? unreadable('not-a-date') : value(date);
  };

  const first = shapes.compact.exec(text) ?? shapes.yearFirst.exec(text);
  if (first) return real(Number(first[1]), Number(first[2]), Number(first[3]));
  const republic = shapes.republic.exec(text);
  if (republic) return real(Number(republic[1] ?? republic[2]) + 1911, Number(republic[3]), Number(republic[4]));
  const dayName = shapes.dayName.exec(text);
  if (dayName) return real(Number(dayName[3]), monthNumber(dayName[2] ?? ''), Number(dayName[1]));
  const nameDay = shapes.nameDay.exec(text);
  if (nameDay) return real(Number(nameDay[3]), monthNumber(nameDay[1] ?? ''), Number(nameDay[2]));

  const last = shapes.yearLast.exec(text);
  if (last) {
    const [a, b, year] = [Number(last[1]), Number(last[2]), Number(last[3])];
    const known = order ?? dayOrderOf([text]);
    if (known === null && a !== b) return unreadable('ambiguous');
    return known === 'month-first' ? real(year, a, b) : real(year, b, a);
  }
  if (shapes.noYear.test(text)) return unreadable('no-year');
  return unreadable(shapes.shortYear.test(text) ? 'ambiguous' : 'not-a-date');
}

/**
 * Which comes first in a column's 3/5/2026 texts: one value above 12 settles it for the whole column; null when none or
 * when they contradict each other.
 */
export function dayOrderOf(texts: Iterable<string>): DayOrder | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const typed of texts) {
    const found = shapes.yearLast.exec(dateText(typed));
    if (!found) continue;
    dayFirst ||= Number(found[1]) > 12;
    monthFirst ||= Number(found[2]) > 12;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-first' : 'month-first';
}

/** Does a number format show a date? Literal text, colours and conditions don't count; [h]:mm is a duration. */
export function isDateFormat(format: string | null): boolean {
  if (!format || /^(?:general|standard|@)$/i.test(format)) return false;
  const letters = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*]/gi, '').split(';')[0] ?? '';
  return /[yd年月日]|aaa/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters));
}

/**
 * A number in a date column. With a date format it is a serial; 20260305 is a date typed as a number; without a date format
 * a serial is believed from 1990 to 2100 only (a column pasted as plain numbers).
 */
export function dateOfNumber(number: number, format: string | null, date1904: boolean): Reading<PlainDate> {
  if (Number.isInteger(number) && number >= 19000101 && number <= 21001231) return parseDateText(String(number));
  const serial = isDateFormat(format) || (number >= 32874 && number < 73051) ? dateOfSerial(number, date1904) : null;
  return serial === null ? unreadable('not-a-date') : value(serial);
}
