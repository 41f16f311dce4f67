import { expect, it } from 'vitest';
import { oneKeystrokeApart, sameButForWriting } from '../../../core/check/code-look.ts';

it.each([
  ['a-1001', 'a-1002', true], // typed wrong at the end
  ['b-1001', 'a-1001', true], // at the beginning
  ['a-1101', 'a-1001', true], // within
  ['a-1001', 'a-101', true], // left out
  ['a-1001', '-1001', true],
  ['a-1001', 'a-10001', true], // doubled
  ['a-1001', 'a-10015', true], // added
  ['a-1012', 'a-1021', true], // swapped
  ['ab', 'ba', true],
  ['', 'a', true],
  ['a-1001', 'a-1001', false],
  ['a-1001', 'a-1122', false],
  ['a-1001', 'a-1', false],
  ['a-1001', 'a-100122', false],
  ['ab-1', 'ba-2', false],
  ['a-12', 'a-34', false],
  ['a-12', 'a-31', false],
  ['a-12', 'a-23', false],
  ['a-12', 'a-213', false],
  ['a-1', 'a-23', false],
])('%s and %s are one keystroke apart: %s', (a, b, apart) => {
  expect(oneKeystrokeApart(a, b)).toBe(apart);
  expect(oneKeystrokeApart(b, a)).toBe(apart);
});

it.each([
  ['123', '00123', true],
  ['LS0840', 'LS-0840', true],
  ['LS—0840', 'ls_0840', true],
  ['LS-O84l', 'ls-0841', true],
  ['1012', '10-12', true],
  ['1-12', '11-2', false], // the dash stands elsewhere
  ['15', '1.5', false],
  ['M10/2', 'M102', false],
  ['1.5', '1/5', false],
])('%s is %s but for what is lost in writing: %s', (a, b, same) => {
  expect(sameButForWriting(a, b)).toBe(same);
  expect(sameButForWriting(b, a)).toBe(same);
});
