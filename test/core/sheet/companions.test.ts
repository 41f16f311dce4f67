import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { fieldColumns } from '../../../core/sheet/map-columns.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

const roles = (header: CellValue[], row: CellValue[], more: Partial<Grid> = {}) =>
  understandSheets([gridOf([header, row], more)]).tables.map(({ role, columns }) => [role, fieldColumns(columns)]);

describe('roles in the same rows', () => {
  it('are the stock and the price list of a ledger, whatever keys and customers its orders have', () => {
    expect(
      roles(
        [
          '订单号',
          '客户',
          '货号',
          '品名',
          '数量',
          '单价',
          '标准价',
          '库存',
          '可用库存',
          '交货日期',
          '到货日期',
          '仓库',
        ],
        ['1', '甲', 'A', '茶', 2, 9, 10, 100, 90, '2026-12-01', '2026-12-05', '一'],
      ),
    ).toEqual([
      [
        'orders',
        {
          ...{ orderKey: 0, customerName: 1, itemCode: 2, itemName: 3, quantity: 4, unitPrice: 5 },
          ...{ dueDate: 9, warehouse: 11 },
        },
      ],
      // The day goods arrive isn't the orders' here: they have their own due date.
      ['stock', { itemCode: 2, itemName: 3, onHand: 7, available: 8, inboundDate: 10, warehouse: 11 }],
      ['prices', { itemCode: 2, itemName: 3, listPrice: 6 }],
    ]);
  });

  it('read no column as something else than the orders do', () => {
    const [, stock] = roles(
      ['订单号', '客户', '货号', '数量', '库存', '到货日期', '日期', '销售区域'],
      ['1', '甲', 'A', 2, 100, '2026-12-05', '2026-11-01', '华东'],
    );
    expect(stock).toEqual(['stock', { itemCode: 2, onHand: 4 }]);
    const [, prices] = roles(
      ['订单号', '客户', '货号', '数量', '单价', '标准价', '交期', '销售区域', '装箱数'],
      ['1', '甲', 'A', 2, 9, 10, '2026-12-05', '华东', 12],
    );
    expect(prices).toEqual(['prices', { itemCode: 2, listPrice: 5, packSize: 8 }]);
  });

  it('read what names and measures the item as the orders do', () => {
    const shared = {
      ...{
        货号: 'itemCode',
        条码: 'barcode',
        品名: 'itemName',
        规格: 'specification',
        颜色: 'color',
        材质: 'material',
      },
      ...{ 品牌: 'brand', 单位: 'unit', 装箱数: 'packSize', 币种: 'currency', 税率: 'taxRate' },
    };
    const headings = [...Object.keys(shared), '订单号', '客户', '数量', '单价', '标准价', '库存'];
    const found = new Map(
      understandSheets([gridOf([headings, headings.map(() => 'x')])]).tables.map(({ role, columns }) => [
        role,
        columns,
      ]),
    );
    expect(fieldColumns(found.get('prices') ?? [])).toEqual({
      ...Object.fromEntries(Object.values(shared).map((field, at) => [field, at])),
      listPrice: 15,
    });
    expect(fieldColumns(found.get('stock') ?? [])).toMatchObject({ brand: 6, unit: 7, onHand: 16 });
    // What else the orders read is kept, not understood.
    const theirs = found.get('prices')?.filter(({ column }) => column > 10 && column < 15) ?? [];
    expect(theirs.map(({ heading, field, reason }) => [heading, field, reason])).toEqual(
      ['订单号', '客户', '数量', '单价'].map((heading) => [heading, null, 'unknown']),
    );
  });

  it('need a column of their own and an item', () => {
    expect(roles(['订单号', '客户', '货号', '数量', '单价'], ['1', '甲', 'A', 2, 9]).map(([role]) => role)).toEqual([
      'orders',
    ]);
    expect(roles(['订单号', '客户', '数量', '库存'], ['1', '甲', 2, 9]).map(([role]) => role)).toEqual(['orders']);
  });

  it('are the price list of a stock sheet, by any of its prices', () => {
    for (const price of ['标准价', '批发价', '会员价'])
      expect(roles(['货号', '库存数量', price], ['A', 2, 9], { sheet: '库存' }).map(([role]) => role)).toEqual([
        'stock',
        'prices',
      ]);
  });

  it('share the price only of a form that comes filled in and names neither order nor customer', () => {
    const form = ['货号', '品名', '库存', '单价', '订货数量'];
    const row = ['A', '茶', 100, 10, 2];
    expect(roles(form, row).map(([role]) => role)).toEqual(['orders', 'stock', 'prices']);
    for (const named of ['订单号', '客户单号', '客户编号', '客户名称'])
      expect(roles([...form, named], [...row, 'x']).map(([role]) => role)).toEqual(['orders', 'stock']);
    expect(roles(form.with(2, '可用库存'), row).map(([role]) => role)).toEqual(['orders', 'stock', 'prices']);
    expect(roles(['货号', '品名', '单价', '订货数量'], ['A', '茶', 10, 2]).map(([role]) => role)).not.toContain(
      'prices',
    );
  });
});

describe('a price list', () => {
  it('needs a price, or items by code and name', () => {
    const listed = (header: CellValue[]) =>
      roles(
        header,
        header.map(() => 'x'),
      ).map(([role]) => role);
    expect(listed(['编码', '规格', '类别'])).toEqual([]);
    expect(listed(['名称', '规格', '类别'])).toEqual([]);
    expect(listed(['货号', '品名'])).toEqual(['prices']);
    expect(listed(['条码', '品名'])).toEqual(['prices']);
    expect(listed(['名称', '批发价'])).toEqual(['prices']);
  });

  it('with a quantity its prices begin at is no stock sheet', () => {
    expect(roles(['货号', '品名', '标准价', '数量'], ['A', '茶', 10, 100]).map(([role]) => role)).not.toContain(
      'stock',
    );
  });
});

describe('what a table is not', () => {
  it('is a list of suppliers for one of customers', () => {
    const header = ['名称', '联系人', '电话', '地址', '税号'];
    const row = ['甲', '王', '1', '宁波', '9133'];
    expect(roles(header, row, { sheet: '信息' }).map(([role]) => role)).toEqual(['customers']);
    for (const word of ['供应商类别', '期初应付', 'Vendor Type'])
      expect(roles([...header, word], [...row, 'x'], { sheet: '信息' })).toEqual([]);
  });

  it('is a stock sheet because of a warehouse beside a price, unless the sheet speaks of stock', () => {
    const [header, row] = [
      ['仓库', '货号', '数量', '单价'],
      ['一', 'A', 2, 9],
    ];
    expect(roles(header, row, { sheet: '明细' })[0]?.[0]).toBe('orders');
    expect(roles(header, row, { sheet: '库存' })[0]?.[0]).toBe('stock');
    expect(roles(header.slice(0, 3), row.slice(0, 3), { sheet: '明细' })[0]?.[0]).toBe('stock');
  });

  it('is judged by a title, not by instructions', () => {
    const rows = (title: string) => [[title], ['货号', '品名', '数量', '单价'], ['A', '茶', 2, 9]];
    const role = (title: string) => understandSheets([gridOf(rows(title))]).tables[0]?.role;
    expect(role('三月库存')).toBe('stock');
    expect(role(`请填写仓库与库存，${'其余各列按公司规定如实填写。'.repeat(5)}`)).toBe('orders');
  });
});
