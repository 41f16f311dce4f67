import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shiftedFormula } from '../../workbook/xlsx/shared-formulas.ts';
import { fixture, sheetsOf } from './fixture.ts';

const shift = (formula: string, down: number, right: number): string =>
  shiftedFormula(formula, { row: 4, column: 4 }, { row: 4 + down, column: 4 + right });

it.each([
  ['A1*B1', 2, 1, 'B3*C3'],
  ['$A1*B$1+$C$1', 2, 1, '$A3*C$1+$C$1'],
  ['SUM(A1:B9,C:C,3:$4)', 1, 1, 'SUM(B2:C10,D:D,4:$4)'],
  ['Z9+AZ9', 0, 1, 'AA9+BA9'],
  ['A1', -1, 0, '#REF!'],
  ['XFD1+1', 0, 1, '#REF!+1'],
  // None of these is a cell of this sheet's grid.
  ['LOG10(A1)&"A1"&\'A1 B2\'!A1', 1, 0, 'LOG10(A2)&"A1"&\'A1 B2\'!A2'],
  [
    'Orders1[A1]+Orders1[[#This Row],[B2]]+rate_A1+A1.x+XFE1+TRUE',
    1,
    1,
    'Orders1[A1]+Orders1[[#This Row],[B2]]+rate_A1+A1.x+XFE1+TRUE',
  ],
  ["[1]Q1!B2+'it''s A1'!B2", 1, 1, "[1]Q1!C3+'it''s A1'!C3"],
])('%j, %i down and %i right: %j', (formula, down, right, expected) => {
  expect(shift(formula, down, right)).toBe(expected);
});

it('comes back the way it went', () => {
  const cell = fc.record({ row: fc.integer({ min: 50, max: 999 }), column: fc.constantFrom('AA', 'C$', '$D') });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.nat(40), fc.nat(10), (cells, down, right) => {
      const formula = `SUM(${cells.map(({ row, column }) => `${column}${row}`).join(',')})`;
      const there = shiftedFormula(formula, { row: 0, column: 0 }, { row: down, column: right });
      expect(shiftedFormula(there, { row: down, column: right }, { row: 0, column: 0 })).toBe(formula);
    }),
  );
});

it('is what every later cell of a shared formula shows', async () => {
  const [sheet] = await sheetsOf(fixture('messy/exceljs/fibonacci.xlsx'));
  expect(sheet?.formulas?.slice(2, 7)).toEqual([
    ['=A2+1', '=B1+B2'],
    ['=A3+1', '=B2+B3'],
    ['=A4+1', '=B3+B4'],
    ['=A5+1', '=B4+B5'],
    ['=A6+1', '=B5+B6'],
  ]);
});
