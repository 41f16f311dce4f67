import { expect, test } from 'vitest';
import { no, ok } from '../../../core/value/result.ts';
import { LookAgain, lookingAgain } from '../../../server/app/look-again.ts';

/** Somebody is quicker the first so many times. */
function overtaken(times: number) {
  const tries = { count: 0 };
  const attempt = async () => {
    tries.count += 1;
    if (tries.count <= times) throw new LookAgain();
    return ok(`done at the ${tries.count}.`);
  };
  return { tries, attempt };
}

test('whoever is overtaken looks again, and nobody hears of it', async () => {
  expect(await lookingAgain(overtaken(3).attempt)).toEqual(ok('done at the 4.'));
});

test('a user who is overtaken for ever is told that things have changed', async () => {
  const { tries, attempt } = overtaken(Number.POSITIVE_INFINITY);
  expect(await lookingAgain(attempt)).toEqual(no({ code: 'version.stale' }));
  expect(tries.count).toBe(8);
});

test('a refusal is an answer, and any other error is not for us', async () => {
  const refusal = no({ code: 'stock.short' } as const);
  expect(await lookingAgain(async () => refusal)).toBe(refusal);
  await expect(lookingAgain(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
});
