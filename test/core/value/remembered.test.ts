import { describe, expect, it } from 'vitest';
import { remembered } from '../../../core/value/remembered.ts';

/** Which texts were looked at, of all that were asked for; at most two are remembered, of at most five letters. */
function lookedAt(...asked: string[]): string[] {
  const looked: string[] = [];
  const lengthOf = remembered(
    (text: string) => {
      looked.push(text);
      return text.length || null;
    },
    { longest: 5, most: 2 },
  );
  for (const text of asked) expect(lengthOf(text)).toBe(text.length || null);
  return looked;
}

describe('what a text was found to be', () => {
  it('is remembered, also that it is nothing', () => {
    expect(lookedAt('Qty', 'Qty', '', '', 'Price', 'Price')).toEqual(['Qty', '', 'Price']);
  });

  it('is not remembered of long texts', () => {
    expect(lookedAt('Amount', 'Amount')).toEqual(['Amount', 'Amount']);
  });

  it('is forgotten when there are too many', () => {
    expect(lookedAt('a', 'b', 'a', 'b', 'c', 'c', 'a')).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is not forgotten because of long texts', () => {
    expect(lookedAt('a', 'b', 'Amount', 'a', 'b')).toEqual(['a', 'b', 'Amount']);
  });
});
