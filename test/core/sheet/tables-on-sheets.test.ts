import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf, merged } from './grid-of.ts';
import { ledger } from './ledger.ts';

const found = (...grids: Grid[]) =>
  understandSheets(grids).tables.map(({ sheet, role, headerRow }) => [sheet, role, headerRow]);
const orderRows = (grid: Grid) => understandSheets([grid]).orders[0]?.rows ?? [];

describe('finding tables', () => {
  it('reads an order list under a title, with subtotals, blank rows and formatted empty rows', () => {
    const { tables } = understandSheets([ledger]);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ role: 'orders', headerRow: 2, area: { top: 2, left: 0, right: 8 } });
    expect(orderRows(ledger).map(({ row }) => row)).toEqual([3, 4, 7]);
  });

  it('tells tables side by side and below one another apart', () => {
    const grid = gridOf([
      ['订单号', '客户', '货号', '数量', '单价', null, '货号', '品名', '标准价'],
      ['1', '甲', 'A', 1, 2, null, 'A', '苹果', 2],
      ['1', '甲', 'B', 3, 2, null, 'B', '梨', 2],
      [],
      ['库存表'],
      ['货号', '品名', '库存数量'],
      ['A', '苹果', 100],
    ]);
    expect(found(grid)).toEqual([
      ['Sheet1', 'orders', 0],
      ['Sheet1', 'prices', 0],
      ['Sheet1', 'stock', 5],
    ]);
    expect(understandSheets([grid]).orders[0]?.rows).toHaveLength(2);
    expect(understandSheets([grid]).stock[0]?.rows).toHaveLength(1);
  });

  it('keeps a blank column inside a table in the table', () => {
    const { orders } = understandSheets([
      gridOf([
        ['订单号', '客户', null, '品名', '数量'],
        ['1', '甲', null, '苹果', 1],
      ]),
    ]);
    expect(orders[0]?.rows[0]?.values).toEqual({ orderKey: '1', customerName: '甲', itemName: '苹果', quantity: '1' });
  });

  it('joins two heading rows under a merged group heading', () => {
    const grid = gridOf(
      [
        ['订单号', '客户', '商品', null, null, '数量'],
        [null, null, '编号', '名称', '规格', null],
        ['1', '甲', 'A', '苹果', '大', 1],
      ],
      { merges: [merged(0, 2, 0, 4)] },
    );
    const [table] = understandSheets([grid]).orders;
    expect(table?.table.headerRow).toBe(1);
    expect(table?.rows[0]?.values).toMatchObject({ itemCode: 'A', itemName: '苹果', specification: '大' });
  });

  it('goes on after a header that is repeated on every page', () => {
    const header = ['订单号', '客户', '品名', '数量'];
    const grid = gridOf([header, ['1', '甲', '苹果', 1], [], header, ['2', '乙', '梨', 2]]);
    expect(orderRows(grid).map(({ row }) => row)).toEqual([1, 4]);
  });

  it('ends a table before another whose headings nobody knows', () => {
    const grid = gridOf([
      ['订单号', '客户', '品名', '数量'],
      ['1', '甲', '苹果', 1],
      ['2', '乙', '梨', 2],
      [],
      ['甲乙', '丙丁', '戊己', '庚辛'],
      ['x', 'y', 'z', 5],
    ]);
    expect(orderRows(grid)).toHaveLength(2);
  });

  it('does not take a remark between the rows for a header', () => {
    const grid = gridOf([
      ['订单号', '客户', '品名', '数量'],
      ['1', '甲', '苹果', 1],
      ['备注', '请尽快'],
      ['2', '乙', '梨', 2],
    ]);
    expect(orderRows(grid).map(({ row }) => row)).toContain(3);
  });

  it('takes an Excel table at its word, also below unknown rows', () => {
    const grid = gridOf([['notes'], ['Qty', 'Item'], [2, 'Bolt'], ['left', 'over']], {
      tables: [{ name: 'Orders', ...merged(1, 0, 2, 1) }],
      sheet: 'Orders',
    });
    expect(orderRows(grid).map(({ values }) => values)).toEqual([{ quantity: '2', itemName: 'Bolt' }]);
  });

  it('starts where the grid starts', () => {
    const rows = [
      ['订单号', '品名', '数量'],
      ['1', '苹果', 1],
    ];
    const [table] = understandSheets([{ sheet: 'S', row: 10, column: 3, values: rows }]).orders;
    expect(table?.table).toMatchObject({ headerRow: 10, area: { top: 10, left: 3, bottom: 11, right: 5 } });
    expect(table?.rows[0]).toMatchObject({ row: 11, values: { orderKey: '1', quantity: '1' } });
  });
});
