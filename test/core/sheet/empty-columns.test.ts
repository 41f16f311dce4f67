import { expect, test } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

const emptyOf = (rows: readonly (readonly CellValue[])[], more: Partial<Grid> = {}): readonly number[] | undefined =>
  understandSheets([gridOf(rows, more)]).tables[0]?.columns.flatMap(({ column, empty }) => (empty ? [column] : []));
const header = ['订单号', '', '货号', '数量', '单价', '图片', '', '跟单'];

test('a column without heading is empty where no row holds anything; one with a heading never', () => {
  const bare = ['1', null, 'A', 2, 9, null, null, '小王'];
  expect(emptyOf([header, bare, bare])).toEqual([1, 6]);
  expect(emptyOf([header, bare, ['2', '√', 'A', 2, 9, null, ' ', '小王']])).toEqual([6]);
});

test('a formula without a result is something', () => {
  const bare = ['1', null, 'A', 2, 9, null, null, '小王'];
  const formulas = [[], [null, null, null, null, null, null, 'D2*E2']];
  expect(emptyOf([header, bare], { formulas })).toEqual([1]);
});
