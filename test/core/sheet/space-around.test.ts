import { describe, expect, it } from 'vitest';
import { findTables } from '../../../core/sheet/find-tables.ts';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { firstHeadRow, spaceAround } from '../../../core/sheet/space-around.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

/** The space of each table on a sheet, as its corners: top, left, bottom, right. */
const spaces = (rows: Rows, more: Partial<Grid> = {}) => {
  const grid = gridOf(rows, more);
  const tables = findTables(grid, new Set());
  return tables.map((table) => Object.values(spaceAround(grid, tables, table)));
};
const blank = (rows: number): Rows => Array.from({ length: rows }, () => []);
const orders: Rows = [
  ['货号', '数量'],
  ['A', 1],
];
const stock: Rows = [
  ['货号', '品名', '库存数量'],
  ['A', '螺栓', 9],
];

describe('the space around a table', () => {
  it('is the whole sheet, where it stands alone', () => {
    expect(spaces([['订货单'], ...orders, [], [null, null, '完', '了']])).toEqual([[0, 0, 4, 3]]);
    expect(spaces([['订货单'], ...orders], { row: 5, column: 2 })).toEqual([[5, 2, 7, 3]]);
  });

  it('ends twenty rows above it and twelve below', () => {
    const table = { name: 'T', top: 22, left: 0, bottom: 23, right: 1 };
    const rows = [['说明'], ...blank(21), ...orders, ...blank(12), ['完']];
    expect(spaces(rows, { tables: [table] })).toEqual([[2, 0, 35, 1]]);
  });

  it('ends at the tables beside it, on both sides', () => {
    const side = (...cells: CellValue[]) => [...cells, null, ...cells, null, ...cells];
    expect(spaces([['订货单'], side('货号', '数量'), side('A', 1)])).toEqual([
      [0, 0, 2, 2],
      [0, 2, 2, 5],
      [0, 5, 2, 7],
    ]);
  });

  /** Of named tables, each given by its corners. */
  const between = (...areas: readonly (readonly [top: number, left: number, bottom: number, right: number])[]) => {
    const tables = areas.map(([top, left, bottom, right], at) => ({ name: `T${at}`, top, left, bottom, right }));
    const rows = Array.from({ length: 9 }, (_, row) =>
      Array.from({ length: 9 }, (_, column) => {
        const isIn = areas.some((area) => row >= area[0] && row <= area[2] && column >= area[1] && column <= area[3]);
        return isIn ? 'x' : null;
      }),
    );
    return spaces(rows, { tables });
  };

  it('ends at a table that has but one row beside it, not at one further down', () => {
    expect(between([0, 0, 2, 2], [2, 5, 4, 7])).toEqual([
      [0, 0, 8, 4],
      [0, 3, 8, 8],
    ]);
    expect(between([0, 0, 2, 2], [3, 5, 4, 7])).toEqual([
      [0, 0, 2, 8],
      [3, 0, 8, 8],
    ]);
  });

  it('ends not at a table below the one beside it, unless that reaches over', () => {
    const [left, right] = [
      [0, 0, 1, 2],
      [0, 5, 1, 7],
    ] as const;
    const [ofLeft, ofRight] = between(left, right, [5, 5, 6, 7]);
    expect([ofLeft?.[2], ofRight?.[2]]).toEqual([8, 1]);
    const [ofLeft2, ofRight2] = between(left, right, [5, 0, 6, 2]);
    expect([ofLeft2?.[2], ofRight2?.[2]]).toEqual([1, 8]);
    expect(between(left, right, [5, 4, 6, 7])[0]?.[2]).toBe(1);
    expect(between(left, right, [5, 0, 6, 3])[1]?.[2]).toBe(1);
  });

  it('ends below a table of nothing but headings in the first row', () => {
    expect(between([0, 0, 0, 2], [2, 0, 3, 2])[1]).toEqual([1, 0, 8, 8]);
  });

  it('is shared with the tables above and below: feet here, heads there', () => {
    expect(spaces([['客户：甲'], ...orders, ['备注：急'], [], ['库存表'], ...stock])).toEqual([
      [0, 0, 4, 2],
      [5, 0, 7, 2],
    ]);
    expect(spaces([...orders, [], ...stock, [], ['三月'], ['货号', '标准单价'], ['A', 2]])).toEqual([
      [0, 0, 1, 2],
      [2, 0, 5, 2],
      [6, 0, 8, 2],
    ]);
  });
});

describe('where the heads of the lower table begin', () => {
  const first = (...rows: Rows) => firstHeadRow(gridOf([...rows, ['货号', '数量']]), 0, rows.length, 0, 1);

  it.each<[string, number, Rows]>([
    ['at its title', 1, [['备注：急'], ['订货单'], ['客户：乙']]],
    ['below a gap with labels behind it, though a title follows', 1, [['备注：急'], [], ['电话：1'], ['订货单']]],
    ['below a gap behind the feet of the upper one', 1, [['备注：急'], [], [], ['客户：乙']]],
    ['not at a gap before them', 4, [[], ['备注：急'], ['电话：1'], [], ['订货单']]],
    ['at once, without a gap', 0, [['备注：急'], ['客户：乙']]],
    ['at once, below a gap only', 0, [[], ['客户：乙']]],
    ['at once, where there are only feet', 0, [['备注：急'], []]],
    ['behind labels without a colon, too', 1, [['备注', '急'], [], ['客户', '乙']]],
    ['at once, where nothing stands', 0, [[], []]],
  ])('%s', (_, row, rows) => {
    expect(first(...rows)).toBe(row);
  });
});
