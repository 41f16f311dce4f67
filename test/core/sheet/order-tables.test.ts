import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { type SheetOfFile, understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

const batchOf = (...grids: SheetOfFile[]) => ordersOf(understandSheets(grids));
const tableOf = (...rows: Rows) => batchOf(gridOf(rows)).tables[0];
/** Which rows each order has. */
const ordersIn = (...rows: Rows) => batchOf(gridOf(rows)).orders.map(({ lines }) => lines.map(({ row }) => row));

const header = ['订单号', '客户', '品名', '数量'];
const apple = ['1', '甲', '苹果', 5];

describe('what a batch says of its tables', () => {
  it('is place and columns, and no more where there is no more to say', () => {
    const { tables, ...more } = batchOf(gridOf([['三月'], header, apple]));
    expect(tables).toEqual([
      { sheet: 'Sheet1', headerRow: 1, columns: { orderKey: 0, customerName: 1, itemName: 2, quantity: 3 } },
    ]);
    expect(Object.keys(tables[0] ?? {})).toEqual(['sheet', 'headerRow', 'columns']);
    expect(Object.keys(more)).toEqual(['orders']);
  });

  it('is the file, where it has a name', () => {
    expect(batchOf({ ...gridOf([header, apple]), file: 'a.xlsx' }).tables[0]?.file).toBe('a.xlsx');
  });

  it('is which prices and amounts are before tax', () => {
    expect(tableOf([...header, '未税单价', '金额'], [...apple, 2, 10])?.beforeTax).toEqual(['unitPrice']);
    expect(tableOf([...header, '未税单价', '未税金额'], [...apple, 2, 10])?.beforeTax).toHaveLength(2);
    expect(tableOf([...header, '含税单价', '金额'], [...apple, 2, 10])).not.toHaveProperty('beforeTax');
  });

  it('is which columns were guessed by what they hold', () => {
    const rows = [
      [...header, '单价', null],
      [...apple, 2, 10],
      ['1', '甲', '梨', 4, 2, 8],
    ];
    expect(tableOf(...rows)?.guessed).toEqual(['amount']);
  });

  it('is what stands in cells around, and whether beside or behind its label', () => {
    expect(tableOf(['客户：甲', null, '单号：', '7'], header.slice(2), ['苹果', 5])?.heads).toEqual([
      { field: 'customerName', row: 0, column: 0, from: 2, to: 2, inLabel: true },
      { field: 'orderKey', row: 0, column: 3, from: 2, to: 2 },
    ]);
  });

  it('is what their totals say, each with its table', () => {
    const total = ['合计', null, null, 5];
    const sheet = (name: string) => gridOf([header, apple, total], { sheet: name });
    expect(batchOf(sheet('a'), sheet('b')).totals).toEqual([
      { table: 0, row: 2, field: 'quantity', value: '5', from: 1, to: 1 },
      { table: 1, row: 2, field: 'quantity', value: '5', from: 1, to: 1 },
    ]);
  });
});

describe('a row without quantity', () => {
  it('orders nothing on a list without orders and customers', () => {
    expect(ordersIn(['货号', '品名', '数量'], ['A', '苹果', 5], ['B', '梨', null])).toEqual([[1]]);
  });

  it('is incomplete where customers or orders are named', () => {
    expect(ordersIn(['客户', '品名', '数量'], ['甲', '苹果', 5], ['甲', '梨', null])).toEqual([[1, 2]]);
    expect(ordersIn(['客户编号', '品名', '数量'], ['C1', '苹果', 5], ['C1', '梨', null])).toEqual([[1, 2]]);
    expect(ordersIn(['客户PO号', '品名', '数量'], ['P1', '苹果', 5], ['P1', '梨', null])).toEqual([[1, 2]]);
    expect(ordersIn(['订单号', '品名', '数量'], ['1', '苹果', 5], ['1', '梨', null])).toEqual([[1, 2]]);
  });

  it('orders nothing beside the stock of the same rows, is incomplete beside that of another sheet', () => {
    const rows = [
      ['甲', '苹果', 5],
      ['甲', '梨', null],
    ] as const;
    const stock = gridOf(
      [
        ['货号', '品名', '库存数量'],
        ['A', '苹果', 9],
      ],
      { sheet: '库存' },
    );
    const { orders } = batchOf(gridOf([['客户', '品名', '数量'], ...rows]), stock);
    expect(orders.map(({ lines }) => lines.map(({ row }) => row))).toEqual([[1, 2]]);
  });
});

describe('whose an order number is', () => {
  const rows = (...keys: readonly (readonly [CellValue, string])[]): Rows => [
    header,
    ...keys.map(([key, customer]) => [key, customer, '苹果', 5]),
  ];

  it('is the office’s, though two customers stand under one of them', () => {
    expect(ordersIn(...rows(['1', '甲'], ['1', '乙']))).toEqual([[1, 2]]);
    expect(
      ordersIn(...rows(['1', '甲'], ['1', '乙'], ['2', '甲'], ['2', '乙'], ['3', '甲'], ['4', '甲'])),
    ).toHaveLength(4);
  });

  it('is each customer’s where more than half of them have several', () => {
    expect(ordersIn(...rows(['1', '甲'], ['1', '乙'], ['2', '甲'], ['2', '乙'], ['3', '甲']))).toHaveLength(5);
  });

  it('is still the office’s where the same customer comes again', () => {
    expect(ordersIn(...rows(['1', '甲'], ['2', '甲'], ['1', '甲'], ['2', '甲']))).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });
});
