import { expect, it } from 'vitest';
import { parseFlag } from '../../../../core/sheet/values/flag.ts';

it.each([
  ['是', true, true],
  ['否', false, false],
  ['Yes', true, true],
  [' no ', false, false],
  ['√', true, true],
  ['1', true, true],
  ['停产', true, false],
  ['已停产', true, false],
  ['停用', true, false],
  ['暂停合作', true, false],
  ['暫停往來', true, false],
  ['On hold', true, false],
  ['Suspended', true, false],
  ['在售', false, true],
  ['启用', false, true],
  ['Discontinued', true, false],
])('%s: gone %s, going on %s', (text, gone, going) => {
  expect(parseFlag(text, 'gone')).toEqual({ kind: 'value', value: gone });
  expect(parseFlag(text, 'going')).toEqual({ kind: 'value', value: going });
});

it('leaves blanks blank and names other words', () => {
  expect(parseFlag(' ', 'gone')).toEqual({ kind: 'empty' });
  expect(parseFlag('vielleicht', 'gone')).toEqual({ kind: 'unreadable', problem: 'not-a-flag' });
});
