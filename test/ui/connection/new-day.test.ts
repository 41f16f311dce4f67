import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookMs, onNewDay } from '../../../ui/connection/new-day.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('asks once the company’s day is over by this clock, until it is answered', () => {
  // Half an hour before midnight in the company's town, which is the middle of the day here.
  vi.setSystemTime('2026-11-20T15:30:00Z');
  const ask = vi.fn();
  const end = onNewDay({ today: '2026-11-20', timeZone: 'Asia/Shanghai' }, ask);
  vi.advanceTimersByTime(29 * lookMs);
  expect(ask).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * lookMs);
  expect(ask).toHaveBeenCalled();
  end();
  ask.mockClear();
  vi.advanceTimersByTime(5 * lookMs);
  expect(ask).not.toHaveBeenCalled();
});
