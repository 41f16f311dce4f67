import { deadlineTail, monthNamed, nothingSaid, openDate, relativeDate } from './date-words.ts';
import { typedText } from './typed-text.ts';

/** How a column writes its numbers: 26/3/5, 5/3/26, 3/5/26, 115/3/5 (years of the Republic). */
export type DateOrder = 'year-first' | 'day-first' | 'month-first' | 'republic';

/** A day as one way of reading gives it; year null = none is written. It need not exist. */
export interface ReadDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}
export type Readings = { readonly [Order in DateOrder]?: ReadDay };

/** A date text taken apart, before anything is known of its column. */
export type TypedDate =
  | { readonly kind: 'nothing' | 'open' | 'relative' | 'no-day' | 'not-a-date' }
  /** 3月底. */
  | { readonly kind: 'month-end'; readonly year: number | null; readonly month: number }
  /** One reading only; `habit`: what it tells of who wrote the column. */
  | { readonly kind: 'day'; readonly day: ReadDay; readonly habit?: 'year-first' | 'republic' }
  | { readonly kind: 'unsure'; readonly readings: Readings };

const clock =
  /[t\s]*(?:上午|下午|早上|中午|晚上|am|pm)?\s*\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?|[点點时時](?:\d{1,2}分?|半)?)\s*(?:am|pm)?\s*(?:z|[+-]\d{2}:?\d{2})?(?=前|$)|\s*(?:上午|下午|早上|中午|晚上)$/i;
const weekday =
  /\s*\(?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\)?\s*|(?<![a-z])(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])[.,]?\s*/gi;

const by = '\\s*[-/.,、\\\\\\s]\\s*';
const dayWord = '\\s*[日号號]?';
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?';
const era = '(?:(?:中[华華])?民[国國]\\s*(\\d{1,3})|(1\\d\\d))';
const shape = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'i');
const shapes = {
  yearFirst: shape(`(\\d{4})(?:${by}|\\s*年\\s*)(\\d{1,2})(?:${by}|\\s*月\\s*)(\\d{1,2})${dayWord}`),
  compact: shape('(\\d{4})(\\d{2})(\\d{2})'),
  republic: shape(`${era}\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})${dayWord}`),
  republicCompact: shape('(1\\d\\d)(\\d{2})(\\d{2})'),
  monthDay: shape(`(\\d{1,2})\\s*(?:月\\s*(\\d{1,2})${dayWord}|[-/.]\\s*(\\d{1,2})\\s*[日号號])`),
  yearName: shape('(\\d{4})[-/\\s]*([a-z]{3,9})\\.?[-/,\\s]*(\\d{1,2})'),
  dayName: shape(`${ordinal}(?: of)?[-/.\\s]*([a-z]{3,9})\\.?(?:[-/,\\s]*(\\d{4}|'?\\d{2}))?`),
  nameDay: shape(`([a-z]{3,9})\\.?(?:\\s*|[-/])${ordinal}[,\\s-]+(\\d{4})`),
  nameDayOnly: shape(`([a-z]{3,9})\\.?\\s+${ordinal}`),
  yearLast: shape('(\\d{1,2})[-/.\\s](\\d{1,2})[-/.\\s](\\d{4})'),
  shortYear: shape('(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{1,2})|(\\d{2})(\\d{2})(\\d{2})'),
  shortYearSaid: shape(`(\\d{2})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})${dayWord}`),
  twoNumbers: shape('(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})'),
  monthEnd: shape('(?:(\\d{4})\\s*[-/.年]\\s*)?(\\d{1,2})\\s*月(?:份)?[底末]'),
  month: shape(
    `(?:(?:\\d{4}|${era})\\s*[-/.年]\\s*)?\\d{1,2}\\s*月(?:份)?|\\d{4}[-/.]\\d{1,2}|20\\d\\d(?:0[1-9]|1[0-2])|([a-z]{3,9})\\.?[-,\\s]*\\d{4}|[a-z]{3,9}-\\d{2}`,
  ),
} as const;

const day = (year: number | null, month: number, at: number): ReadDay => ({ year, month, day: at });
const republicYear = 1911;
/** 26 is 2026, 99 is 1999. */
const century = (year: number): number => year + (year < 70 ? 2000 : 1900);

/** Takes a date text apart. What its column says about it is for date-column.ts. */
export function typedDate(typed: string): TypedDate {
  const text = typedText(typed);
  const full = fullDate(text);
  if (full) return full;
  if (text.length > 60) return { kind: 'not-a-date' };
  if (text === '' || nothingSaid.test(text)) return { kind: 'nothing' };
  const date = text.replace(weekday, ' ').trim().replace(clock, '').trim();
  return dayIn(date) ?? dayIn(date.replace(deadlineTail, '')) ?? { kind: wordsIn(text) };
}

const wordsIn = (text: string): 'open' | 'relative' | 'not-a-date' =>
  openDate.test(text) ? 'open' : relativeDate.test(text) ? 'relative' : 'not-a-date';

/** The numbers a shape found; null when it found nothing. */
const numbers = (found: RegExpExecArray | null): number[] | null =>
  found?.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)])) ?? null;

/** 2026-03-05, 2026年3月5日, 20260305. */
function fullDate(text: string): TypedDate | null {
  const [year, month = 0, at = 0] = numbers(shapes.yearFirst.exec(text) ?? shapes.compact.exec(text)) ?? [];
  return year === undefined ? null : { kind: 'day', day: day(year, month, at), habit: 'year-first' };
}

function dayIn(text: string): TypedDate | null {
  const full = fullDate(text);
  if (full) return full;
  const republic = numbers(shapes.republic.exec(text) ?? shapes.republicCompact.exec(text));
  if (republic) {
    const [year = 0, month = 0, at = 0] = republic;
    return { kind: 'day', day: day(year + republicYear, month, at), habit: 'republic' };
  }
  const monthDay = numbers(shapes.monthDay.exec(text));
  if (monthDay) return { kind: 'day', day: day(null, monthDay[0] ?? 0, monthDay[1] ?? 0), habit: 'year-first' };
  return namedMonth(text) ?? unsureDay(text) ?? monthOnly(text);
}

/** 5 Mar 2026, 5-Mar-26, Mar 5, 2026: the month has a name, and only one number can be the day. */
function namedMonth(text: string): TypedDate | null {
  const made = (year: string | undefined, name: string | undefined, at: string | undefined): TypedDate | null => {
    const month = monthNamed(name ?? '');
    if (month === 0) return null;
    const digits = year?.replace("'", '');
    const full = digits === undefined ? null : digits.length === 4 ? Number(digits) : century(Number(digits));
    return { kind: 'day', day: day(full, month, Number(at)) };
  };
  const [, year, name, at] = shapes.yearName.exec(text) ?? [];
  if (year !== undefined) return made(year, name, at);
  const dayFirst = shapes.dayName.exec(text);
  if (dayFirst) return made(dayFirst[3], dayFirst[2], dayFirst[1]);
  const nameFirst = shapes.nameDay.exec(text) ?? shapes.nameDayOnly.exec(text);
  return nameFirst ? made(nameFirst[3], nameFirst[1], nameFirst[2]) : null;
}

function unsureDay(text: string): TypedDate | null {
  const last = numbers(shapes.yearLast.exec(text));
  if (last) {
    const [a = 0, b = 0, year = 0] = last;
    return { kind: 'unsure', readings: { 'day-first': day(year, b, a), 'month-first': day(year, a, b) } };
  }
  const two = numbers(shapes.twoNumbers.exec(text));
  if (two) {
    const [a = 0, b = 0] = two;
    const monthFirst = day(null, a, b);
    const same = { 'month-first': monthFirst, 'year-first': monthFirst, republic: monthFirst };
    return { kind: 'unsure', readings: { 'day-first': day(null, b, a), ...same } };
  }
  const said = numbers(shapes.shortYearSaid.exec(text));
  if (said) return { kind: 'unsure', readings: yearFirst(said) };
  const short = shapes.shortYear.exec(text);
  return short && !isYearAndMonth(text) ? { kind: 'unsure', readings: shortYear(short) } : null;
}

/** 202611 is November 2026: as a day with a short year its month would be 26. */
const isYearAndMonth = (text: string): boolean => /^20(?:1[3-9]|[2-9]\d)\d\d$/.test(text);

const yearFirst = ([a = 0, b = 0, c = 0]: readonly number[]): Readings => ({
  'year-first': day(century(a), b, c),
  // The two-digit years of the Republic that sheets still hold: 60 to 99.
  ...(a >= 60 && { republic: day(a + republicYear, b, c) }),
});

/** A short year has two digits: 5/3/26 doesn't begin with one. */
function shortYear(found: RegExpExecArray): Readings {
  const parts = [...found].slice(1).filter((part) => part !== undefined);
  const [a = 0, b = 0, c = 0] = parts.map(Number);
  const last = { 'day-first': day(century(c), b, a), 'month-first': day(century(c), a, b) };
  return {
    ...(parts[0]?.length === 2 && yearFirst([a, b, c])),
    ...(parts[2]?.length === 2 && last),
  };
}

function monthOnly(text: string): TypedDate | null {
  const end = shapes.monthEnd.exec(text);
  if (end) return { kind: 'month-end', year: end[1] === undefined ? null : Number(end[1]), month: Number(end[2]) };
  const month = shapes.month.exec(text);
  const name = /[a-z]+/i.exec(text)?.[0];
  return month && (name === undefined || monthNamed(name) > 0) ? { kind: 'no-day' } : null;
}
