import { expect, it } from 'vitest';
import { workingDay } from '../../../../core/check/rules/working-day.ts';
import { standardCheckPolicy } from '../../../../core/policy/check-policy.ts';
import { addDays } from '../../../../core/value/date.ts';
import { cells, checkWith, date } from '../given.ts';

const due = (day: string, more = {}) => checkWith([workingDay], [{ dueDate: date(day), ...more }]);

it.each([
  ['a working day', '2026-12-24', {}],
  ['a date that has passed', '2026-11-15', {}],
  ['a Sunday whose goods have left', '2026-11-29', { shippedDate: date('2026-11-20') }],
])('working day: content with %s', (_, day, more) => {
  expect(cells(due(day, more))).toEqual([]);
});

it('working day: offers the working days around a day off, never one that has passed', () => {
  const [sunday] = due('2026-11-29').findings;
  expect(sunday).toMatchObject({
    cell: 'J2',
    code: 'due-date.non-working',
    severity: 'warning',
    actual: { kind: 'date', value: '2026-11-29' },
    data: { context: 'weekend' },
  });
  expect(sunday).not.toHaveProperty('fix');
  expect(sunday?.choices).toEqual(
    ['2026-11-27', '2026-11-30'].map((value) => ({
      sheet: 'Orders',
      cell: 'J2',
      row: 1,
      column: 9,
      value,
      label: value,
      format: 'yyyy-mm-dd',
    })),
  );
  // Today is a Saturday.
  expect(due('2026-11-22').findings[0]?.choices?.map(({ value }) => value)).toEqual(['2026-11-23']);
  expect(due('2026-11-21').findings).toHaveLength(1);
  const onFriday = checkWith([workingDay], [{ dueDate: date('2026-11-21') }], {}, { today: date('2026-11-20') });
  expect(onFriday.findings[0]?.choices?.map(({ value }) => value)).toEqual(['2026-11-20', '2026-11-23']);
});

it('working day: beside a holiday offers no day of a year whose calendar isn’t known', () => {
  const offered = (day: string) => due(day).findings[0]?.choices?.map(({ value }) => value) ?? [];
  expect(offered('2099-10-01')).toEqual([]);
  expect(offered('2099-10-11')).toEqual(['2099-10-09', '2099-10-12']);
});

it('working day: offers none where the company is closed for long', () => {
  const closed = Array.from({ length: 80 }, (_, at) => addDays(date('2026-11-23'), at));
  const policy = { ...standardCheckPolicy, calendar: { holidays: null, closed, open: [] } };
  const [finding] = checkWith([workingDay], [{ dueDate: date('2026-12-30') }], {}, { policy }).findings;
  expect(finding).toMatchObject({ code: 'due-date.non-working', data: { context: 'closed' } });
  expect(finding).not.toHaveProperty('choices');
});
