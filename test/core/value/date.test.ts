import { expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../core/value/date.ts';

it('adds days across months and years, and stops where the calendar ends', () => {
  const date = (text: string) => text as PlainDate;
  expect(addDays(date('2026-12-30'), 3)).toBe('2027-01-02');
  expect(addDays(date('2028-03-01'), -1)).toBe('2028-02-29');
  expect(addDays(date('9999-12-31'), 2)).toBe('9999-12-31');
});
