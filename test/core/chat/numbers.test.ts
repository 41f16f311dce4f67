import { describe, expect, it } from 'vitest';
import { chineseNumber, numberIn } from '../../../core/chat/numbers.ts';

describe('a number in words', () => {
  it.each([
    ['两百', 200],
    ['一千五', 1500],
    ['一千零五', 1005],
    ['两百五十', 250],
    ['十二', 12],
    ['二十', 20],
    ['三万二', 32_000],
    ['三万两千', 32_000],
    ['兩萬', 20_000],
    ['一百零八', 108],
    ['十', 10],
  ])('%s', (text, number) => expect(chineseNumber(text)).toBe(number));

  it('is none where its signs make none', () => expect(chineseNumber('一二')).toBeNull());
  it.each([
    ['1,200', '1200'],
    ['1.5万', '15000'],
    ['3k', '3000'],
    ['两百', '200'],
  ])('%s in digits', (text, number) => expect(numberIn(text)).toBe(number));
});
