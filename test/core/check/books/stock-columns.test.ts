import { expect, it } from 'vitest';
import { besideOrders } from '../../../../core/check/books/beside-orders.ts';
import { bookFindings } from '../../../../core/check/books/book-findings.ts';
import { knowledgeOf } from '../../../../core/check/knowledge-of-sheets.ts';
import type { CellValue, Grid } from '../../../../core/sheet/grid.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';

const stockIn = (columns: readonly (readonly [string, ...CellValue[]])[]) =>
  knowledgeOf(understandSheets([gridOf([0, 1, 2].map((at) => columns.map((column) => column[at] ?? null)))])).stock
    ?.lines;

it('a stock row brings all it says of its goods into the book, and nothing else', () => {
  const lines = stockIn([
    ['货号', 'A', 'B'],
    ['条码', '6901'],
    ['品名', '茶'],
    ['规格', '大'],
    ['颜色', '红'],
    ['单位', '箱'],
    ['仓库', '一号'],
    ['库存数量', 5, 2],
    ['在途数量', 7],
    ['预计到货日期', '2026-12-24'],
  ]);
  expect(lines).toEqual([
    {
      itemCode: 'A',
      barcode: '6901',
      name: '茶',
      specification: '大',
      color: '红',
      unit: '箱',
      warehouse: '一号',
      onHand: '5',
      inbound: '7',
      inboundDate: '2026-12-24',
    },
    { itemCode: 'B', onHand: '2', inbound: '0' },
  ]);
});

it('what stands in no cell is no stock; what is available goes before what is on hand, less what is reserved', () => {
  const counts = (...columns: readonly (readonly [string, ...CellValue[]])[]) =>
    stockIn([['货号', 'A'], ...columns])?.map(({ onHand }) => onHand);
  expect(counts(['库存数量', null])).toEqual(['0']);
  expect(counts(['库存数量', 9], ['占用数量', 2])).toEqual(['7']);
  expect(counts(['库存数量', 9], ['占用数量', null])).toEqual(['9']);
  expect(counts(['库存数量', 9], ['占用数量', 2], ['可用库存', 5])).toEqual(['5']);
});

it('stock stands beside orders in the very same table only', () => {
  const both = ['订单号', '客户', '货号', '订购数量', '库存数量'];
  const stands = (...grids: (Grid & { readonly file?: string })[]) => {
    const sheets = understandSheets(grids);
    return sheets.stock.map(({ table }) => besideOrders(sheets, table));
  };
  const orders = gridOf([both.slice(0, 4), ['1', '甲', 'A', 2]]);
  const stock = gridOf([
    ['货号', '仓库', '库存数量'],
    ['A', '一', 5],
  ]);
  expect(stands(gridOf([both, ['1', '甲', 'A', 2, 5]]))).toEqual([true]);
  expect(stands(orders, { ...stock, sheet: '库存' })).toEqual([false]);
  expect(stands({ ...orders, file: 'a.xlsx' }, { ...stock, file: 'b.xlsx' })).toEqual([false]);
  // Below the orders, and beside them.
  expect(stands(gridOf([...orders.values, [], ...stock.values]))).toEqual([false]);
  const [[head = [], row = []], [stockHead = [], stockRow = []]] = [orders.values, stock.values];
  expect(
    stands(
      gridOf([
        [...head, null, ...stockHead],
        [...row, null, ...stockRow],
      ]),
    ),
  ).toEqual([false]);
});

it('what is wrong in books is told sheet by sheet, from the top, from left to right', () => {
  const wrong = (sheet: string) =>
    gridOf(
      [
        ['货号', '品名', '标准价', '成本'],
        ['A', '茶', '若干', '若干'],
        ['B', '杯', 5, '若干'],
        ['C', '碗', '若干', 3],
      ],
      { sheet },
    );
  const told = bookFindings(understandSheets([wrong('价目二'), wrong('价目一')]), 'CNY');
  expect(told.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual([
    ...['价目二!C2', '价目二!D2', '价目二!D3', '价目二!C4'],
    ...['价目一!C2', '价目一!D2', '价目一!D3', '价目一!C4'],
  ]);
});
