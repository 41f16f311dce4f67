import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uncovered } from '../../addin/excel/reading/outline.ts';
import { formulaOf } from '../../addin/excel/reading/read-grids.ts';
import { parseChoices } from '../../addin/excel/workbook-choices.ts';
import { asTyped } from '../../addin/excel/write-cells.ts';

describe('a value as Excel must be given it', () => {
  test.each([
    '00123',
    '3-12',
    '1/2',
    '2E10',
    '=A1',
    '+x',
    '-x',
    '@x',
    'TRUE',
    'false',
    'Mar-12',
    "'quoted",
    '50%',
    '１２',
  ])('the text %s stays text', (text) => expect(asTyped(text)).toBe(`'${text}`));
  test.each(['件', '订单', 'pcs', 'QF', '待评审', 'Awaiting countersign'])(
    'the plain word %s needs no apostrophe',
    (text) => expect(asTyped(text)).toBe(text),
  );
  test('an order number keeps its apostrophe, numbers and truth values are typed as they are, nothing empties', () => {
    expect(asTyped('SO-202611-00001')).toBe("'SO-202611-00001");
    expect([asTyped(12.5), asTyped(true), asTyped(null), asTyped('')]).toEqual([12.5, true, '', '']);
  });
  test('what Excel keeps is always the text itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const typed = String(asTyped(text));
        expect(typed === text || typed === `'${text}`).toBe(true);
        // Whatever begins like a number, formula, date or apostrophe is marked as text.
        if (/^[\d=+\-@'.]/.test(text)) expect(typed).toBe(`'${text}`);
      }),
    );
  });
});

test('a formula is told from a text that merely looks odd', () => {
  expect(['=A1', '=', 'A=1', 5, ''].map(formulaOf)).toEqual(['=A1', null, null, null, null]);
});

test('hidden is what no visible area covers', () => {
  expect(
    uncovered(3, 8, [
      [3, 4],
      [6, 6],
      [6, 7],
    ]),
  ).toEqual([5, 8]);
  expect(uncovered(3, 5, [])).toEqual([3, 4, 5]);
  expect(uncovered(3, 5, [[0, 9]])).toEqual([]);
});

describe('choices kept in a workbook', () => {
  const choice = { sheet: '订单', heading: '备注', field: null };
  test('are read back', () => expect(parseChoices(JSON.stringify([choice]))).toEqual([choice]));
  test.each([
    undefined,
    null,
    5,
    '',
    'no json',
    '{}',
    '[1]',
    '[{"sheet":"订单"}]',
    '[{"sheet":1,"heading":"x","field":null}]',
  ])('%s was not written by us and counts for nothing', (value) => expect(parseChoices(value)).toEqual([]));
});
