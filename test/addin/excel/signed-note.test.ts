import { expect, it } from 'vitest';
import { isSigned, signed } from '../../../addin/excel/marks/signed-note.ts';

it('knows its own note again, whatever line ends it comes back with, and nobody else’s', () => {
  expect(isSigned(signed('one\ntwo').replaceAll('\n', '\r\n'))).toBe(true);
  expect(isSigned(`${signed('one')}\nand a word of hers`)).toBe(false);
  expect(isSigned(`call first\n${signed('one')}`)).toBe(false);
  expect(isSigned('— 回签 Countersign')).toBe(false);
  expect(signed('one')).toMatch(/^one\n— 回签 Countersign · \w{3}$/);
  // As an earlier version signed it.
  expect(isSigned('one\n— 回签 Countersign 1fnfegf')).toBe(true);
  expect(isSigned('two\n— 回签 Countersign 1fnfegf')).toBe(false);
});
