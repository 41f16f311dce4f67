import { type DayOff, dayOff, isUncertain, nearestWorkingDay } from '../../policy/working-days.ts';
import type { PlainDate } from '../../value/date.ts';
import type { CheckContext } from '../context.ts';
import { dateFormat, type Observation, type Rule } from '../rule.ts';
import { wishedDate } from '../wished-date.ts';

/**
 * The wished date is a day on which goods can be handed over: no weekend, public holiday or day the company is closed. Which
 * working day beside it is meant, only the customer knows.
 */
export const workingDay: Rule = {
  name: 'working-day',
  codes: ['due-date.non-working'],
  scope: 'row',
  needs: [],
  check(context) {
    const seen = new Map<PlainDate, DaySeen | null>();
    return context.lines.flatMap((line): Observation[] => {
      const due = wishedDate(line.parsed);
      if (due === undefined || due < context.today) return [];
      const off = seen.has(due) ? seen.get(due) : observed(due, context);
      seen.set(due, off ?? null);
      return off ? [{ ...off, at: { line, field: 'dueDate' } }] : [];
    });
  },
};

type DaySeen = Omit<Observation, 'at'>;

/** What is said of a day, to all rows that wish it; null of a working day. */
function observed(due: PlainDate, context: CheckContext): DaySeen | null {
  const off = dayOff(due, context.policy.calendar);
  if (off === null) return null;
  return {
    code: 'due-date.non-working',
    actual: { kind: 'date', value: due },
    data: { context: off },
    choices: neighbours(due, off, context).map((day) => ({ content: day, label: day, field: 'dueDate' })),
    format: dateFormat,
  };
}

/** Of a holiday whose year's calendar isn't known nobody can say how long it lasts. */
const neighbours = (day: PlainDate, off: DayOff, { policy: { calendar }, today }: CheckContext): PlainDate[] =>
  (['earlier', 'later'] as const)
    .map((direction) => nearestWorkingDay(day, direction, calendar))
    .filter((neighbour) => neighbour !== null)
    .filter((neighbour) => off !== 'holiday' || !isUncertain(neighbour, calendar))
    .filter((neighbour) => neighbour >= today);
