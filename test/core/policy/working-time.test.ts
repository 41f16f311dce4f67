import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { WorkingCalendar } from '../../../core/policy/check-policy.ts';
import { addWorkingHours, type WorkingTime, workingHoursBetween } from '../../../core/policy/working-time.ts';
import type { Instant, PlainDate } from '../../../core/value/date.ts';

const china: WorkingCalendar = { holidays: 'CN', closed: [], open: [] };
const weekends: WorkingCalendar = { ...china, holidays: null };
/** Eight hours with the noon pause. */
const eightHours: WorkingTime['hours'] = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const shanghai: WorkingTime = { timeZone: 'Asia/Shanghai', calendar: china, hours: eightHours };
const hours = (...spans: readonly (readonly [string, string])[]) => spans.map(([from, to]) => ({ from, to }));
const newYork: WorkingTime = { timeZone: 'America/New_York', calendar: weekends, hours: eightHours };
const utc = (text: string): Instant => new Date(text).toISOString() as Instant;
/** A time on the clock in Shanghai, which has no summer time. */
const local = (text: string): Instant => utc(`${text}:00+08:00`);

describe('working hours added', () => {
  it.each([
    ['within the morning', '2026-11-20T09:00', 2, '2026-11-20T11:00'],
    ['to its very end', '2026-11-20T10:00', 2, '2026-11-20T12:00'],
    ['over the noon pause', '2026-11-20T11:00', 2, '2026-11-20T14:00'],
    ['from within the pause', '2026-11-20T12:20', 1, '2026-11-20T14:00'],
    ['from before the office opens', '2026-11-20T06:00', 1, '2026-11-20T10:00'],
    ['over the night', '2026-11-19T17:00', 2, '2026-11-20T10:00'],
    ['a whole day, over the weekend', '2026-11-20T10:00', 8, '2026-11-23T10:00'],
    ['over the National Day holiday, with its make-up Saturday', '2026-09-30T17:00', 18, '2026-10-10T10:00'],
    ['none, at night', '2026-11-20T23:00', 0, '2026-11-20T23:00'],
    ['half an hour', '2026-11-20T09:00', 0.5, '2026-11-20T09:30'],
  ])('%s', (_, from, count, to) => {
    expect(addWorkingHours(local(from), count, shanghai)).toBe(local(to));
  });

  it('by the company’s own days before all else', () => {
    const own = { ...shanghai, calendar: { ...china, open: ['2026-11-21' as PlainDate] } };
    expect(addWorkingHours(local('2026-11-20T17:00'), 2, own)).toBe(local('2026-11-21T10:00'));
  });

  it('by the office’s clock, also where summer time begins or ends over the weekend', () => {
    expect(addWorkingHours(utc('2026-03-06T22:00Z'), 2, newYork)).toBe(utc('2026-03-09T14:00Z'));
    expect(addWorkingHours(utc('2026-10-30T21:00Z'), 2, newYork)).toBe(utc('2026-11-02T15:00Z'));
  });

  it('in a day’s true length where the office never closes', () => {
    const always = { ...newYork, calendar: { ...weekends, open: ['2026-03-08', '2026-11-01'] as PlainDate[] } };
    const round = { ...always, hours: hours(['00:00', '24:00']) };
    expect(workingHoursBetween(utc('2026-03-08T05:00Z'), utc('2026-03-09T04:00Z'), round)).toBe(23);
    expect(workingHoursBetween(utc('2026-11-01T04:00Z'), utc('2026-11-02T05:00Z'), round)).toBe(25);
  });

  it('never twice, where summer time pushes one span into the next', () => {
    const london: WorkingTime = {
      timeZone: 'Europe/London',
      calendar: { ...weekends, open: ['2026-03-29'] as PlainDate[] },
      hours: hours(['01:15', '01:45'], ['02:00', '03:00']),
    };
    expect(workingHoursBetween(utc('2026-03-29T00:00Z'), utc('2026-03-29T23:00Z'), london)).toBe(0.75);
  });

  it('never for less than none, nor in an office that is never open', () => {
    expect(() => addWorkingHours(local('2026-11-20T09:00'), -1, shanghai)).toThrow(RangeError);
    expect(() => addWorkingHours(local('2026-11-20T09:00'), Number.NaN, shanghai)).toThrow(RangeError);
    expect(() => addWorkingHours(local('2026-11-20T09:00'), 1, { ...shanghai, hours: [] })).toThrow(RangeError);
  });
});

it.each([
  ['a morning', '2026-11-20T09:00', '2026-11-20T12:00', 3],
  ['the pause', '2026-11-20T12:00', '2026-11-20T13:00', 0],
  ['a weekend', '2026-11-20T18:00', '2026-11-23T09:00', 0],
  ['a week', '2026-11-16T00:00', '2026-11-23T00:00', 40],
  ['the week before a make-up Saturday', '2026-10-05T00:00', '2026-10-12T00:00', 24],
  ['backwards', '2026-11-20T12:00', '2026-11-20T10:00', -2],
])('working hours of %s', (_, from, to, count) => {
  expect(workingHoursBetween(local(from), local(to), shanghai)).toBe(count);
});

describe('whatever the office', () => {
  const offices = fc.constantFrom<WorkingTime>(
    shanghai,
    newYork,
    { timeZone: 'Europe/London', calendar: weekends, hours: hours(['01:15', '01:45'], ['01:50', '03:00']) },
    { timeZone: 'America/Santiago', calendar: weekends, hours: hours(['00:00', '02:00'], ['22:00', '24:00']) },
    {
      timeZone: 'Australia/Lord_Howe',
      calendar: { ...weekends, open: ['2026-10-04', '2026-04-05'] as PlainDate[] },
      hours: hours(['00:00', '24:00']),
    },
  );
  const moments = fc
    .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) })
    .map((at) => new Date(at).toISOString() as Instant);
  /** Whole milliseconds, up to ten days of work. */
  const spans = fc.integer({ min: 0, max: 80 * 3_600_000 }).map((ms) => ms / 3_600_000);

  test('counting gives back what was added', () => {
    fc.assert(
      fc.property(offices, moments, spans, (office, at, count) => {
        expect(workingHoursBetween(at, addWorkingHours(at, count, office), office)).toBe(count);
      }),
    );
  });

  test('adding what was counted comes no later, with nothing worked in between', () => {
    fc.assert(
      fc.property(offices, moments, moments, (office, a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const reached = addWorkingHours(first, workingHoursBetween(first, second, office), office);
        expect(reached <= second).toBe(true);
        expect(workingHoursBetween(reached, second, office)).toBe(0);
      }),
    );
  });

  test('adding twice is adding the sum', () => {
    fc.assert(
      fc.property(offices, moments, spans, spans, (office, at, a, b) => {
        expect(addWorkingHours(addWorkingHours(at, a, office), b, office)).toBe(addWorkingHours(at, a + b, office));
      }),
    );
  });

  test('later starts and longer work never end earlier', () => {
    fc.assert(
      fc.property(offices, moments, moments, spans, spans, (office, a, b, one, other) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const [short, long] = one < other ? [one, other] : [other, one];
        expect(addWorkingHours(first, short, office) <= addWorkingHours(second, short, office)).toBe(true);
        expect(addWorkingHours(first, short, office) <= addWorkingHours(first, long, office)).toBe(true);
      }),
    );
  });
});
