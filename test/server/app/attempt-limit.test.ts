import { expect, test } from 'vitest';
import { AttemptLimit } from '../../../server/app/attempt-limit.ts';

const limit = () => new AttemptLimit({ freeAttempts: 3, longestWaitMs: 10_000 });

test('after the free attempts each further one doubles the wait, up to the longest', () => {
  const attempts = limit();
  const waits = [];
  let now = 0;
  for (let tries = 0; tries < 9; tries += 1) {
    now += attempts.begin('wang', now);
    const wait = attempts.begin('wang', now);
    waits.push(wait);
    now += wait;
  }
  expect(waits.filter((wait) => wait > 0)).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 10_000, 10_000]);
});

test('who waits without trying is let in; asking while waiting makes it no longer', () => {
  const attempts = limit();
  for (let tries = 0; tries < 4; tries += 1) attempts.begin('wang', 0);
  expect(attempts.begin('wang', 400)).toBe(600);
  expect(attempts.begin('wang', 500)).toBe(500);
  expect(attempts.begin('wang', 1000)).toBe(0);
});

test('guesses that run side by side all count', () => {
  const attempts = limit();
  const begun = Array.from({ length: 10 }, () => attempts.begin('wang', 0));
  expect(begun.filter((wait) => wait === 0)).toHaveLength(3);
});

test('success forgets the failures of that one only', () => {
  const attempts = limit();
  for (const who of ['wang', 'li']) for (let tries = 0; tries < 3; tries += 1) attempts.begin(who, 0);
  attempts.succeeded('wang');
  expect([attempts.begin('wang', 0), attempts.begin('li', 0)]).toEqual([0, 1000]);
});
