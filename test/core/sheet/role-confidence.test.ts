import { describe, expect, it } from 'vitest';
import type { TableRole } from '../../../core/sheet/fields.ts';
import type { Grid } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

/** How sure it is that a table with these headings has the role; 0 = it is taken for something else. */
function sure(role: TableRole, headings: readonly string[], more: Partial<Grid> = {}): number {
  const grid = gridOf([headings, headings.map(() => 'x')], { sheet: 'S', ...more });
  const [table] = understandSheets([grid]).tables;
  return table?.role === role ? table.confidence : 0;
}

const bare: { readonly [Role in TableRole]: readonly string[] } = {
  orders: ['品名', '订购数量'],
  prices: ['货号', '品名'],
  stock: ['货号', '库存数量'],
  customers: ['客户编号', '客户名称'],
};

describe('a table is the surer something the more it says of it', () => {
  it.each<[TableRole, readonly string[]]>([
    ['orders', ['订单号', '客户PO号', '客户编号', '客户名称', '单价', '金额', '订单日期', '交期']],
    [
      'prices',
      [
        '标准单价',
        '批发价',
        '会员价',
        '最低售价',
        '成本',
        '停产',
        '类别',
        '数量起',
        '客户等级',
        '生效日期',
        '失效日期',
      ],
    ],
    ['stock', ['仓库', '在途数量', '预计到货日期', '安全库存']],
    ['customers', ['联系人', '电话', '地址', '城市', '付款条件', '信用额度', '客户等级', '税号', '逾期欠款']],
  ])('%s', (role, columns) => {
    const least = sure(role, bare[role]);
    expect(least).toBeGreaterThanOrEqual(0.4);
    for (const column of columns) expect([column, sure(role, [...bare[role], column]) > least]).toEqual([column, true]);
  });

  it.each<[TableRole, readonly string[], readonly (readonly string[])[]]>([
    [
      'orders',
      ['品名', '订购数量'],
      [
        ['货号', '订购数量'],
        ['条码', '订购数量'],
        ['客户料号', '订购数量'],
      ],
    ],
    [
      'prices',
      ['货号', '标准单价'],
      [
        ['条码', '标准单价'],
        ['品名', '标准单价'],
        ['品名', '批发价'],
        ['条码', '会员价'],
      ],
    ],
    [
      'stock',
      ['货号', '库存数量'],
      [
        ['条码', '库存数量'],
        ['品名', '可用库存'],
        ['货号', '可用数量'],
      ],
    ],
  ])('%s: whichever word names the item', (role, one, others) => {
    for (const headings of others) expect([headings, sure(role, headings)]).toEqual([headings, sure(role, one)]);
  });

  it('but not surer by two columns of one kind', () => {
    expect(sure('orders', [...bare.orders, '单价', '金额'])).toBe(sure('orders', [...bare.orders, '单价']));
    expect(sure('customers', [...bare.customers, '电话', '地址'])).toBe(sure('customers', [...bare.customers, '电话']));
  });
});

describe('what a role can’t do without', () => {
  it('orders: an item or a quantity', () => {
    expect(sure('orders', ['订单号', '客户', '交期', '金额'])).toBe(0);
    expect(sure('orders', ['订单号', '客户', '品名', '金额'])).toBeGreaterThan(0.4);
    expect(sure('orders', ['订单号', '客户', '订购数量', '金额'])).toBeGreaterThan(0.4);
    expect(sure('orders', ['品名', '金额', '交期'])).toBe(0);
  });

  it('stock: a count', () => {
    expect(sure('stock', ['货号', '仓库', '在途数量'])).toBe(0);
    expect(sure('stock', ['仓库', '库存数量'])).toBeGreaterThan(0.4);
  });

  it('customers: a customer', () => {
    expect(sure('customers', ['联系人', '电话', '地址', '付款条件', '信用额度'])).toBe(0);
    expect(sure('customers', ['客户名称', '信用额度'])).toBeGreaterThan(0.4);
    expect(sure('customers', ['客户编号', '付款条件'])).toBeGreaterThan(0.4);
  });
});

describe('the name of a sheet and the words over a table', () => {
  it.each<[TableRole, readonly string[]]>([
    [
      'orders',
      [
        ...[
          '订单',
          '訂單',
          '订货',
          '訂貨',
          '接单',
          '接單',
          '销售明细',
          'Order',
          'ORDERS 2026',
          'PO',
          'P.O. list',
          'Sales',
        ],
      ],
    ],
    ['prices', ['价目', '價目表', 'Price list', 'Catalogue']],
    ['stock', ['库存', '庫存', '存货', '存貨', '东仓', '東倉', 'Stock', 'Inventory', 'Warehouse A']],
    ['customers', ['客户', '客戶', 'Customers', 'Client']],
  ])('make %s surer', (role, names) => {
    const least = sure(role, bare[role]);
    for (const sheet of names) expect([sheet, sure(role, bare[role], { sheet }) > least]).toEqual([sheet, true]);
    for (const sheet of ['S2', 'Orderly', 'Spot', 'Clientele'])
      expect([sheet, sure(role, bare[role], { sheet })]).toEqual([sheet, least]);
  });

  it.each([
    ...['操作日志', '日誌', '流水', '历史', '歷史', '出库记录', '記錄', '存档', '備份', '备份', '已完成'],
    ...['Change log', 'History', 'Archive', 'Backup', 'Old'],
  ])('%s: makes anything less sure', (sheet) => {
    const sureOf = (name: string) => sure('stock', [...bare.stock, '仓库'], { sheet: name });
    expect(sureOf(sheet)).toBeLessThan(sureOf('S'));
    expect(sureOf('Catalog')).toBe(sureOf('S'));
    expect(sureOf('Golden')).toBe(sureOf('S'));
  });
});

describe('it is less sure', () => {
  it('on a hidden sheet', () => {
    expect(sure('stock', bare.stock, { hidden: true })).toBeLessThan(sure('stock', bare.stock));
  });

  it('of headings known only in part', () => {
    expect(sure('stock', ['货号', '本厂库存数量'])).toBeLessThan(sure('stock', bare.stock));
    expect(sure('stock', ['货号', '库存数量/Bestand'])).toBe(sure('stock', bare.stock));
  });

  it('beside two headings of movements, not beside one', () => {
    const one = [...bare.stock, '操作人'];
    expect(sure('stock', one)).toBe(sure('stock', bare.stock));
    expect(sure('stock', [...one, '操作时间'])).toBe(0);
  });

  it('that a price list is one when it counts or names orders', () => {
    const list = [...bare.prices, '标准单价'];
    expect(sure('prices', [...list, '订单号'])).toBeLessThan(sure('prices', list));
    expect(sure('prices', [...list, '订购数量'])).toBeLessThan(sure('prices', list));
  });

  it('never surer than sure', () => {
    expect(sure('orders', [...bare.orders, '订单号', '客户', '单价', '交期'], { sheet: '订单' })).toBe(1);
  });
});

describe('a bare 数量', () => {
  const headings = ['货号', '数量'];
  it('is an order’s, unless the sheet speaks of stock or a warehouse stands beside it', () => {
    expect(sure('orders', headings)).toBeGreaterThan(0);
    expect(sure('stock', headings, { sheet: '库存' })).toBeGreaterThan(0);
    expect(sure('stock', [...headings, '仓库'])).toBeGreaterThan(0);
    expect(sure('orders', [...headings, '仓库', '单价'])).toBeGreaterThan(0);
  });
});

describe('an order quantity beside a stock count', () => {
  it('makes an order sheet, however much else it says of stock and prices', () => {
    const everything = ['货号', '品名', '仓库', '库存数量', '在途数量', '预计到货日期', '安全库存', '标准单价'];
    expect(sure('stock', everything)).toBeGreaterThan(0);
    expect(sure('orders', [...everything, '订购数量'])).toBeGreaterThan(0);
    expect(sure('orders', ['货号', '可用库存', '仓库', '安全库存', '在途数量', '订购数量'])).toBeGreaterThan(0);
  });
});
