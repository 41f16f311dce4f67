import { beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import { AttemptLimit } from '../../../server/app/attempt-limit.ts';
import { MemoryScratchpad } from '../../../server/store/embedded/memory-scratchpad.ts';

let nowMs: number;
let attempts: AttemptLimit;
/** Another server on the same scratchpad. */
let elsewhere: AttemptLimit;
beforeEach(() => {
  nowMs = 0;
  const clock = { now: () => new Date(nowMs).toISOString() as Instant };
  const scratchpad = new MemoryScratchpad(clock);
  const limit = () => new AttemptLimit(scratchpad, clock, { freeAttempts: 3, longestWaitMs: 10_000 });
  [attempts, elsewhere] = [limit(), limit()];
});

test('after the free attempts each further one doubles the wait, up to the longest', async () => {
  const waits = [];
  for (let tries = 0; tries < 9; tries += 1) {
    nowMs += await attempts.begin('wang');
    const wait = await attempts.begin('wang');
    waits.push(wait);
    nowMs += wait;
  }
  expect(waits.filter((wait) => wait > 0)).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 10_000, 10_000]);
});

test('who waits without trying is let in; asking while waiting makes it no longer', async () => {
  for (let tries = 0; tries < 4; tries += 1) await attempts.begin('wang');
  nowMs = 400;
  expect(await attempts.begin('wang')).toBe(600);
  nowMs = 500;
  expect(await attempts.begin('wang')).toBe(500);
  nowMs = 1000;
  expect(await attempts.begin('wang')).toBe(0);
});

test('guesses that run side by side all count, whichever server they try', async () => {
  const servers = [attempts, elsewhere];
  const begun = await Promise.all(Array.from({ length: 10 }, (_, nth) => servers[nth % 2]?.begin('wang')));
  expect(begun.filter((wait) => wait === 0)).toHaveLength(3);
});

test('success forgets the failures of that one only', async () => {
  for (const who of ['wang', 'li']) for (let tries = 0; tries < 3; tries += 1) await attempts.begin(who);
  await attempts.succeeded('wang');
  expect([await attempts.begin('wang'), await attempts.begin('li')]).toEqual([0, 1000]);
});
