import { describe, expect, it } from 'vitest';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { sheetProblems } from '../../../core/sheet/problems.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

const usual = ['订单号', '客户', '编码', '数量', '单价'];
const rowOf = (headings: readonly (string | null)[]) =>
  headings.map((heading) => (heading === null ? null : /数量|单价|Qty|Price/.test(heading) ? 2 : `X-${heading}`));
/** A table with these headings, under a title where one is given. */
const table = (headings: readonly string[], { title, sheet = 'Sheet1' }: { title?: string; sheet?: string } = {}) =>
  gridOf([...(title === undefined ? [] : [[title]]), headings, rowOf(headings)], { sheet });
const isOrders = (...given: Parameters<typeof table>) => understandSheets([table(...given)]).orders.length > 0;

describe('returns, quotes, deliveries, payments and samples are no orders', () => {
  it.each([
    '退货登记',
    '退貨登記表',
    '华东精密退货明细表（11月）',
    '报价单',
    '報價單 2026-11',
    '询价登记',
    '送货单',
    '销售出库单',
    '出貨明細表',
    '收款登记表',
    '样品登记',
    'Returns',
    'Quotation',
    'Delivery note',
    'RMA list',
    'Sample requests',
  ])('by the title %s, or the name of the sheet', (title) => {
    expect(isOrders(usual, { title })).toBe(false);
    expect(isOrders(usual, { sheet: title })).toBe(false);
  });

  it.each([
    ['报价单号', '客户', '编码', '数量', '单价'],
    ['Quote No', 'Customer', 'Item', 'Qty', 'Price'],
    ['退货单号', '客户', '编码', '数量', '单价'],
    ['送货单号', '客户', '编码', '数量', '单价'],
    ['原单号', '客户', '编码', '数量', '退货原因', '单价'],
    ['订单号', '客户', '编码', '数量', '单价', '退货日期', '退货原因'],
  ])('by the headings %s, %s, …', (...headings) => {
    expect(isOrders(headings)).toBe(false);
  });

  it('and are neither price list nor stock: they stand among the tables that are not used', () => {
    const { tables, unknown } = understandSheets([table(['报价单号', '客户', '编码', '品名', '数量', '单价'])]);
    expect(tables).toEqual([]);
    expect(unknown).toMatchObject([{ headings: ['报价单号', '客户', '编码', '品名', '数量', '单价'] }]);
  });

  it('on a sheet with orders they are left out of what is posted', () => {
    const returns = ['原单号', '客户', '编码', '数量', '原因', '单价'];
    const quotes = ['报价单号', '客户', '编码', '数量', '单价'];
    const beside = [...returns, null, ...quotes];
    const sheets = understandSheets([
      gridOf(
        [
          usual,
          ['S1', '甲', 'A', 2, 9],
          ['S2', '乙', 'B', 1, 5],
          [],
          ['退货登记'],
          beside,
          rowOf(beside),
          rowOf(beside),
        ],
        { sheet: '11月' },
      ),
    ]);
    expect(ordersOf(sheets).orders.map(({ key }) => key)).toEqual(['S1', 'S2']);
    expect(sheets.unknown?.map(({ headings }) => headings)).toEqual([returns, quotes]);
    expect(sheetProblems(sheets)).toEqual([]);
  });

  it('until a person says that they are orders', () => {
    const grid = table(usual, { title: '报价单' });
    const said = understandSheets([grid], [{ sheet: 'Sheet1', headings: usual, role: 'orders' }]);
    expect(said.orders).toHaveLength(1);
  });
});

describe('orders stay orders', () => {
  it.each([
    ['Purchase Order', 'Deliveries between 8 and 12 only'],
    ['Purchase Order 17', 'Payments within 30 days'],
    ['PURCHASE ORDER', 'Please send 2 samples along'],
    ['采购单', '请随货附送货单'],
    ['订单', '凭回单结款，请附发货清单'],
  ])('titled %s, with %s below', (title, below) => {
    const sheet = gridOf([[title], [below], usual, rowOf(usual)], { sheet: 'Sheet1' });
    expect(understandSheets([sheet]).orders).toHaveLength(1);
  });

  it.each(['销售订单', '报价及订购单', '样品订单', '订单发货明细', 'Sample data', 'Return by fax', '11月'])(
    'under the title %s',
    (title) => {
      expect(isOrders(usual, { title })).toBe(true);
    },
  );

  it('where labels over them speak of delivery, payment or the quote they follow', () => {
    const labels = [
      ['报价单号：Q-17', '付款方式', '月结', '送货地址', '杭州市'],
      ['付款', '月结30天', '发货仓库', '杭州仓'],
    ];
    const grid = gridOf([...labels, usual, rowOf(usual)], { sheet: 'Sheet1' });
    expect(understandSheets([grid]).orders).toHaveLength(1);
  });

  it.each([
    ['订单号', '报价单号', '客户', '编码', '数量', '单价'],
    ['订单号', '客户', '编码', '数量', '单价', '送货单号', '发货日期'],
    ['订单号', '客户', '编码', '数量', '单价', '下单日期', '退货日期', '退货原因'],
    ['客户PO号', '送货单号', '编码', '数量', '单价'],
  ])('with the headings %s, %s, …', (...headings) => {
    expect(isOrders(headings)).toBe(true);
  });

  it('beside a table of returns with a title of its own', () => {
    const returns = ['退货单号', '编码', '数量'];
    const both = [...usual, null, ...returns];
    const grid = gridOf([[...usual.map(() => null), null, '退货登记'], both, rowOf(both)], { sheet: '11月' });
    expect(understandSheets([grid]).orders.map(({ table: { area } }) => [area.left, area.right])).toEqual([[0, 4]]);
  });
});
