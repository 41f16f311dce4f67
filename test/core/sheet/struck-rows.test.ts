import { expect, test } from 'vitest';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { skippedRows } from '../../../core/sheet/skipped-rows.ts';
import type { Choice } from '../../../core/sheet/table.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';

const heads = ['订单号', '客户编码', '货号', '数量', '单价', '金额'];
const sheet = {
  sheet: '订单',
  row: 0,
  column: 0,
  values: [
    heads,
    ['1001', 'C1', 'F-50', 10, 12.5, 125],
    ['1001', 'C1', 'B-10', 100, 0.8, 80],
    ['1002', 'C2', 'F-50', 1, 12.5, 12.5],
    ['', '', '合计', 111, '', 217.5],
  ],
};
const item = 2;
const quantity = 3;
const price = 4;
const understood = (struck: readonly [column: number, ...rows: number[]][], ...choices: readonly Choice[]) => {
  const grid = { ...sheet, struck: struck.map(([column, ...rows]) => ({ column, rows })) };
  const sheets = understandSheets([grid], choices);
  return {
    lines: ordersOf(sheets).orders.flatMap(({ lines }) => lines.map(({ row }) => row)),
    skipped: skippedRows(sheets).map(({ row, because }) => `${row} ${because}`),
    struck: sheets.orders.flatMap((each) => each.struck ?? []),
    totals: sheets.orders.flatMap((each) => each.totals ?? []).length,
  };
};

test('a row whose item and quantity are struck through orders nothing until somebody says what that means', () => {
  const all = understood([]);
  expect(all).toMatchObject({ lines: [1, 2, 3], struck: [] });
  expect(all.totals).toBeGreaterThan(0);
  const rows = understood([
    [item, 2],
    [quantity, 2],
  ]);
  expect(rows).toMatchObject({ lines: [1, 3], struck: [2], totals: 0 });
  expect(rows.skipped).toContain('2 struck');
});

test('the clerk’s word: left out, or ordered all the same', () => {
  const struck: [number, ...number[]][] = [
    [item, 1, 3],
    [quantity, 1, 3],
  ];
  expect(understood(struck, { struckRows: 'left-out' })).toMatchObject({ lines: [2], struck: [1, 3] });
  expect(understood(struck, { struckRows: 'left-out' }, { struckRows: 'ordered' })).toMatchObject({
    lines: [1, 2, 3],
    struck: [1, 3],
  });
});

test('an old price or a code crossed out strikes no row, nor does a crossed-out total', () => {
  expect(understood([[price, 1]])).toMatchObject({ lines: [1, 2, 3], struck: [] });
  expect(understood([[item, 1]])).toMatchObject({ lines: [1, 2, 3], struck: [] });
  expect(
    understood([
      [item, 4],
      [quantity, 4],
    ]),
  ).toMatchObject({ lines: [1, 2, 3], struck: [] });
});
