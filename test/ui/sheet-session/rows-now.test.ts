import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import type { FoundTable } from '../../../core/sheet/table.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import { isSameReading, rowNow, type Sighting, seenCell } from '../../../ui/sheet-session/rows-now.ts';
import { grid } from './given.ts';

const heading = ['订单号', '客户', '货号', '数量', '备注'];
const first = ['1001', '华东精密', 'F-50', 10, null];
const second = ['1001', '华东精密', 'B-10', '12盒', null];
const third = ['1002', '宁波港机', 'B-10', '12盒', null];
const sheetOf = (...rows: readonly (readonly CellValue[])[]) => [grid('订单', [heading, ...rows])];
const table = {
  role: 'orders',
  sheet: '订单',
  headerRow: 0,
  area: { top: 0, left: 0, bottom: 3, right: 4 },
  columns: ['orderKey', 'customerName', 'itemCode', 'quantity', 'remark'].map((field, column) => ({ field, column })),
} as never as FoundTable;
const before = sheetOf(first, second, third);
const seenAt = (sheets: readonly SheetOfFile[], row: number, column: number, tables = [table]): Sighting => ({
  cell: seenCell(sheets, tables, { sheet: '订单', row, column }),
  sheets,
});
const quantityOfSecond = seenAt(before, 2, 3);

describe('the row of a cell that was seen', () => {
  it('is where it was, whatever was written beside', () => {
    expect(rowNow(before, quantityOfSecond, true)).toBe(2);
    expect(rowNow(sheetOf(first, [...second.slice(0, 4), '急'], third), quantityOfSecond, false)).toBe(2);
  });

  it('is found where rows came or went above, or the list was sorted', () => {
    expect(rowNow(sheetOf(['1000', '某客户', 'F-50', 1, null], first, second, third), quantityOfSecond, false)).toBe(3);
    expect(rowNow(sheetOf(second, third), quantityOfSecond, false)).toBe(1);
    expect(rowNow(sheetOf(third, second, first), quantityOfSecond, false)).toBe(2);
  });

  it('is none any more where the cell says something else, or the row is gone', () => {
    expect(rowNow(sheetOf(first, ['1001', '华东精密', 'B-10', 12, null], third), quantityOfSecond, false)).toBeNull();
    expect(rowNow(sheetOf(first, third), quantityOfSecond, false)).toBeNull();
    expect(rowNow([], quantityOfSecond, false)).toBeNull();
  });

  it('is none where two rows can’t be told apart, though one of them stands at its old place', () => {
    expect(rowNow(sheetOf(second, second, first), quantityOfSecond, false)).toBeNull();
    expect(rowNow(sheetOf(first, second, second), quantityOfSecond, false)).toBeNull();
    expect(rowNow(sheetOf(first, second, second), quantityOfSecond, true)).toBe(2);
    expect(rowNow(sheetOf(first, first, second, second), quantityOfSecond, false)).toBeNull();
  });

  it('is told from another delivery of the same item by its quantity', () => {
    const later = ['1001', '华东精密', 'B-10', '5盒', '急'];
    const urgent = ['1001', '华东精密', 'B-10', '12盒', '急'];
    const remark = seenAt(sheetOf(first, urgent, later), 2, 4);
    expect(rowNow(sheetOf(first, later), remark, false)).toBeNull();
    expect(rowNow(sheetOf(later, urgent, first), remark, false)).toBe(2);
  });

  it('is none where one of two that looked alike is left: it may be the other', () => {
    const seen = seenAt(sheetOf(first, second, second), 2, 3);
    expect(rowNow(sheetOf(first, second), seen, false)).toBeNull();
  });

  it('is none where another column stands in its place', () => {
    const remark = seenAt(before, 2, 4);
    const inserted = before.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row, down) => [...row.slice(0, 4), down === 0 ? '交期' : null, ...row.slice(4)]),
    }));
    expect(rowNow(sheetOf(third, second), remark, false)).toBe(2);
    expect(rowNow(inserted, remark, false)).toBeNull();
  });

  it('of a cell outside of all order tables is only where it was', () => {
    const note = seenAt(sheetOf(first), 1, 3, []);
    expect(rowNow(sheetOf(first), note, true)).toBe(1);
    expect(rowNow(sheetOf(third, first), note, false)).toBeNull();
  });
});

describe('two readings', () => {
  it('are the same with the same cells, and others with another cell, format, formula or hidden row', () => {
    const [sheet = grid('', [])] = before;
    expect(isSameReading(before, sheetOf(first, second, third))).toBe(true);
    expect(isSameReading(before, sheetOf(first, third, second))).toBe(false);
    expect(isSameReading(before, [...before, grid('其他', [])])).toBe(false);
    for (const other of [{ formats: [['@']] }, { formulas: [['=1+1']] }, { hiddenRows: [2] }, { row: 1 }])
      expect(isSameReading(before, [{ ...sheet, ...other }])).toBe(false);
  });
});
