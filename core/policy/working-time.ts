import { addDays, type Instant, type PlainDate } from '../value/date.ts';
import { remembered } from '../value/remembered.ts';
import { type WorkingCalendar, workingCalendarOf } from './check-policy.ts';
import type { Policy } from './policy.ts';
import { dayOff } from './working-days.ts';

/** A time on the office's clock, "09:00" … "24:00", always five letters long. Compare with < and >. */
export type TimeOfDay = string;

/** When people are there: several spans of a day in rising order, a pause between two. */
export interface OfficeHours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** What deadlines are counted in (policy 8): the company's days, hours and time zone. */
export interface WorkingTime {
  /** IANA name. */
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly hours: readonly OfficeHours[];
}

/** What deadlines are counted in, out of the company's document and the time zone of its profile. */
export const workingTimeOf = ({ work }: Policy, timeZone: string): WorkingTime => ({
  timeZone,
  calendar: workingCalendarOf(work),
  hours: work.hours,
});

const hourMs = 3_600_000;

/**
 * The first moment by which so many working hours have passed, to the millisecond; 0 hours = the moment itself, also at night.
 * Hours below zero, or an office that is never open, are a broken invariant and throw.
 */
export function addWorkingHours(at: Instant, hours: number, time: WorkingTime): Instant {
  let left = Math.round(hours * hourMs);
  if (!(left >= 0)) throw new RangeError(`${hours} working hours can't be added`);
  if (left === 0) return at;
  if (!time.hours.some(({ from, to }) => from < to)) throw new RangeError('the office is never open');
  const start = Date.parse(at);
  for (let day = dayAt(start, time.timeZone); ; day = dayAfter(day))
    for (const { begins, ends } of spansOf(day, time)) {
      const from = Math.max(begins, start);
      if (ends - from >= left) return new Date(from + left).toISOString() as Instant;
      left -= Math.max(0, ends - from);
    }
}

/** Working hours from a to b; negative when b is earlier. */
export function workingHoursBetween(a: Instant, b: Instant, time: WorkingTime): number {
  const [start, end] = [Date.parse(a), Date.parse(b)];
  if (end < start) return -workingHoursBetween(b, a, time);
  const last = dayAt(end, time.timeZone);
  let worked = 0;
  for (let day = dayAt(start, time.timeZone); day <= last; day = dayAfter(day))
    for (const { begins, ends } of spansOf(day, time))
      worked += Math.max(0, Math.min(ends, end) - Math.max(begins, start));
  return worked / hourMs;
}

/** Milliseconds since 1970. */
interface Span {
  readonly begins: number;
  readonly ends: number;
}

/** When a day is worked; rising and never overlapping, also where summer time skips an hour in the middle of one. */
function spansOf(day: PlainDate, { timeZone, calendar, hours }: WorkingTime): readonly Span[] {
  if (dayOff(day, calendar) !== null) return [];
  let free = Number.NEGATIVE_INFINITY;
  return hours.map(({ from, to }) => {
    const begins = Math.max(free, momentOf(`${day} ${from} ${timeZone}`));
    free = Math.max(begins, momentOf(`${day} ${to} ${timeZone}`));
    return { begins, ends: free };
  });
}

/**
 * When a zone's clock shows a time: "2026-11-21 09:00 Asia/Shanghai". The first of two when the clock is turned back; as long
 * after the jump as the time is into it when the clock skips it.
 */
const momentOf = remembered((shown: string): number => {
  const [day = '', time = '', timeZone = ''] = shown.split(' ');
  const clock = Date.parse(day) + Number(time.slice(0, 2)) * hourMs + Number(time.slice(3)) * 60_000;
  // A day's clock knows two offsets at most; a moment is right when the zone agrees with the offset it was taken by.
  const before = clock - offsetAt(clock - 24 * hourMs, timeZone);
  const after = clock - offsetAt(clock + 24 * hourMs, timeZone);
  const right = [before, after].filter((moment) => moment + offsetAt(moment, timeZone) === clock);
  return right.length === 0 ? before : Math.min(...right);
});

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const second = Math.floor(moment / 1000) * 1000;
  return clockAt(second, timeZone) - second;
}

/** What a zone's clock shows, read as if it were UTC. */
function clockAt(second: number, timeZone: string): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(second)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

const clockOf = remembered(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
);

const dayAt = (moment: number, timeZone: string): PlainDate =>
  new Date(moment + offsetAt(moment, timeZone)).toISOString().slice(0, 10) as PlainDate;

function dayAfter(day: PlainDate): PlainDate {
  const next = addDays(day, 1);
  if (next === day) throw new RangeError('no working time is left before the calendar ends');
  return next;
}
