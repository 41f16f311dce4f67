import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateIn, type Instant, type PlainDate } from '../../../core/value/date.ts';
import { calendarOf } from '../../../server/app/calendar.ts';

const clockAt = (now: string) => ({ now: () => now as Instant });

test("the day is the one of the company's zone", () => {
  const calendar = calendarOf(clockAt('2026-11-21T17:30:00.000Z'));
  expect(calendar.moment('Asia/Shanghai')).toEqual({ at: '2026-11-21T17:30:00.000Z', today: '2026-11-22' });
  expect(calendar.moment('America/Los_Angeles').today).toBe('2026-11-21');
});

test('a company of another time lives on its day, whatever the time of day and year here', () => {
  const zone = fc.constantFrom('America/Los_Angeles', 'Asia/Shanghai', 'Europe/London', 'Pacific/Auckland', 'UTC');
  const here = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  const there = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('1995-01-01' as PlainDate, days));
  fc.assert(
    fc.property(zone, here, there, (timeZone, now, day) => {
      const { at, today } = calendarOf(clockAt(now.toISOString()), day).moment(timeZone);
      expect(today).toBe(day);
      expect(dateIn(at, timeZone)).toBe(day);
    }),
    { examples: [['Pacific/Auckland', new Date('2027-06-10T11:00:00.000Z'), '1995-01-01' as PlainDate]] },
  );
});
