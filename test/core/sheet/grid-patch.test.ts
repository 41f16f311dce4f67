import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { columnsWithFormulas, type GridPatch, withPatch } from '../../../core/sheet/grid-patch.ts';

const grid: Grid = {
  sheet: '订单',
  row: 2,
  column: 1,
  values: [
    ['货号', '数量', '金额'],
    ['F-50', 10, 125],
    ['B-10', 100, 80],
  ],
  formulas: [
    [null, null, null],
    [null, null, '=C4*12.5'],
    [null, null, null],
  ],
};

describe('a grid that is read again in part', () => {
  test('takes the block and keeps the rest, sharing rows that are the same', () => {
    const patched = withPatch(grid, { row: 3, column: 2, values: [[12]] });
    expect(patched.values).toEqual([['货号', '数量', '金额'], ['F-50', 12, 125], grid.values[2]]);
    expect(patched.values[2]).toBe(grid.values[2]);
    expect(patched.formulas).toEqual(grid.formulas);
    expect(patched.formats).toBeUndefined();
  });

  test('grows to where the block stands', () => {
    const patched = withPatch(grid, { row: 6, column: 0, values: [['1', 'X-9']], formats: [['@', null]] });
    expect([patched.row, patched.column]).toEqual([2, 0]);
    expect(patched.values).toEqual([
      [null, '货号', '数量', '金额'],
      [null, 'F-50', 10, 125],
      [null, 'B-10', 100, 80],
      [null, null, null, null],
      ['1', 'X-9', null, null],
    ]);
    expect(patched.formats?.[4]).toEqual(['@', null, null, null]);
    expect(patched.formulas?.[1]).toEqual([null, null, null, '=C4*12.5']);
  });

  test('knows emptied cells and removed formulas', () => {
    const patched = withPatch(grid, { row: 3, column: 3, values: [[null]], formulas: [[null]] });
    expect(patched.values[1]).toEqual(['F-50', 10, null]);
    expect(patched.formulas?.[1]).toEqual([null, null, null]);
  });

  test('is what reading everything again would give, whatever was patched in whatever order', () => {
    const cell = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(null));
    const block = fc
      .record({
        row: fc.nat(4),
        column: fc.nat(4),
        height: fc.integer({ min: 1, max: 3 }),
        width: fc.integer({ min: 1, max: 3 }),
      })
      .chain(({ row, column, height, width }) =>
        fc
          .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
          .map((values): GridPatch => ({ row, column, values })),
      );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (patches) => {
        const cells = new Map<string, CellValue>();
        const write = ({ row, column, values }: GridPatch) =>
          values.forEach((line, y) => {
            for (const [x, value] of line.entries()) cells.set(`${row + y} ${column + x}`, value);
          });
        write(grid);
        let patched = grid;
        for (const patch of patches) {
          write(patch);
          patched = withPatch(patched, patch);
        }
        patched.values.forEach((line, y) => {
          line.forEach((value, x) => {
            expect(value).toEqual(cells.get(`${patched.row + y} ${patched.column + x}`) ?? null);
          });
        });
        for (const place of cells.keys()) {
          const [row = 0, column = 0] = place.split(' ').map(Number);
          expect(patched.values[row - patched.row]?.[column - patched.column]).not.toBeUndefined();
        }
      }),
    );
  });
});

test('the columns of formulas, as sheet columns', () => {
  expect(columnsWithFormulas(grid)).toEqual([3]);
  expect(columnsWithFormulas({ sheet: 'a', row: 0, column: 0, values: [] })).toEqual([]);
});
