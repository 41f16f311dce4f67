import { expect, it } from 'vitest';
import { oneKeystrokeApart } from '../../../core/check/item-suggestion.ts';

it.each([
  ['a-1001', 'a-1002', true], // typed wrong
  ['a-1001', 'a-101', true], // left out
  ['a-1001', 'a-10001', true], // doubled
  ['a-1012', 'a-1021', true], // swapped
  ['', 'a', true],
  ['a-1001', 'a-1001', false],
  ['a-1001', 'a-1122', false],
  ['a-1001', 'a-1', false],
  ['ab-1', 'ba-2', false],
])('%s and %s are one keystroke apart: %s', (a, b, apart) => {
  expect(oneKeystrokeApart(a, b)).toBe(apart);
  expect(oneKeystrokeApart(b, a)).toBe(apart);
});
