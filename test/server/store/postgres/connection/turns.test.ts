import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { longestWait, mostWaiting, Turns } from '../../../../../server/store/postgres/connection/turns.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const outcome = (asked: Promise<unknown>) =>
  asked.then(
    (result) => result,
    (error: { code: string }) => error.code,
  );

it('come in the order they were asked for', async () => {
  const turns = new Turns(2);
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const all = [1, 2, 3, 4].map((nth) =>
    turns.take(() => {
      began.push(nth);
      return new Promise<void>((resolve) => ends.push(resolve));
    }),
  );
  for (let nth = 0; nth < 4; nth += 1) {
    await vi.waitFor(() => expect(ends.length).toBeGreaterThan(nth));
    ends[nth]?.();
  }
  await Promise.all(all);
  expect(began).toEqual([1, 2, 3, 4]);
});

it('are not waited for by too many, nor for too long; the others go on', async () => {
  const turns = new Turns(1);
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = turns.take(() => promise);
  const waiting = Array.from({ length: mostWaiting }, () => outcome(turns.take(async () => 'done')));
  expect(await outcome(turns.take(async () => 'done'))).toBe('store.busy');
  await vi.advanceTimersByTimeAsync(longestWait);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['store.busy']));
  const later = outcome(turns.take(async () => 'done'));
  resolve('first');
  expect([await first, await later]).toEqual(['first', 'done']);
  expect(await turns.take(async () => 'free')).toBe('free');
});
