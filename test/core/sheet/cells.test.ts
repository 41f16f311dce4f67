import { describe, expect, it } from 'vitest';
import { cellAt, isBlank, isBlankRow, lastColumn, lastRow, mergeIndex, valueAt } from '../../../core/sheet/cells.ts';
import { gridOf, merged } from './grid-of.ts';

/** Cells C6:E8 of a sheet: what Excel hands out starts where the first cell is filled. */
const used = gridOf([['a', 1], ['b', null, 'c'], []], {
  row: 5,
  column: 2,
  formats: [['@', '0.00']],
  formulas: [[null, '=1'], [], [null, '=B9']],
});

describe('cells by their place in the sheet', () => {
  it('are read wherever the grid begins', () => {
    expect([valueAt(used, 5, 3), valueAt(used, 6, 4), valueAt(used, 6, 3)]).toEqual([1, 'c', null]);
    expect(cellAt(used, 5, 3)).toEqual({ value: 1, format: '0.00', formula: '=1' });
    expect(cellAt(used, 7, 3)).toEqual({ value: null, format: null, formula: '=B9' });
  });

  it('are empty outside the grid, and without formats and formulas where there are none', () => {
    expect([valueAt(used, 4, 2), valueAt(used, 9, 2), valueAt(used, 5, 9)]).toEqual([null, null, null]);
    expect(cellAt(used, 20, 20)).toEqual({ value: null, format: null, formula: null });
    expect(cellAt(gridOf([['a']]), 0, 0)).toEqual({ value: 'a', format: null, formula: null });
  });

  it('end with the last row and the longest one', () => {
    expect([lastRow(used), lastColumn(used)]).toEqual([7, 4]);
    expect([lastRow(gridOf([])), lastColumn(gridOf([]))]).toEqual([-1, -1]);
  });
});

describe('blank', () => {
  it('is nothing, or nothing but blanks; zero and no are something', () => {
    expect([null, '', '  ', '\t\n', '\u00a0\u3000'].map(isBlank)).toEqual([true, true, true, true, true]);
    expect([0, false, true, ' x ', '0'].map(isBlank)).toEqual([false, false, false, false, false]);
  });

  it('is a row between two columns, both looked at', () => {
    const grid = gridOf([['x', null, '', 'y']]);
    expect(isBlankRow(grid, 0, 1, 2)).toBe(true);
    expect(isBlankRow(grid, 0, 0, 2)).toBe(false);
    expect(isBlankRow(grid, 0, 1, 3)).toBe(false);
    expect(isBlankRow(grid, 9, 0, 3)).toBe(true);
  });

  it('is not a row with a formula that has no result yet', () => {
    expect(isBlankRow(used, 7, 2, 4)).toBe(false);
    expect(isBlankRow(used, 7, 4, 4)).toBe(true);
    expect(isBlankRow(gridOf([[], []], { formulas: [['=B9']] }), 1, 0, 0)).toBe(true);
  });
});

describe('merged cells', () => {
  it('know the merge they belong to, as far as the table reaches', () => {
    const merge = merged(1, 0, 3, 1);
    expect([...mergeIndex([merge], merged(2, 0, 9, 0))]).toEqual([
      ['2,0', merge],
      ['3,0', merge],
    ]);
    expect([...mergeIndex([merge], merged(0, 1, 1, 9)).keys()]).toEqual(['1,1']);
    expect(mergeIndex([merge], merged(0, 0, 9, 9)).size).toBe(6);
  });

  it('are none in a sheet without', () => {
    expect(mergeIndex(undefined, merged(0, 0, 9, 9)).size).toBe(0);
  });
});
