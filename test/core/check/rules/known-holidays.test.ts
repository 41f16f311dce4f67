import { expect, it } from 'vitest';
import { knownHolidays } from '../../../../core/check/rules/known-holidays.ts';
import { standardCheckPolicy } from '../../../../core/policy/check-policy.ts';
import { holidaysKnownUntil } from '../../../../core/policy/working-days.ts';
import type { PlainDate } from '../../../../core/value/date.ts';
import { checkWith, date } from '../given.ts';

const notRun = (days: readonly string[], calendar = standardCheckPolicy.calendar) =>
  checkWith(
    [knownHolidays],
    days.map((day) => ({ dueDate: date(day) })),
    {},
    { policy: { ...standardCheckPolicy, calendar } },
  ).findings;

it('known holidays: says once up to which year they are known, where a wished date lies beyond it', () => {
  expect(notRun(['2026-12-24', '2099-02-02', '2099-02-03', '2098-02-03'])).toMatchObject([
    {
      code: 'check.not-run',
      severity: 'info',
      order: null,
      data: { rule: 'known-holidays', context: 'holidays', until: holidaysKnownUntil },
    },
  ]);
});

it.each<[string, readonly string[], Partial<typeof standardCheckPolicy.calendar>]>([
  ['dates of a known year', ['2026-12-24'], {}],
  ['a day that is off by law, or a weekend: that is said of it', ['2099-10-01', '2099-10-04'], {}],
  ['a day the company is open', ['2099-02-02'], { open: ['2099-02-02' as PlainDate] }],
  ['a company that knows weekends only', ['2099-02-02'], { holidays: null }],
  ['a date that has passed', ['2003-02-03'], {}],
])('known holidays: nothing to say of %s', (_, days, calendar) => {
  expect(notRun(days, { ...standardCheckPolicy.calendar, ...calendar })).toEqual([]);
});
