import { expect, it } from 'vitest';
import { addDays, monthsBack, type PlainDate } from '../../../core/value/date.ts';

it('adds days across months and years, and stops where the calendar ends', () => {
  const date = (text: string) => text as PlainDate;
  expect(addDays(date('2026-12-30'), 3)).toBe('2027-01-02');
  expect(addDays(date('2028-03-01'), -1)).toBe('2028-02-29');
  expect(addDays(date('9999-12-31'), 2)).toBe('9999-12-31');
});

it('goes back by months, over the turn of the year', () => {
  const date = '2026-03-31' as PlainDate;
  expect([0, 1, 2, 3].map((months) => monthsBack(date, months))).toEqual(['2026-03', '2026-02', '2026-01', '2025-12']);
});
