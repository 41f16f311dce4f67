import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../../../core/value/date.ts';
import { arrivalOf, minuteIn } from '../../../../desk/order/act/office-clock.ts';

const at = (text: string): Instant => text as Instant;
const longAgo = at('2000-01-01T00:00:00.000Z');

test('the office’s clock, not the browser’s', () => {
  expect(minuteIn(at('2026-11-20T02:05:59.000Z'), 'Asia/Shanghai')).toBe('2026-11-20T10:05');
  expect(minuteIn(at('2026-11-20T23:05:59.000Z'), 'Asia/Shanghai')).toBe('2026-11-21T07:05');
  expect(arrivalOf('2026-11-20T10:05', 'Asia/Shanghai', longAgo)).toBe('2026-11-20T02:05:00.000Z');
});

test('what the clock shows leads back to the minute it was shown in', () => {
  const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC');
  const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
  fc.assert(
    fc.property(zone, minute, (timeZone, minutes) => {
      const shown = minuteIn(at(new Date(minutes * 60_000).toISOString()), timeZone);
      const moment = arrivalOf(shown, timeZone, longAgo);
      // An hour that is shown twice leads to one of the two.
      expect(moment && minuteIn(moment, timeZone)).toBe(shown);
    }),
  );
});

test('where summer time skips the hour, as long after the jump', () => {
  expect(arrivalOf('2026-03-29T02:30', 'Europe/Berlin', longAgo)).toBe('2026-03-29T01:30:00.000Z');
});

test('within the minute of its question an answer came with it, not before it', () => {
  const askedAt = at('2026-11-20T02:05:40.000Z');
  expect(arrivalOf('2026-11-20T10:05', 'Asia/Shanghai', askedAt)).toBe(askedAt);
  expect(arrivalOf('2026-11-20T10:04', 'Asia/Shanghai', askedAt)).toBe('2026-11-20T02:04:00.000Z');
});

test('an empty field is no moment', () => {
  expect(arrivalOf('', 'Asia/Shanghai', longAgo)).toBeNull();
});
