import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { ordersOf, rowCount } from '../../../core/sheet/orders.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

const batch = (...grids: Grid[]) => ordersOf(understandSheets(grids));
const table = (header: string[], ...rows: CellValue[][]) => gridOf([header, ...rows]);
const shape = (grid: Grid) =>
  batch(grid).orders.map(({ key, customer, lines }) => [
    key,
    customer.code ?? customer.name,
    lines.map(({ row }) => row),
  ]);

describe('grouping rows into orders', () => {
  it('groups by order key and counts rows', () => {
    const grid = table(
      ['订单号', '客户', '品名', '数量'],
      ['007', '甲', '苹果', 1],
      ['008', '乙', '梨', 2],
      ['007', '甲', '桃', 3],
    );
    expect(shape(grid)).toEqual([
      ['007', '甲', [1, 3]],
      ['008', '乙', [2]],
    ]);
    expect(rowCount(batch(grid))).toBe(3);
  });

  it('continues the order above where key and customer are blank, also its due date', () => {
    const grid = table(
      ['订单号', '客户', '品名', '数量', '交期', '联系人'],
      ['1', '甲', '苹果', 1, '2026-03-05', '王'],
      [null, null, '梨', 2, null, null],
      ['2', '乙', '桃', 3, null, null],
    );
    expect(shape(grid)).toEqual([
      ['1', '甲', [1, 2]],
      ['2', '乙', [3]],
    ]);
    const [first, second] = batch(grid).orders;
    expect(first?.lines.map(({ dueDate }) => dueDate)).toEqual(['2026-03-05', '2026-03-05']);
    expect(first?.contact).toBe('王');
    expect(second?.lines[0]).not.toHaveProperty('dueDate');
  });

  it('keeps what was posted without an order key apart from what the customer orders next', () => {
    const header = ['客户', '品名', '数量', '回签单号'];
    const first: CellValue[] = ['甲', '苹果', 1, 'SO-202611-00001'];
    expect(shape(table(header, first, [null, '梨', 2, 'SO-202611-00001'], ['甲', '桃', 3, null]))).toEqual([
      [null, '甲', [1, 2]],
      [null, '甲', [3]],
    ]);
    expect(shape(table(header, first.with(3, null), ['甲', '桃', 3, null]))).toEqual([[null, '甲', [1, 2]]]);
  });

  it('takes an order header on a row of its own', () => {
    const grid = table(
      ['订单号', '客户', '品名', '数量'],
      ['1', '甲'],
      [null, null, '苹果', 1],
      ['2', '乙'],
      [null, null, '梨', 2],
    );
    expect(shape(grid)).toEqual([
      ['1', '甲', [2]],
      ['2', '乙', [4]],
    ]);
  });

  it('makes one order for each customer where no column holds a key', () => {
    const grid = table(['客户', '品名', '数量'], ['甲', '苹果', 1], ['乙', '梨', 2], ['甲 ', '桃', 3]);
    expect(shape(grid)).toEqual([
      [null, '甲', [1, 3]],
      [null, '乙', [2]],
    ]);
  });

  it("keeps one customer's PO number apart from another's", () => {
    const grid = table(['客户PO号', '客户', '品名', '数量'], ['P1', '甲', '苹果', 1], ['P1', '乙', '梨', 1]);
    expect(shape(grid)).toEqual([
      ['P1', '甲', [1]],
      ['P1', '乙', [2]],
    ]);
  });

  it('points out a second customer under one order number', () => {
    const grid = table(
      ['订单号', '客户', '品名', '数量'],
      ['1', '甲', '苹果', 1],
      ['1', '乙', '梨', 1],
      ['2', '乙', '梨', 1],
    );
    const [order] = batch(grid).orders;
    expect(order?.customer).toEqual({ name: '甲' });
    expect(order?.lines.map(({ otherCustomer }) => otherCustomer)).toEqual([undefined, '乙']);
  });

  it('lets order numbers count per customer when most of them do', () => {
    const rows = ['甲', '乙'].flatMap((customer) => ['1', '2', '3'].map((key) => [key, customer, '梨', 1]));
    expect(batch(table(['订单号', '客户', '品名', '数量'], ...rows)).orders).toHaveLength(6);
  });

  it('compares customers by code where both rows have one', () => {
    const grid = table(
      ['订单号', '客户编号', '客户名称', '品名', '数量'],
      ['1', 'C1', '甲公司', '苹果', 1],
      ['1', 'c1', '甲有限公司', '梨', 1],
    );
    expect(batch(grid).orders[0]?.lines[1]).not.toHaveProperty('otherCustomer');
  });

  it('keeps a row whose quantity is missing: it is to be completed, not lost', () => {
    const grid = table(
      ['订单号', '客户', '品名', '数量'],
      ['1', '甲', '苹果', null],
      ['1', '甲', null, 3],
      ['1', '甲', null, null],
    );
    expect(shape(grid)).toEqual([['1', '甲', [1, 2]]]);
  });

  it('keeps it also where the stock stands beside the orders', () => {
    const grid = table(
      ['订单号', '客户', '品名', '数量', '库存'],
      ['1', '甲', '苹果', null, 5],
      ['1', '甲', '梨', 0, 5],
    );
    expect(shape(grid)).toEqual([['1', '甲', [1, 2]]]);
  });

  it('skips what is not wanted on an order form', () => {
    const grid = table(
      ['货号', '品名', '库存', '订货数量'],
      ['A', '苹果', 5, 2],
      ['B', '梨', 5, null],
      ['C', '桃', 5, 0],
    );
    expect(shape(grid)).toEqual([[null, undefined, [1]]]);
  });

  it('brings a key that runs over two sheets together and tells the tables apart', () => {
    const header = ['订单号', '客户', '品名', '数量'];
    const { orders, tables } = batch(
      gridOf([header, ['1', '甲', '苹果', 1]], { sheet: 'a' }),
      gridOf([header, ['１', '甲', '梨', 1]], { sheet: 'b' }),
    );
    expect(orders).toHaveLength(1);
    expect(orders[0]?.lines.map((line) => tables[line.table]?.sheet)).toEqual(['a', 'b']);
    expect(tables[1]).toMatchObject({ sheet: 'b', headerRow: 0, columns: { orderKey: 0, quantity: 3 } });
  });
});

describe('currency', () => {
  const currencyOf = (header: string[], ...rows: CellValue[][]) =>
    batch(table(header, ...rows)).orders.map(({ currency }) => currency);

  it('is the column’s, else what stands with the price, else what the heading says', () => {
    const header = ['Order No', 'Customer', 'Item', 'Qty', 'Unit Price (USD)', 'Amount'];
    expect(currencyOf(header, ['1', 'A', 'x', 1, 3.45, 3.45])).toEqual(['USD']);
    expect(currencyOf(header, ['1', 'A', 'x', 1, '€3.45', 3.45])).toEqual(['€']);
    expect(currencyOf([...header, 'Currency'], ['1', 'A', 'x', 1, '€3.45', 3.45, 'GBP'])).toEqual(['GBP']);
  });

  it('is not said by 元 or by words that only look like one', () => {
    expect(currencyOf(['订单号', '客户', '品名', '数量', '单价（元）'], ['1', '甲', 'x', 1, '3.45元'])).toEqual([
      undefined,
    ]);
    expect(currencyOf(['Order No', 'Customer', 'Item', 'Qty', 'Unit Price Europe'], ['1', 'A', 'x', 1, 2])).toEqual([
      undefined,
    ]);
  });
});

describe('the unit a heading counts in', () => {
  const unitsOf = (heading: string, ...rows: CellValue[][]) =>
    batch(table(['订单号', '客户', '品名', '单位', heading], ...rows)).orders.flatMap(({ lines }) =>
      lines.map(({ unit, quantityUnit }) => unit ?? quantityUnit),
    );

  it.each([
    ['数量（箱）', '箱'],
    ['数量(单位：件)', '件'],
    ['Qty (pcs)', 'pcs'],
    ['数量（公斤）', '公斤'],
  ])('is the rows’ unit: %s', (heading, unit) => {
    expect(unitsOf(heading, ['1', '甲', '苹果', null, 3])).toEqual([unit]);
  });

  it('gives way to what a row says of itself', () => {
    expect(unitsOf('数量（箱）', ['1', '甲', '苹果', '件', 3], ['1', '甲', '梨', null, '3盒'])).toEqual(['件', '盒']);
  });

  it.each(['数量（预计）', '数量（必填）', 'Qty (incl. free)', '数量（万）', '数量'])('is none in %s', (heading) => {
    expect(unitsOf(heading, ['1', '甲', '苹果', null, 3])).toEqual([undefined]);
  });
});
