import { expect, test } from 'vitest';
import type { SheetOfFile } from '../../../../core/sheet/understand.ts';
import { cellText } from '../../../../desk/workbook/grid/cell-text.ts';
import { layoutOf, rowHeight, visiblePart } from '../../../../desk/workbook/grid/layout.ts';

test.each([
  [46344, 'yyyy-mm-dd', '2026-11-18'],
  [1234.5, '#,##0.00', '1,234.50'],
  [1234.5, '0', '1235'],
  [0.125, '0.0%', '12.5%'],
  [0.1 + 0.2, null, '0.3'],
  [12, '"约"0"件"', '12'],
  [true, null, 'TRUE'],
  [null, null, ''],
  ['007', '0', '007'],
])('%s as %s is shown as %s', (value, format, text) => {
  expect(cellText(value, format)).toBe(text);
});

const rows = 100_000;
const sheet: SheetOfFile = {
  sheet: 'S',
  row: 2,
  column: 1,
  values: [
    ['2026年11月销售订单登记表', null, null],
    ['订单号', '客户名称', '数量'],
    ...Array.from({ length: rows }, () => ['1', '华东', 5]),
  ],
};

test('a title runs over its empty neighbours and widens nothing', () => {
  const { lefts } = layoutOf(sheet);
  expect((lefts[2] ?? 0) - (lefts[1] ?? 0)).toBeLessThan(80);
});

test('a column is as wide as its heading and most of its cells: one long note is cut', () => {
  const note = '客户要求分两批发货，第一批十一月底前到，发货前请电话联系仓库';
  const values = [['订单号', '客户要求到货日期'], ...Array.from({ length: 9 }, (_, i) => [`SO-${i}`, 1]), [note, 1]];
  const { lefts } = layoutOf({ sheet: 'S', row: 0, column: 0, values });
  expect(lefts[1]).toBeLessThan(80);
  expect((lefts[2] ?? 0) - (lefts[1] ?? 0)).toBeGreaterThan(8 * 13);
});

test('of a hundred thousand rows only those in view are drawn, wherever the sheet is scrolled', () => {
  const layout = layoutOf(sheet);
  for (const top of [0, 1_000_000, layout.height - 600]) {
    const part = visiblePart(layout, { top, left: 0, width: 800, height: 600 });
    expect(part.top * rowHeight).toBeLessThanOrEqual(top);
    expect(part.bottom * rowHeight).toBeGreaterThanOrEqual(Math.min(top + 600, layout.height));
    expect(part.bottom - part.top).toBeLessThan(60);
    expect([part.left, part.right]).toEqual([0, 4]);
  }
});
