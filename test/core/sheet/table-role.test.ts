import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

const found = (...grids: Grid[]) =>
  understandSheets(grids).tables.map(({ sheet, role, headerRow }) => [sheet, role, headerRow]);

describe('the role of a table', () => {
  it('tells orders, prices, stock and customers', () => {
    expect(
      found(
        gridOf(
          [
            ['料號', '品名', '標準單價', '停產'],
            ['A', '蘋果', 2, '否'],
          ],
          { sheet: 'a' },
        ),
        gridOf(
          [
            ['料號', '倉庫', '數量'],
            ['A', '一', 2],
          ],
          { sheet: 'b' },
        ),
        gridOf(
          [
            ['客戶代號', '客戶名稱', '付款條件', '信用額度'],
            ['1', '甲', '月結', 5],
          ],
          { sheet: 'c' },
        ),
        gridOf(
          [
            ['訂單編號', '客戶代號', '料號', '數量', '單價', '交期'],
            ['1', '1', 'A', 5, 2, '2026-01-01'],
          ],
          { sheet: 'd' },
        ),
      ),
    ).toEqual([
      ['a', 'prices', 0],
      ['b', 'stock', 0],
      ['c', 'customers', 0],
      ['d', 'orders', 0],
    ]);
  });

  it('takes a log of movements for nothing', () => {
    const { tables, unknown } = understandSheets([
      gridOf([
        ['操作时间', '货号', '变动量', '操作类型', '操作前库存'],
        ['2025-12-14', 'A', 1, '入库', 0],
      ]),
    ]);
    expect(tables).toEqual([]);
    expect(unknown?.[0]?.headings).toContain('变动量');
  });

  it('leaves history sheets out when there are orders', () => {
    const header = ['订单号', '客户', '品名', '数量'];
    const { orders } = understandSheets([
      gridOf([header, ['1', '甲', '苹果', 1]], { sheet: '1月' }),
      gridOf([header, ['2', '甲', '苹果', 1]], { sheet: '2月' }),
      gridOf([header, ['3', '甲', '苹果', 1]], { sheet: '历史记录' }),
    ]);
    expect(orders.map(({ table }) => table.sheet)).toEqual(['1月', '2月']);
  });

  it('finds stock and order quantity in the same rows, and the amount without a heading', () => {
    const sheets = understandSheets([
      gridOf([
        ['编码', '条码', '名称', '单位', '价格', '账面库存', '订货数量', null],
        ['01', '690001', '可乐', '罐', 2.5, 100, 48, 120],
        ['02', '690002', '雪碧', '罐', 2.5, -5, 24, 60],
        ['03', '690003', '芬达', '罐', 2.5, 7, null, null],
        [null, null, null, null, null, null, 72, 180],
      ]),
    ]);
    expect(sheets.stock[0]?.rows.map(({ values }) => values.onHand)).toEqual(['100', '-5', '7']);
    expect(sheets.orders[0]?.rows).toHaveLength(3);
    const guessed = sheets.orders[0]?.table.columns.find(({ field }) => field === 'amount');
    expect(guessed).toMatchObject({ column: 7, reason: 'content' });
  });

  it.each([
    ['收货地址：', '湖州市南太湖大道126号3号仓'],
    ['收货地址：湖州市南太湖大道126号3号仓', null],
    ['送货地点', '3號倉'],
    ['Delivery address:', '12 Warehouse Road'],
  ])('takes an order form for orders, whatever its goods are delivered to: %s %s', (label, place) => {
    const { orders, stock, prices } = understandSheets([
      gridOf([
        ['采购单', null],
        ['客户：', '湖州华丰机械有限公司'],
        [label, place],
        [null],
        ['序号', '产品编号', '名称', '规格', '数量', '单位', '单价', '金额'],
        [1, 'FL001', '法兰', 'DN50', 10, '个', 26.8, 268],
        [2, 'FL002', '法兰', 'DN80', 5, '个', 36, 180],
        ['合计', null, null, null, 15, null, null, 448],
      ]),
    ]);
    expect([orders.length, stock.length, prices.length]).toEqual([1, 0, 0]);
    expect(orders[0]?.rows).toHaveLength(2);
  });

  it('still takes a warehouse by its sheet for stock', () => {
    const { stock } = understandSheets([
      gridOf(
        [
          ['货号', '品名', '数量'],
          ['A', '苹果', 5],
        ],
        { sheet: '3号仓' },
      ),
    ]);
    expect(stock).toHaveLength(1);
  });
});
