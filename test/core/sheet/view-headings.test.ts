import { describe, expect, it } from 'vitest';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

const open = [
  ['未结订单（2026年11月20日 10:00）'],
  [],
  ['回签单号', '客户名称', '订单号', '货号', '数量', '金额'],
  ['SO-202611-00001', '甲', 'PO-1', 'A', 10, 100],
];
const own = [
  ['订单号', '客户', '货号', '数量'],
  ['PO-2', '乙', 'B', 5],
];
const table = { name: 'Open', top: 2, left: 0, bottom: 3, right: 5 };
const viewHeadings = [
  { row: 2, column: 0 },
  { row: 2, column: 5 },
];

describe('a table that only shows what the server holds', () => {
  it('is no order table, nor any other, as an Excel table and as plain cells, whatever a person says of it', () => {
    // Without its mark it would be taken for orders.
    expect(understandSheets([gridOf(open)]).orders).toHaveLength(1);
    const headings = ['回签单号', '客户名称', '订单号'];
    for (const more of [{ tables: [table] }, {}])
      expect(
        understandSheets([gridOf(open, { ...more, viewHeadings })], [{ sheet: 'Sheet1', headings, role: 'orders' }]),
      ).toEqual({ tables: [], orders: [], prices: [], stock: [], customers: [], unknown: [] });
  });

  it('is none either when no heading is known any more', () => {
    const reworded = open.with(2, ['a', 'b', 'c', 'd', 'e', 'f']);
    expect(understandSheets([gridOf(reworded)]).unknown).toHaveLength(1);
    expect(understandSheets([gridOf(reworded, { viewHeadings })]).unknown).toEqual([]);
  });

  it('is no more than a left-over name where the clerk put his own list in its place', () => {
    const [left] = viewHeadings;
    expect(understandSheets([gridOf(own, { viewHeadings: left ? [{ ...left, row: 0 }] : [] })]).orders).toHaveLength(1);
  });

  it('hides no table beside it, below it or on another sheet', () => {
    const beside = open.map((row, at) => [...row, ...Array(7 - row.length).fill(null), ...(own[at - 2] ?? [])]);
    for (const grids of [
      [gridOf([...open, [], ...own], { tables: [table], viewHeadings })],
      [gridOf([...open, [], ...own], { viewHeadings })],
      [gridOf(beside, { tables: [table], viewHeadings })],
      [gridOf(open, { viewHeadings }), gridOf(own, { sheet: 'Own' })],
    ]) {
      const { orders } = understandSheets(grids);
      expect(orders.flatMap((each) => each.rows.map(({ values }) => values))).toEqual([
        { orderKey: 'PO-2', customerName: '乙', itemCode: 'B', quantity: '5' },
      ]);
    }
  });
});
