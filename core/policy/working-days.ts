// The data alone, without the package's code: three kilobytes in the pane instead of nine.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type PlainDate, weekday } from '../value/date.ts';
import type { WorkingCalendar } from './check-policy.ts';

/** Why nobody is there to hand goods over. */
export type DayOff = 'weekend' | 'holiday' | 'closed';

/**
 * Why a day is off; null on a working day. The company's own days go before all else; then public holidays and the weekends
 * that make up for them 调休. The State Council names each year's in the November before; of years it hasn't named yet, or
 * that the package doesn't know (before 2004), only weekends are known.
 */
export function dayOff(day: PlainDate, { holidays, closed, open }: WorkingCalendar): DayOff | null {
  if (open.includes(day)) return null;
  if (closed.includes(day)) return 'closed';
  if (holidays === 'CN') {
    if (Object.hasOwn(chineseDays.workdays, day)) return null;
    if (Object.hasOwn(chineseDays.holidays, day)) return 'holiday';
  }
  return weekday(day) > 5 ? 'weekend' : null;
}

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
