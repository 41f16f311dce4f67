import { dateOf, daysBetween, type PlainDate } from '../../value/date.ts';
import { type CheckContext, firstLine, type LineInCheck, type OrderInCheck } from '../context.ts';
import { dateFormat, type Observation, type Rule } from '../rule.ts';
import { wishedDate } from '../wished-date.ts';

/**
 * Dates that can't be meant: wished years from now (a slip of the year, R6), wished before the order was placed, an order of
 * tomorrow.
 */
export const plausibleDates: Rule = {
  name: 'plausible-dates',
  codes: ['due-date.unusual', 'due-date.before-order', 'order-date.future'],
  scope: 'order',
  needs: [],
  check: (context) => [
    ...context.orders.flatMap((order) => orderOfTomorrow(order, context)),
    ...context.lines.flatMap((line) => [...yearsAway(line, context), ...beforeItsOrder(line)]),
  ],
};

function orderOfTomorrow(order: OrderInCheck, { today }: CheckContext): Observation[] {
  const { orderDate } = order.parsed;
  if (orderDate === undefined || orderDate <= today) return [];
  return [
    {
      code: 'order-date.future',
      at: { line: firstLine(order), field: 'orderDate' },
      actual: { kind: 'date', value: orderDate },
    },
  ];
}

function yearsAway(line: LineInCheck, { policy, today }: CheckContext): Observation[] {
  const due = wishedDate(line.parsed);
  if (due === undefined || daysBetween(today, due) <= policy.unusual.daysAhead) return [];
  const sooner = nextSuchDay(due, today);
  return [
    {
      code: 'due-date.unusual',
      at: { line, field: 'dueDate' },
      actual: { kind: 'date', value: due },
      choices: sooner ? [{ content: sooner, label: sooner }] : [],
      format: dateFormat,
    },
  ];
}

/** The same day of the first year it is still to come in; null for a 29 February that neither year has. */
function nextSuchDay(day: PlainDate, today: PlainDate): PlainDate | null {
  const [thisYear = 0, month, date] = [today, day.slice(5, 7), day.slice(8)].map((part) => Number.parseInt(part, 10));
  const candidates = [thisYear, thisYear + 1].map((year) => dateOf(year, month ?? 0, date ?? 0));
  return candidates.find((candidate) => candidate !== null && candidate >= today) ?? null;
}

function beforeItsOrder(line: LineInCheck): Observation[] {
  const due = wishedDate(line.parsed);
  const { orderDate } = line.order.parsed;
  if (due === undefined || orderDate === undefined || due >= orderDate) return [];
  return [
    {
      code: 'due-date.before-order',
      at: { line, field: 'dueDate' },
      expected: { kind: 'date', value: orderDate },
      actual: { kind: 'date', value: due },
    },
  ];
}
