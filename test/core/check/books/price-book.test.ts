import { describe, expect, it } from 'vitest';
import { findItem } from '../../../../core/check/item-index.ts';
import { knowledgeOf } from '../../../../core/check/knowledge-of-sheets.ts';
import type { CellValue } from '../../../../core/sheet/grid.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';

const bookOf = (header: string[], ...rows: CellValue[][]) =>
  knowledgeOf(understandSheets([gridOf([header, ...rows], { sheet: '价目表' })])).prices;
const pricesOf = (header: string[], ...rows: CellValue[][]) =>
  bookOf(header, ...rows)?.items.map(({ prices }) => prices);

describe('the prices of an item', () => {
  it('are breaks where rows differ in the least one may order and in price; in one row it is that least', () => {
    const header = ['货号', '标准价', '起订量'];
    expect(bookOf(header, ['A', 10, 10], ['A', 9, 100], ['B', 5, 20])?.items).toEqual([
      {
        code: 'A',
        minimumOrder: '10',
        discontinued: false,
        prices: [
          { price: '10', minimumQuantity: '10' },
          { price: '9', minimumQuantity: '100' },
        ],
      },
      { code: 'B', minimumOrder: '20', discontinued: false, prices: [{ price: '5', minimumQuantity: '0' }] },
    ]);
    expect(pricesOf(header, ['A', 10, 10], ['A', 10, 100])).toEqual([[{ price: '10', minimumQuantity: '0' }]]);
    expect(pricesOf([...header, '起批量'], ['A', 10, 10, 1], ['A', 9, 20, 50])).toEqual([
      [
        { price: '10', minimumQuantity: '1' },
        { price: '9', minimumQuantity: '50' },
      ],
    ]);
  });

  it('of further columns are those of a class, called as the heading calls it', () => {
    expect(pricesOf(['货号', '零售价', '会员价', '批发价', '客户等级'], ['A', 10, 9, 8, null])).toEqual([
      [
        { price: '10', minimumQuantity: '0' },
        { price: '8', minimumQuantity: '0', customerClass: '批发' },
        { price: '9', minimumQuantity: '0', customerClass: '会员' },
      ],
    ]);
    expect(pricesOf(['SKU', 'Product', 'Price', 'VIP Price'], ['A', 'x', 10, 9])?.[0]?.[1]).toMatchObject({
      customerClass: 'vip',
    });
  });

  it('are everybody’s where a list has only wholesale or member prices', () => {
    expect(pricesOf(['货号', '批发价', '会员价'], ['A', 8, 9])).toEqual([
      [
        { price: '8', minimumQuantity: '0' },
        { price: '8', minimumQuantity: '0', customerClass: '批发' },
        { price: '9', minimumQuantity: '0', customerClass: '会员' },
      ],
    ]);
    expect(pricesOf(['货号', '会员价'], ['A', 9])).toEqual([[{ price: '9', minimumQuantity: '0' }]]);
  });

  it('of a promotion hold on its days, the usual one always', () => {
    const header = ['货号', '标准价', '促销价', '生效日期', '失效日期'];
    expect(pricesOf(header, ['A', 10, 8, '2026-11-01', '2026-11-30'], ['B', 10, null, '2026-11-01', null])).toEqual([
      [
        { price: '10', minimumQuantity: '0' },
        { price: '8', minimumQuantity: '0', validFrom: '2026-11-01', validTo: '2026-11-30', promotion: true },
      ],
      [{ price: '10', minimumQuantity: '0', validFrom: '2026-11-01' }],
    ]);
  });

  it('stand once, however often a ledger repeats them', () => {
    expect(pricesOf(['货号', '标准价'], ['A', 10], ['A', 10])).toEqual([[{ price: '10', minimumQuantity: '0' }]]);
  });
});

describe('what a price list says besides', () => {
  it('is packs, steps, lead times, substitutes, regions, services, floors, costs and looks', () => {
    const header = [
      ...['货号', '条码', '客户料号', '品名', '规格', '颜色', '材质', '品牌', '单位', '装箱数', '包装单位'],
      ...['标准价', '最低价', '成本', '订货倍数', '交货周期', '替代品', '销售区域', '服务'],
    ];
    const row = [
      ...['A', '6901', 'Y-1', '茶', '200g', '绿', '纸', '东明', '袋', 24, '箱'],
      ...[10, 8, 5, 6, 14, 'A-2、A 3', '华东；华南', '否'],
    ];
    const again = ['A', null, 'Y-2', ...Array.from({ length: 8 }, () => null), 9];
    expect(bookOf(header, row, again)?.items).toMatchObject([
      {
        ...{ code: 'A', barcode: '6901', customerItemCodes: ['Y-1', 'Y-2'], name: '茶', specification: '200g' },
        ...{ color: '绿', material: '纸', brand: '东明', unit: '袋', pack: { size: '24', unit: '箱' } },
        ...{ orderMultiple: '6', leadTimeDays: 14, substitutes: ['A-2', 'A 3'], regions: ['华东', '华南'] },
        ...{ service: false, floorPrice: '8', cost: '5', discontinued: false },
      },
    ]);
    expect(bookOf(['货号', '标准价', '装箱数'], ['A', 1, 0])?.items[0]).not.toHaveProperty('pack');
  });

  it('keeps items without a code apart by all their words', () => {
    const header = ['品名', '颜色', '单位', '标准价'];
    expect(
      bookOf(
        header,
        ['螺丝', '黑', '盒', 1],
        ['螺丝', '白', '盒', 2],
        ['螺丝', '黑', '盒', 3],
        ['螺母', '黑', '盒', 4],
      )?.items.map(({ code, prices }) => [code, prices.length]),
    ).toEqual([
      ['螺丝 黑', 2],
      ['螺丝 白', 1],
      ['螺母', 1],
    ]);
  });

  it('keeps the sizes of pack of one code apart, and takes an empty cell for no contradiction', () => {
    const header = ['货号', '标准价', '装箱数', '单位'];
    expect(
      bookOf(header, ['A', 1, 12, null], ['A', 2, 24, null], ['A', 3, null, '箱'])?.items.map(
        ({ pack, unit, prices }) => [pack?.size, unit, prices.length],
      ),
    ).toEqual([
      ['12', '箱', 2],
      ['24', undefined, 1],
    ]);
  });

  it('takes two barcodes of one code for two things, unless size or name say that they are one', () => {
    const header = ['条码', '货号', '品名', '尺码', '标准价'];
    expect(
      bookOf(
        header,
        ['6901', 'A', '鞋 40', '40', 1],
        ['6902', 'A', '鞋 40', null, 1],
        ['6903', 'A', null, '40', 1],
        ['6904', 'B', '袜', null, 1],
        ['6905', 'B', '袜', null, 1],
        ['6906', 'B', '帽', null, 1],
        ['6907', 'C', null, null, 1],
        ['6908', 'C', null, null, 1],
      )?.items.map(({ code, barcode, otherBarcodes }) => [code, barcode, ...(otherBarcodes ?? [])]),
    ).toEqual([
      ['A', '6901', '6903'],
      ['A', '6902'],
      ['B', '6904', '6905'],
      ['B', '6906'],
      ['C', '6907'],
      ['C', '6908'],
    ]);
  });

  it('knows an item by each name its rows give it', () => {
    const header = ['条码', '货号', '品名', '标准价'];
    const book = bookOf(header, ['6901', 'A', '短袖 黑', 1], ['6901', 'A', 'T恤 黑', 1], ['6901', 'A', '短袖　黑', 1]);
    expect(book?.items.map(({ name, otherNames }) => [name, otherNames])).toEqual([['短袖 黑', ['T恤 黑']]]);
    expect(findItem(book ?? null, { itemName: 't恤黑' })).toMatchObject({ kind: 'found', entry: { code: 'A' } });
  });

  it('puts a row to the item with its barcode, though a brand is spelled in two ways and another would do', () => {
    const header = ['条码', '货号', '品牌', '尺码', '标准价'];
    expect(
      bookOf(
        header,
        ['6901', 'A', 'Jordan', '40', 1],
        ['6902', 'A', 'NIKE', '40', 1],
        ['6902', 'A', '耐克', '40', 1],
        ['6902', 'A', null, '40', 1],
        ['6902', 'A', 'NIKE', '41', 1],
      )?.items.map(({ barcode, otherBarcodes, prices, ...item }) => [
        item.brand,
        item.specification,
        barcode,
        otherBarcodes,
      ]),
    ).toEqual([
      ['Jordan', '40', '6901', undefined],
      ['NIKE', '40', '6902', undefined],
      ['NIKE', '41', '6902', undefined],
    ]);
  });

  it('is without tax only where its heading says so; of both, what holds tax counts', () => {
    expect(bookOf(['货号', '未税单价'], ['A', 1])?.tax).toBe('excluded');
    expect(bookOf(['货号', '标准价'], ['A', 1])).not.toHaveProperty('tax');
    expect(bookOf(['货号', '未税单价', '含税单价'], ['A', 1, 1.13])?.items[0]?.prices[0]?.price).toBe('1.13');
    expect(bookOf(['货号', '未税单价', '含税单价'], ['A', 1, 1.13])).not.toHaveProperty('tax');
  });
});

it('knows of customers where they are, what they owe and since when', () => {
  const header = ['客户编码', '客户名称', '销售区域', '信用额度', '应收账款', '逾期欠款', '逾期天数'];
  const grid = gridOf([header, ['C1', '甲', '华东', 5000, 800, 300, 12]], { sheet: '客户' });
  expect(knowledgeOf(understandSheets([grid])).customers?.customers).toEqual([
    {
      ...{ code: 'C1', name: '甲', region: '华东', creditLimit: '5000', receivable: '800' },
      ...{ overdueDebt: '300', overdueDays: 12, active: true },
    },
  ]);
});
