import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../../core/policy/check-policy.ts';
import {
  addWorkingDays,
  dayOff,
  holidaysKnownUntil,
  isUncertain,
  nearestWorkingDay,
  workingDaysBetween,
} from '../../../core/policy/working-days.ts';
import type { PlainDate } from '../../../core/value/date.ts';

const day = (text: string): PlainDate => text as PlainDate;
const china: WorkingCalendar = { holidays: 'CN', closed: [], open: [] };
const elsewhere: WorkingCalendar = { ...china, holidays: null };

describe('a day off', () => {
  it.each([
    ['a Friday', '2026-11-20', null],
    ['a Saturday', '2026-11-21', 'weekend'],
    ['a Sunday', '2026-11-22', 'weekend'],
    ['National Day', '2026-10-01', 'holiday'],
    ['Spring Festival on a Sunday', '2026-02-15', 'holiday'],
    ['a Saturday that makes up for a holiday', '2026-10-10', null],
    ['New Year of a year nobody has named the holidays of', '2099-01-01', 'holiday'],
    ['Labour Day of such a year', '2099-05-01', 'holiday'],
    ['the day after it', '2099-05-02', 'holiday'],
    ['National Day of such a year', '2099-10-01', 'holiday'],
    ['a Saturday after it, by law', '2099-10-03', 'holiday'],
    ['a Sunday that may follow it', '2099-10-04', 'weekend'],
    ['a Monday that may', '2099-10-05', null],
    ['1 October of a year before there was a list', '2003-10-01', null],
  ])('in China: %s', (_, date, off) => {
    expect(dayOff(day(date), china)).toBe(off);
  });

  it('elsewhere: weekends only', () => {
    expect(dayOff(day('2026-10-01'), elsewhere)).toBeNull();
    expect(dayOff(day('2099-10-01'), elsewhere)).toBeNull();
    expect(dayOff(day('2026-10-10'), elsewhere)).toBe('weekend');
  });

  it('is what the company says before all else', () => {
    const own = {
      ...china,
      closed: [day('2026-11-20'), day('2026-10-10')],
      open: [day('2026-11-21'), day('2026-10-01')],
    };
    expect(['2026-11-20', '2026-10-10', '2026-11-21', '2026-10-01'].map((date) => dayOff(day(date), own))).toEqual([
      'closed',
      'closed',
      null,
      null,
    ]);
  });
});

it('a day is uncertain in years whose holidays aren’t known, unless the company says', () => {
  const unknown = day('2099-02-02');
  expect(isUncertain(unknown, china)).toBe(true);
  expect(isUncertain(day(`${holidaysKnownUntil}-12-31`), china)).toBe(false);
  expect(isUncertain(day('2003-02-03'), china)).toBe(false);
  expect(isUncertain(unknown, elsewhere)).toBe(false);
  expect(isUncertain(unknown, { ...china, open: [unknown] })).toBe(false);
  expect(isUncertain(unknown, { ...china, closed: [unknown] })).toBe(false);
});

describe('the nearest working day', () => {
  it('lies beyond the whole holiday, make-up days counted', () => {
    expect(nearestWorkingDay(day('2026-10-03'), 'later', china)).toBe('2026-10-08');
    expect(nearestWorkingDay(day('2026-10-03'), 'earlier', china)).toBe('2026-09-30');
    expect(nearestWorkingDay(day('2026-10-11'), 'earlier', china)).toBe('2026-10-10');
  });

  it('is none where the company is closed for more than a month', () => {
    const closed = Array.from({ length: 45 }, (_, at) =>
      day(new Date(Date.UTC(2026, 6, 1 + at)).toISOString().slice(0, 10)),
    );
    expect(nearestWorkingDay(day('2026-07-01'), 'later', { ...china, closed })).toBeNull();
    expect(nearestWorkingDay(day('2026-07-20'), 'later', { ...china, closed })).toBe('2026-08-17');
  });
});

describe('working days counted', () => {
  it.each([
    ['none on the same day', '2026-11-20', '2026-11-20', 0],
    ['the next day', '2026-11-19', '2026-11-20', 1],
    ['none over a weekend', '2026-11-20', '2026-11-22', 0],
    ['one to the Monday', '2026-11-20', '2026-11-23', 1],
    ['over National Day to its make-up Saturday', '2026-09-30', '2026-10-10', 3],
    ['none backwards', '2026-11-20', '2026-11-19', 0],
  ])('%s', (_, from, to, days) => {
    expect(workingDaysBetween(day(from), day(to), china)).toBe(days);
  });

  it.each([
    ['none: the day itself, on a Sunday too', '2026-11-22', 0, '2026-11-22'],
    ['one from a Friday', '2026-11-20', 1, '2026-11-23'],
    ['one from a Saturday', '2026-11-21', 1, '2026-11-23'],
    ['three over National Day', '2026-09-30', 3, '2026-10-10'],
  ])('%s later', (_, from, count, to) => {
    expect(addWorkingDays(day(from), count, china)).toBe(to);
  });

  it('stop where the calendar does', () => {
    expect(() => addWorkingDays(day('9999-12-31'), 1, china)).toThrow(RangeError);
  });
});
