import { remembered } from './remembered.ts';

declare const plainDate: unique symbol;
/** A calendar date "2026-11-21" without time or zone: it never shifts. Compare with < and >. */
export type PlainDate = string & { readonly [plainDate]: true };
declare const instant: unique symbol;
/** A moment in UTC, "2026-11-21T08:30:00.000Z". */
export type Instant = string & { readonly [instant]: true };
/** A month "2026-11". */
export type Month = string & { readonly month: true };

const dayMs = 86_400_000;
const lastDay = Date.UTC(9999, 11, 31);
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The date of these numbers, or null when the calendar has no such day (31 April) or the year isn't four digits. */
export function dateOf(year: number, month: number, day: number): PlainDate | null {
  const utc = new Date(Date.UTC(year, month - 1, day));
  const real = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
  return real && year >= 1000 && year <= 9999 ? (utc.toISOString().slice(0, 10) as PlainDate) : null;
}

/** "2026-11-21" as a date; null for any other shape and for days that don't exist. */
export function parseDate(value: string): PlainDate | null {
  const found = shape.exec(value);
  return found ? dateOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** The calendar ends with 9999-12-31, which other programs write for "never": no day is added to it. */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Math.min(Date.parse(date) + days * dayMs, lastDay)).toISOString().slice(0, 10) as PlainDate;

/** Whole days from a to b; negative when b is earlier. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => (Date.parse(b) - Date.parse(a)) / dayMs;

/** 1 = Monday … 7 = Sunday. */
export const weekday = (date: PlainDate): number => new Date(date).getUTCDay() || 7;

export const monthOf = (date: PlainDate): Month => date.slice(0, 7) as Month;
/** The date's month, or the one so many months before it. */
export function monthsBack(date: PlainDate, months: number): Month {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7) as Month;
}
export const parseMonth = (value: string): Month | null =>
  /^\d{4}-\d{2}$/.test(value) && parseDate(`${value}-01`) ? (value as Month) : null;

/**
 * Excel's serial number as a date. 1900 system: 1 = 1900-01-01, 60 is the day that never was (counted as 28 February),
 * 1904 system: 0 = 1904-01-01. Null outside 1900–9999.
 */
export function dateOfSerial(serial: number, date1904 = false): PlainDate | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < (date1904 ? 0 : 1) || whole > 2_958_465) return null;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return dayAt(epoch + whole * dayMs);
}

const dayAt = remembered((time: number) => new Date(time).toISOString().slice(0, 10) as PlainDate);

/** The serial Excel would hold for the date (1900 system, from 1 March 1900 on). */
export const serialOfDate = (date: PlainDate): number => (Date.parse(date) - Date.UTC(1899, 11, 30)) / dayMs;

/** A name that Intl knows: whatever it throws for is none. */
export function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The calendar date of a moment in a time zone ("Asia/Shanghai"). Throws RangeError for an unknown zone. */
export const dateIn = (moment: Instant, timeZone: string): PlainDate =>
  calendarOf(timeZone).format(new Date(moment)) as PlainDate;

/** Making a formatter costs some fifty times what using it does, and an office has one zone. */
const calendarOf = remembered(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
);
