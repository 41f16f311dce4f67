import { dateIn, daysBetween, type Instant, type PlainDate } from '../../core/value/date.ts';
import type { Clock } from '../ports.ts';

/** What time it is for a company's records. */
export interface Calendar {
  /** Now, and the day it is in the company's zone. */
  moment(timeZone: string): Moment;
}
export interface Moment {
  readonly at: Instant;
  readonly today: PlainDate;
}

const dayMs = 86_400_000;

/** @param fixedToday a sample company whose data is of another time lives on that day, at our time of day. */
export function calendarOf(clock: Clock, fixedToday?: PlainDate): Calendar {
  return {
    moment(timeZone) {
      const now = clock.now();
      const today = dateIn(now, timeZone);
      return fixedToday === undefined
        ? { at: now, today }
        : { at: movedTo(fixedToday, now, today, timeZone), today: fixedToday };
    },
  };
}

function movedTo(day: PlainDate, now: Instant, today: PlainDate, timeZone: string): Instant {
  const moved = new Date(Date.parse(now) + daysBetween(today, day) * dayMs).toISOString() as Instant;
  // Summer time can push a moment near midnight over the edge; noon in UTC lies on the day in nearly every zone.
  return dateIn(moved, timeZone) === day ? moved : (`${day}T12:00:00.000Z` as Instant);
}
