import { addDays, dateOf, type PlainDate, weekday } from '../value/date.ts';

/** A weekday of this week (0), the next (1) …; weeks begin on Monday, as both languages mean it. */
export const dayOfWeek = (today: PlainDate, weeks: number, day: number): PlainDate =>
  addDays(today, weeks * 7 + day - weekday(today));

/** The next such weekday; on that weekday itself, the one in a week. */
export const nextWeekday = (today: PlainDate, day: number): PlainDate =>
  addDays(today, (day - weekday(today) + 7) % 7 || 7);

interface MonthAt {
  readonly year: number;
  readonly month: number;
}

export function monthFrom(today: PlainDate, months: number): MonthAt {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

export function endOfMonth({ year, month }: MonthAt): PlainDate | null {
  return [31, 30, 29, 28].map((day) => dateOf(year, month, day)).find((date) => date !== null) ?? null;
}

/** The 3rd: of this month, or of the next once it has passed. */
export function dayOfMonth(today: PlainDate, day: number): PlainDate | null {
  const months = [0, 1, 2].map((ahead) => monthFrom(today, ahead));
  return (
    months
      .map(({ year, month }) => dateOf(year, month, day))
      .find((date): date is PlainDate => date !== null && date >= today) ?? null
  );
}

/** Without a year: the next one that comes. */
export function dayOfYear(today: PlainDate, month: number, day: number): PlainDate | null {
  const year = Number(today.slice(0, 4));
  return (
    [year, year + 1]
      .map((each) => dateOf(each, month, day))
      .find((date): date is PlainDate => date !== null && date >= today) ?? null
  );
}
