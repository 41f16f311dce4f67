// The data alone, without the package's code: three kilobytes in the pane instead of nine.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, daysBetween, type PlainDate, weekday } from '../value/date.ts';
import type { WorkingCalendar } from './check-policy.ts';

/** Why nobody is there to hand goods over. */
export type DayOff = 'weekend' | 'holiday' | 'closed';

/**
 * Why a day is off; null on a working day. The company's own days go before all else; then public holidays and the weekends
 * that make up for them 调休. The State Council names each year's in the November before; of years that aren't known yet only
 * the days named by law and weekends are, of those before 2004 only weekends.
 */
export function dayOff(day: PlainDate, { holidays, closed, open }: WorkingCalendar): DayOff | null {
  if (open.includes(day)) return null;
  if (closed.includes(day)) return 'closed';
  if (holidays === 'CN') {
    if (Object.hasOwn(chineseDays.workdays, day)) return null;
    if (Object.hasOwn(chineseDays.holidays, day)) return 'holiday';
    if (isBeyondKnown(day) && lawfulHolidays.has(day.slice(5))) return 'holiday';
  }
  return weekday(day) > 5 ? 'weekend' : null;
}

/** Those of 全国年节及纪念日放假办法 (2024) that no moon moves, as MM-DD: New Year, Labour Day, National Day. */
const lawfulHolidays: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** The last year whose holidays are known, "2026". */
export const holidaysKnownUntil: string = Object.keys(chineseDays.holidays).sort().at(-1)?.slice(0, 4) ?? '';

const isBeyondKnown = (day: PlainDate): boolean => day.slice(0, 4) > holidaysKnownUntil;

/** Whether a day may turn out to be a holiday, or to make up for one, when its year's are named; not where the company says. */
export const isUncertain = (day: PlainDate, { holidays, closed, open }: WorkingCalendar): boolean =>
  holidays === 'CN' && isBeyondKnown(day) && !open.includes(day) && !closed.includes(day);

/** Longer than any public holiday: a company closed for longer has no neighbouring working day to offer. */
const farthest = 31;

/** The working day next to a day, later or earlier; null when there is none within a month. */
export function nearestWorkingDay(
  day: PlainDate,
  direction: 'later' | 'earlier',
  calendar: WorkingCalendar,
): PlainDate | null {
  for (let away = 1; away <= farthest; away++) {
    const other = addDays(day, direction === 'later' ? away : -away);
    if (dayOff(other, calendar) === null) return other;
  }
  return null;
}

/** Working days after a day up to and with another; 0 when that one isn't later. */
export function workingDaysBetween(a: PlainDate, b: PlainDate, calendar: WorkingCalendar): number {
  let days = 0;
  for (let after = 1; after <= daysBetween(a, b); after++) if (dayOff(addDays(a, after), calendar) === null) days++;
  return days;
}

/** The day so many working days later; 0 = the day itself, working day or not. */
export function addWorkingDays(day: PlainDate, count: number, calendar: WorkingCalendar): PlainDate {
  let [reached, left] = [day, count];
  while (left > 0) {
    const next = addDays(reached, 1);
    if (next === reached) throw new RangeError('no working day is left before the calendar ends');
    if (dayOff(next, calendar) === null) left--;
    reached = next;
  }
  return reached;
}
