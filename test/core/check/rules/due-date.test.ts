import { expect, it } from 'vitest';
import { dueDate } from '../../../../core/check/rules/due-date.ts';
import { plausibleDates } from '../../../../core/check/rules/plausible-dates.ts';
import { cells, checkWith, date } from '../given.ts';

it('due date: yesterday has passed, today has not, history does not count', () => {
  const rows = [
    { dueDate: date('2026-11-20') },
    { dueDate: date('2026-11-21') },
    { dueDate: date('2025-01-01'), shippedDate: date('2025-01-02') },
    {},
  ];
  const result = checkWith([dueDate], rows);
  expect(cells(result)).toEqual(['J2 due-date.past']);
  expect(result.findings[0]).toMatchObject({
    expected: { kind: 'date', value: '2026-11-21' },
    actual: { kind: 'date', value: '2026-11-20' },
  });
});

it('due date: one before its own order is a slip, said once by the rule that sees both dates', () => {
  const order = { orderDate: date('2026-11-20') };
  const dueOn = (day: string) => cells(checkWith([dueDate, plausibleDates], [{ order, dueDate: date(day) }]));
  expect(dueOn('2026-11-19')).toEqual(['J2 due-date.before-order']);
  expect(dueOn('2026-11-20')).toEqual(['J2 due-date.past']);
});
