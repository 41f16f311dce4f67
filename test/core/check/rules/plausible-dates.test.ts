import { describe, expect, it } from 'vitest';
import { plausibleDates } from '../../../../core/check/rules/plausible-dates.ts';
import { cells, checkWith, date, type Row } from '../given.ts';

const found = (...rows: Row[]) => checkWith([plausibleDates], rows);
const ordered = (day: string): Row => ({ order: { orderDate: date(day) } });

describe('a wished date', () => {
  it('further away than two years is a slip of the year', () => {
    expect(cells(found({ dueDate: date('2028-11-20') }))).toEqual([]);
    const [finding] = found({ dueDate: date('2028-11-21') }).findings;
    expect(finding).toMatchObject({
      cell: 'J2',
      code: 'due-date.unusual',
      actual: { kind: 'date', value: '2028-11-21' },
    });
  });

  it.each([
    ['2036-12-24', ['2026-12-24']],
    ['2036-11-21', ['2026-11-21']],
    ['2036-11-20', ['2027-11-20']],
    ['2036-02-29', undefined],
  ])('%s: offers the same day of the first year it is still to come', (day, offered) => {
    const [finding] = found({ dueDate: date(day) }).findings;
    expect(finding?.choices?.map(({ value, format }) => [value, format])).toEqual(
      offered?.map((value) => [value, 'yyyy-mm-dd']),
    );
  });

  it('before the order itself is reported, on the same day not', () => {
    const [finding] = found({ ...ordered('2026-11-20'), dueDate: date('2026-11-19') }).findings;
    expect(finding).toMatchObject({
      cell: 'J2',
      code: 'due-date.before-order',
      severity: 'error',
      expected: { kind: 'date', value: '2026-11-20' },
      actual: { kind: 'date', value: '2026-11-19' },
    });
    expect(cells(found({ ...ordered('2026-11-20'), dueDate: date('2026-11-20') }))).toEqual([]);
  });

  it('of goods that have left is history', () => {
    const shippedDate = date('2026-11-20');
    expect(cells(found({ dueDate: date('2036-01-01'), shippedDate }))).toEqual([]);
    expect(cells(found({ ...ordered('2026-11-20'), dueDate: date('2026-11-01'), shippedDate }))).toEqual([]);
  });
});

it('an order of tomorrow is reported once, of today not', () => {
  expect(cells(found({ ...ordered('2026-11-22') }, {}))).toEqual(['L2 order-date.future']);
  expect(found(ordered('2026-11-22')).findings[0]?.actual).toEqual({ kind: 'date', value: '2026-11-22' });
  expect(cells(found(ordered('2026-11-21')))).toEqual([]);
});
