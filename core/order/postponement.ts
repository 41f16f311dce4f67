import { type WorkingCalendar, workingCalendarOf } from '../policy/check-policy.ts';
import { isClassA } from '../policy/customer-class.ts';
import type { Policy } from '../policy/policy.ts';
import { addWorkingDays, dayOff, workingDaysBetween } from '../policy/working-days.ts';
import type { TimeOfDay } from '../policy/working-time.ts';
import { addDays, daysBetween, type PlainDate } from '../value/date.ts';
import type { IssuedLetter, OrderContent } from './state.ts';

/** How the days a countersigned copy is late are counted (R27); each a setting. */
export interface PostponementPolicy {
  /** In which days lateness is counted and promises move. */
  readonly days: 'calendar-days' | 'working-days';
  /** Which days are working days; asked where `days` is 'working-days'. */
  readonly calendar: WorkingCalendar;
  /** A copy back before this time counts as that day's, from it on as the next day's; "24:00" = the whole day counts. */
  readonly cutOff: TimeOfDay;
  /** Count from the letter in force; else from the first letter of the round, whose renewals then cost the customer days. */
  readonly restartOnRevision: boolean;
}

/** How lateness is counted, out of the company's document. */
export const postponementOf = ({ letter, work }: Policy): PostponementPolicy => ({
  days: letter.postponeBy,
  calendar: workingCalendarOf(work),
  cutOff: letter.cutOff,
  restartOnRevision: letter.restartOnRevision,
});

/** When the countersigned copy came back, on the company's clock; without a time the cut-off doesn't matter. */
export interface CopyBack {
  readonly on: PlainDate;
  readonly time?: TimeOfDay;
}

/** Letters of one round, oldest first. */
type Letters = readonly [IssuedLetter, ...IssuedLetter[]];

/**
 * Days from the letter's issue until the copy was back; 0 = the same day. In working days, what comes or goes on a day off
 * counts as the next working day's: nobody was there.
 */
export function daysLate(letters: Letters, { on, time }: CopyBack, policy: PostponementPolicy): number {
  const { issuedOn } = policy.restartOnRevision ? lastOf(letters) : letters[0];
  const isAfterCutOff = time !== undefined && time >= policy.cutOff;
  if (policy.days === 'calendar-days') return Math.max(0, daysBetween(issuedOn, on) + (isAfterCutOff ? 1 : 0));
  const { calendar } = policy;
  const worked = (day: PlainDate): PlainDate =>
    dayOff(day, calendar) === null ? day : addWorkingDays(day, 1, calendar);
  const countedOn = isAfterCutOff ? addWorkingDays(on, 1, calendar) : worked(on);
  return workingDaysBetween(worked(issuedOn), countedOn, calendar);
}

/**
 * R27: promised + max(0, countersigned − issued), for each line the letter in force promises. None for class A, which is
 * supplied before the copy is back (R67); goods that have left keep their day.
 */
export function postponedDates(
  { customer, lines, letters }: Pick<OrderContent, 'customer' | 'lines'> & { readonly letters: Letters },
  back: CopyBack,
  policy: PostponementPolicy,
): IssuedLetter['promised'] {
  const late = isClassA(customer.customerClass) ? 0 : daysLate(letters, back, policy);
  if (late === 0) return [];
  const left = new Set(lines.filter(({ shippedDate }) => shippedDate !== undefined).map(({ line }) => line));
  return lastOf(letters)
    .promised.filter(({ line }) => !left.has(line))
    .map(({ line, date }) => ({ line, date: movedBy(date, late, policy) }));
}

const lastOf = (letters: Letters): IssuedLetter => letters.at(-1) ?? letters[0];

const movedBy = (date: PlainDate, days: number, policy: PostponementPolicy): PlainDate =>
  policy.days === 'working-days' ? addWorkingDays(date, days, policy.calendar) : addDays(date, days);

/** The last days on which a letter can be countersigned and its goods are held (policy 8). */
export interface LetterExpiry {
  /** As printed on the letter: a later change of the setting moves no paper. */
  readonly letter: PlainDate;
  /** Never before the letter's own last day. */
  readonly reservation: PlainDate;
}

/** When a letter and its reservation run out; each revision begins anew (row 6b). */
export function expiryOf(
  { issuedOn, validUntil }: Pick<IssuedLetter, 'issuedOn' | 'validUntil'>,
  { reservationDays }: { readonly reservationDays: number },
): LetterExpiry {
  const held = addDays(issuedOn, reservationDays);
  return { letter: validUntil, reservation: held > validUntil ? held : validUntil };
}
