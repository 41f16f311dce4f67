import { expect, it } from 'vitest';
import { dueDate } from '../../../../core/check/rules/due-date.ts';
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
