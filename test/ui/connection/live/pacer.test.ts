import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gapMs, Pacer, soonMs } from '../../../../ui/connection/live/pacer.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('acts once for however many ask, soon after the first', () => {
  const action = vi.fn();
  const pacer = new Pacer(action);
  for (let asked = 0; asked < 5; asked += 1) {
    pacer.ask();
    vi.advanceTimersByTime(soonMs / 10);
  }
  expect(action).not.toHaveBeenCalled();
  vi.advanceTimersByTime(soonMs);
  expect(action).toHaveBeenCalledTimes(1);
});

test('under a flood it acts again and again, never more often than the gap, and once after the last', () => {
  const action = vi.fn();
  const pacer = new Pacer(action);
  for (let ms = 0; ms < 10 * gapMs; ms += 100) {
    pacer.ask();
    vi.advanceTimersByTime(100);
  }
  const during = action.mock.calls.length;
  expect(during).toBeGreaterThanOrEqual(9);
  expect(during).toBeLessThanOrEqual(11);
  vi.advanceTimersByTime(2 * gapMs);
  expect(action).toHaveBeenCalledTimes(during + 1);
});

test('acts no more once it is stopped', () => {
  const action = vi.fn();
  const pacer = new Pacer(action);
  pacer.ask();
  pacer.stop();
  vi.advanceTimersByTime(2 * gapMs);
  expect(action).not.toHaveBeenCalled();
});
