import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellValue } from '../../../../core/sheet/grid.ts';
import type { SheetOfFile } from '../../../../core/sheet/understand.ts';
import { evaluate } from '../../../../desk/workbook/formula/evaluate.ts';
import { withChanges } from '../../../../desk/workbook/grid-edits.ts';

/** Cells as typed; a text that begins with = is a formula, its saved result beside it. */
function sheetOf(rows: readonly (readonly (CellValue | readonly [string, CellValue])[])[]): SheetOfFile {
  const isFormula = (cell: CellValue | readonly [string, CellValue]): cell is readonly [string, CellValue] =>
    Array.isArray(cell);
  return {
    sheet: 'S',
    row: 0,
    column: 0,
    values: rows.map((row) => row.map((cell) => (isFormula(cell) ? cell[1] : cell))),
    formulas: rows.map((row) => row.map((cell) => (isFormula(cell) ? cell[0] : null))),
  };
}
const price = (row: number, value: number) => ({ row, column: 1, value, formula: null });

test.each([
  ['=2+3*4', 14],
  ['=-(2+3)*4/5', -4],
  ['=10%*50', 5],
  ['=ROUND(1.005,2)', 1.01],
  ['=ROUND(A1*B1,0)', 8],
  ['=SUM(A1:B2,1)', 15],
  ['=$A$1*B$2', 10],
  ['=A1/0', null],
  ['=A3+1', null],
  ['=VLOOKUP(A1,B1:B2,1)', null],
  ['=Prices!A1*2', null],
  ['=A1&"x"', null],
  ['=2+', null],
])('%s is %s', (formula, expected) => {
  const cells: Record<string, CellValue> = { '0,0': 2, '0,1': 4, '1,0': 3, '1,1': 5, '2,0': 'text' };
  expect(evaluate(formula, ({ row, column }) => cells[`${row},${column}`] ?? null)).toBe(expected);
});

test('sums and products of cells are what arithmetic says', () => {
  const number = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(number, number, number, (a, b, c) => {
      const lookUp = ({ column }: { readonly column: number }) => [a, b, c][column] ?? null;
      expect(evaluate('=A1*B1-C1', lookUp)).toBe(a * b - c);
      expect(evaluate('=(A1-B1)*-C1', lookUp)).toBeCloseTo((a - b) * -c, 9);
    }),
  );
});

test('a corrected price corrects the amount beside it and the total below', () => {
  const sheet = sheetOf([
    [10, 11.8, ['=A1*B1', 118]],
    [2, 5, ['=', 10]],
    [null, null, ['=SUM(C1:C2)', 128]],
  ]);
  const { values } = withChanges(sheet, [price(0, 12.5), price(1, 6)]);
  expect(values.map((row) => row[2])).toEqual([125, 12, 137]);
  expect(sheet.values[0]?.[2]).toBe(118);
});

test('a formula whose saved result is not understood keeps it', () => {
  const sheet = sheetOf([
    [10, 11.8, ['=A1*B1', 999]],
    [1, 2, ['=MAX(A2:B2)', 2]],
  ]);
  const { values } = withChanges(sheet, [price(0, 12.5), price(1, 7)]);
  expect(values.map((row) => row[2])).toEqual([999, 2]);
});

test('formulas in a circle come to an end', () => {
  const sheet = sheetOf([[1, 0, ['=A1+D1+B1', 1], ['=C1-1', 0]]]);
  expect(withChanges(sheet, [price(0, 1)]).values[0]).toHaveLength(4);
});

test('a cell beyond the end of its row is written without holes, below the last row too', () => {
  const sheet: SheetOfFile = {
    sheet: 'S',
    row: 0,
    column: 0,
    values: [[10, 11.8, 118], ['note']],
    formulas: [[null, null, '=A1*B1'], []],
    formats: [[]],
  };
  const { values, formulas, formats } = withChanges(sheet, [
    { row: 1, column: 3, value: 888, formula: null, format: '0.00' },
    { row: 3, column: 1, value: 1, formula: null },
  ]);
  expect(values).toStrictEqual([[10, 11.8, 118], ['note', null, null, 888], [], [null, 1]]);
  expect(formulas).toStrictEqual([[null, null, '=A1*B1'], [null, null, null, null], [], [null, null]]);
  expect(formats).toStrictEqual([[], [null, null, null, '0.00']]);
});
