import { dateIn, type Instant } from '../../core/value/date.ts';

/** Of a company: the day as its server said it, and the zone it counts in. */
export interface CompanyDay {
  readonly today: string;
  readonly timeZone: string;
}

/** How late a new day may be noticed on a page that is looked at all the time. */
export const lookMs = 60_000;

/**
 * Calls `ask` again and again from the moment this computer's clock comes to another day than the company has. Which day it is, only
 * the server says: the clock here may be wrong.
 * @returns what ends it
 */
export function onNewDay({ today, timeZone }: CompanyDay, ask: () => void): () => void {
  const look = () => {
    if (dateIn(new Date().toISOString() as Instant, timeZone) !== today) ask();
  };
  const timer = setInterval(look, lookMs);
  return () => clearInterval(timer);
}
