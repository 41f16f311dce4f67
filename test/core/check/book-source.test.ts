import { expect, test } from 'vitest';
import { partReadFrom } from '../../../core/check/book-source.ts';
import { knowledgeOf } from '../../../core/check/knowledge-of-sheets.ts';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { type SheetOfFile, understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from '../sheet/grid-of.ts';

const headings = ['货号', '品名', '标准单价'];
const sheet = (file: string, name: string, ...rows: CellValue[][]): SheetOfFile => ({
  ...gridOf(rows, { sheet: name }),
  file,
});

/** Of each price list that was found: its file, its rows, and the range and rows of the part it is of the book. */
function read(...grids: SheetOfFile[]) {
  const sheets = understandSheets(grids);
  const source = knowledgeOf(sheets).prices?.source ?? null;
  return sheets.prices.map(({ table, rows }) => {
    const part = partReadFrom(source, table);
    return [table.file, rows.length, part ? `${part.range}: ${part.rows}` : null];
  });
}

test('sheets of one name in two files are told apart', () => {
  const filled = sheet('a.xlsx', 'Sheet1', headings, ['A', '螺丝', 2]);
  const empty = sheet('b.xlsx', 'Sheet1', headings);
  const told = [
    ['a.xlsx', 1, 'A1:C2: 1'],
    ['b.xlsx', 0, null],
  ];
  expect(read(filled, empty)).toEqual(told);
  expect(read(empty, filled)).toEqual(told.toReversed());
});

test('two tables of one role on one sheet are told apart', () => {
  const both = sheet('a.xlsx', 'Sheet1', [...headings, null, null, ...headings], ['A', '螺丝', 2]);
  expect(read(both)).toEqual([
    ['a.xlsx', 1, 'A1:C2: 1'],
    ['a.xlsx', 0, null],
  ]);
});

test('a copied sheet is no part of the book', () => {
  const rows = [headings, ['A', '螺丝', 2]];
  expect(read(sheet('a.xlsx', '价目表', ...rows), sheet('a.xlsx', '价目表 (2)', ...rows))).toEqual([
    ['a.xlsx', 1, 'A1:C2: 1'],
    ['a.xlsx', 1, null],
  ]);
});
