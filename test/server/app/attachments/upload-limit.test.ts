import { expect, test } from 'vitest';
import type { Instant } from '../../../../core/value/date.ts';
import { UploadLimit } from '../../../../server/app/attachments/upload-limit.ts';
import { MemoryScratchpad } from '../../../../server/store/embedded/memory-scratchpad.ts';

const hourMs = 3_600_000;
/** Ten bytes a day; the clock stands until it is set. */
function limitAt() {
  let ms = Date.parse('2026-11-21T02:00:00.000Z');
  const clock = { now: () => new Date(ms).toISOString() as Instant };
  const limit = new UploadLimit('own', new MemoryScratchpad(clock), clock, 10);
  const begin = (user: string, sha256: string, bytes: number) => limit.begin(user, { sha256, bytes });
  const pass = (hours: number) => {
    ms += hours * hourMs;
  };
  return { limit, begin, pass };
}

test('files nobody named fill the day of their sender; the wait ends when enough of them expire', async () => {
  const { begin, pass } = limitAt();
  expect(await begin('wang', 'a', 4)).toBe(0);
  pass(1);
  expect(await begin('wang', 'b', 6)).toBe(0);
  expect(await begin('wang', 'c', 4)).toBe(23 * hourMs);
  expect(await begin('wang', 'c', 5)).toBe(24 * hourMs);
  expect(await begin('li', 'c', 10)).toBe(0);
  pass(23);
  expect(await begin('wang', 'c', 4)).toBe(0);
});

test('the same file counts once, a named one no longer, a refused one not at all', async () => {
  const { limit, begin } = limitAt();
  await begin('wang', 'a', 8);
  expect(await begin('wang', 'a', 8)).toBe(0);
  expect(await begin('wang', 'b', 5)).toBeGreaterThan(0);
  expect(await begin('wang', 'c', 2)).toBe(0);
  await limit.named('a');
  expect(await begin('wang', 'b', 5)).toBe(0);
});

test('a file larger than all of it never fits', async () => {
  const { begin } = limitAt();
  expect(await begin('wang', 'a', 11)).toBe(24 * hourMs);
  expect(await begin('wang', 'b', 10)).toBe(0);
});
