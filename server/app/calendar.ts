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
  const moved = Date.parse(now) + daysBetween(today, day) * dayMs;
  // Summer time there and not here pushes a moment near midnight over the edge, by two hours at most; pull it back.
  const reached = dateIn(instantOf(moved), timeZone);
  if (reached === day) return instantOf(moved);
  return instantOf(moved + (reached > day ? -summerMs : summerMs));
}

const summerMs = 2 * 3_600_000;
const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant;
