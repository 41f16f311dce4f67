import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seriesIn } from '../../../core/history/series.ts';

const numbers = (...sequences: readonly number[]): string[] =>
  sequences.map((sequence) => `SO-202611-${String(sequence).padStart(5, '0')}`);
const found = (borne: readonly string[], mentioned: readonly string[] = []) => seriesIn({ borne, mentioned });

describe('the numbers of a series', () => {
  test('without gaps, in any order, each month for itself', () => {
    const borne = [...numbers(3, 1, 2), 'SO-202612-00001', 'DN-202611-00001'];
    expect(found(borne)).toEqual([
      { series: 'DN-202611', highest: 1, missing: [] },
      { series: 'SO-202611', highest: 3, missing: [] },
      { series: 'SO-202612', highest: 1, missing: [] },
    ]);
  });

  test('missing at the beginning and in stretches are named from and to', () => {
    expect(found(numbers(2, 6, 8))).toMatchObject([
      {
        highest: 8,
        missing: [
          { from: 'SO-202611-00001', to: 'SO-202611-00001' },
          { from: 'SO-202611-00003', to: 'SO-202611-00005' },
          { from: 'SO-202611-00007', to: 'SO-202611-00007' },
        ],
      },
    ]);
  });

  test('that others point at were given out: missing even above the highest that is there', () => {
    expect(found(numbers(1), numbers(3, 1))).toMatchObject([
      { highest: 3, missing: [{ from: 'SO-202611-00002', to: 'SO-202611-00003' }] },
    ]);
    expect(found([], numbers(1))).toMatchObject([{ highest: 1, missing: [{ from: 'SO-202611-00001' }] }]);
  });

  test('past 99,999 simply grow longer; names of papers are no numbers', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => index + 1);
    expect(found([...numbers(...many), 'SO-202611-00042-L1', 'redo'])).toMatchObject([
      { highest: 100_000, missing: [] },
    ]);
  });

  test('have exactly the gaps that were made', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (sequences) => {
        const [{ highest, missing }] = found(numbers(...sequences)) as [ReturnType<typeof found>[number]];
        const last = (text: string) => Number(text.slice(-5));
        const gone = missing.flatMap(({ from, to }) =>
          Array.from({ length: last(to) - last(from) + 1 }, (_, index) => last(from) + index),
        );
        expect(highest).toBe(Math.max(...sequences));
        expect([...gone, ...sequences].sort((a, b) => a - b)).toEqual(
          Array.from({ length: highest }, (_, index) => index + 1),
        );
      }),
    );
  });
});
