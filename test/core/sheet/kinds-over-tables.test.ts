import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf, merged } from './grid-of.ts';

const tablesOf = (grid: Grid) =>
  understandSheets([grid]).tables.map(({ role, area }) => [role, area.left, area.right] as const);

/** Order, price list and stock beside each other, with a blank column between or without. */
function beside(words: readonly [string, string, string], heads: readonly CellValue[][], gap: boolean, merge: boolean) {
  const blank = gap ? [null] : [];
  const [order = [], prices = [], stock = []] = heads;
  const over = (word: string, { length }: readonly CellValue[]) => [word, ...Array(length - 1).fill(null)];
  const first = order.length + blank.length;
  const second = first + prices.length + blank.length;
  const row = (at: string) => [
    ...[`S${at}`, 'Ito', `A-${at}`, 5, 2, 10],
    ...[...blank, `A-${at}`, 'Lamp', 3],
    ...[...blank, `A-${at}`, 9],
  ];
  return gridOf(
    [
      [...over(words[0], order), ...blank, ...over(words[1], prices), ...blank, ...over(words[2], stock)],
      [...order, ...blank, ...prices, ...blank, ...stock],
      row('1'),
      row('2'),
      row('3'),
    ],
    {
      ...(merge && {
        merges: [
          merged(0, 0, 0, order.length - 1),
          merged(0, first, 0, first + prices.length - 1),
          merged(0, second, 0, second + stock.length - 1),
        ],
      }),
    },
  );
}

const hans: readonly CellValue[][] = [
  ['订单号', '客户', '编号', '数量', '单价', '金额'],
  ['编号', '品名', '单价'],
  ['编号', '库存数量'],
];
const hant: readonly CellValue[][] = [
  ['單號', '客戶', '料號', '數量', '單價', '金額'],
  ['料號', '品名', '單價'],
  ['料號', '數量'],
];
const english: readonly CellValue[][] = [
  ['Order No.', 'Customer', 'Item No.', 'Qty', 'Unit Price', 'Amount'],
  ['Item No.', 'Description', 'Price'],
  ['Item No.', 'On Hand'],
];

describe('words that name the tables under them', () => {
  it.each([
    ['订单', '价格表', '库存', hans],
    ['订货', '报价', '现有库存', hans],
    ['訂單', '報價單', '庫存表', hant],
    ['Orders', 'Price List', 'Stock', english],
  ] as const)('splits %s | %s | %s', (orders, prices, stock, heads) => {
    for (const gap of [true, false])
      for (const merge of [true, false]) {
        const grid = beside([orders, prices, stock], heads, gap, merge);
        const blank = Number(gap);
        expect(tablesOf(grid), `blank column: ${gap}, merged: ${merge}`).toEqual([
          ['orders', 0, 5],
          ['prices', 6 + blank, 8 + blank],
          ['stock', 9 + 2 * blank, 10 + 2 * blank],
        ]);
        const [first] = understandSheets([grid]).orders[0]?.rows ?? [];
        // The order's number and price are its own, not the list's under 订单.
        expect(first?.values).toMatchObject({ orderKey: 'S1', itemCode: 'A-1', unitPrice: '2', quantity: '5' });
      }
  });

  it('finds a word in the middle of its table, and another that is no table’s in the one before it', () => {
    const rows = (at: string) => ['S1', `A-${at}`, 5, null, `A-${at}`, 'Lamp', 3, 'x'];
    const grid = gridOf([
      [null, '订单', null, null, null, '价格表', null, '其他'],
      ['订单号', '编号', '数量', null, '编号', '品名', '单价', '备注'],
      rows('1'),
      rows('2'),
    ]);
    expect(tablesOf(grid)).toEqual([
      ['orders', 0, 2],
      ['prices', 4, 7],
    ]);
  });

  it('splits customers from orders that name their own', () => {
    const grid = gridOf([
      ['订单', null, null, null, '客户资料', null, null],
      ['订单号', '客户', '编号', '数量', '客户编号', '客户名称', '电话'],
      ['S1', '甲公司', 'A-1', 5, 'C1', '甲公司', '123'],
      ['S2', '甲公司', 'A-1', 5, 'C2', '乙公司', '456'],
    ]);
    expect(tablesOf(grid)).toEqual([
      ['orders', 0, 3],
      ['customers', 4, 6],
    ]);
  });

  it.each([
    [
      'stock counts beside the quantities',
      [
        ['商品', null, '订单', null, '库存', null],
        ['编号', '品名', '数量', '单价', '数量', '仓库'],
      ],
      ['A-1', '灯', 5, 2, 9, '甲仓'],
      { itemCode: 'A-1', itemName: '灯', quantity: '5', unitPrice: '2' },
    ],
    [
      'customers of the orders',
      [
        ['订单', null, null, null, '客户', null],
        ['单号', '料号', '数量', '单价', '编号', '名称'],
      ],
      ['S1', 'A-1', 5, 2, 'C1', '甲公司'],
      { orderKey: 'S1', itemCode: 'A-1', quantity: '5', customerCode: 'C1', customerName: '甲公司' },
    ],
  ])('leaves group headings over one table alone: %s', (_, heads, row, values) => {
    const grid = gridOf([...heads, row, row], {
      merges:
        heads[0]?.[0] === '商品'
          ? [merged(0, 0, 0, 1), merged(0, 2, 0, 3), merged(0, 4, 0, 5)]
          : [merged(0, 0, 0, 3), merged(0, 4, 0, 5)],
    });
    expect(tablesOf(grid).filter(([role]) => role === 'orders')).toEqual([['orders', 0, 5]]);
    expect(understandSheets([grid]).orders[0]?.rows[0]?.values).toMatchObject(values);
  });
});
