import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../../core/policy/check-policy.ts';
import { dayOff, nearestWorkingDay } from '../../../core/policy/working-days.ts';
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
    ['1 October of a year nobody has named the holidays of', '2099-10-01', null],
    ['a Saturday of such a year', '2099-10-03', 'weekend'],
  ])('in China: %s', (_, date, off) => {
    expect(dayOff(day(date), china)).toBe(off);
  });

  it('elsewhere: weekends only', () => {
    expect(dayOff(day('2026-10-01'), elsewhere)).toBeNull();
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
