import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HashFilter } from '../../../../../server/store/embedded/rest/hash-filter.ts';

const hash = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** Filled as the index fills it: emptied when there is no room. */
function filterOf(hashes: readonly number[]): HashFilter {
  const filter = new HashFilter();
  filter.empty(hashes.length);
  for (const each of hashes) filter.add(each);
  return filter;
}

describe('a filter of hashes', () => {
  test('never rules out what was added', () => {
    fc.assert(
      fc.property(fc.array(hash), (hashes) => {
        const filter = filterOf(hashes);
        expect(hashes.every((each) => filter.mayHave(each))).toBe(true);
      }),
    );
  });

  test('rules out nearly everything else, also when it is full', () => {
    const multiples = Array.from({ length: 200_000 }, (_, at) => Math.imul(at + 1, 2_654_435_761) >>> 0);
    const filter = filterOf(multiples.slice(0, 1000));
    let added = 1000;
    for (; filter.hasRoomFor(1); added += 1) filter.add(multiples[added] as number);
    expect(added).toBeGreaterThanOrEqual(2000);
    const wrong = multiples.slice(100_000).filter((each) => filter.mayHave(each));
    expect(wrong.length).toBeLessThan(100_000 / 7);
  });

  test('has nothing, and room for nothing, before it was made', () => {
    const filter = new HashFilter();
    expect(filter.mayHave(5)).toBe(false);
    expect(filter.hasRoomFor(8)).toBe(false);
  });

  test('emptied, it has forgotten', () => {
    const filter = filterOf([7]);
    filter.empty(1);
    expect(filter.mayHave(7)).toBe(false);
  });
});
