import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];
const understand = (rows: Rows) => understandSheets([gridOf(rows)]);
const headsIn = (rows: Rows) =>
  (understand(rows).tables[0]?.heads ?? []).map(({ field, value, from, to }) => [field, value, from, to]);

describe('which rows are labels, titles and headings between the rows', () => {
  const header = ['货号', '数量'];
  /** The items of each customer. */
  const customers = (...rows: Rows) =>
    ordersOf(understand(rows)).orders.map(({ customer, lines }) => [
      customer.name,
      ...lines.map(({ row }) => rows[row]?.[0]),
    ]);

  it('a subtotal and headings that come again are a new page, not a new form', () => {
    const page = [['小计', 1], [], header];
    expect(customers(['客户：甲'], header, ['A', 1], ...page, ['B', 1])).toEqual([['甲', 'A', 'B']]);
    expect(customers(['客户：甲'], header, ['A', 1], header, ['B', 1])).toEqual([['甲', 'A', 'B']]);
  });

  it('a row of two cells is data, also where its words could be a label', () => {
    for (const item of ['A', '运费', '备注'])
      expect(customers(header, ['客户：甲'], [item, 1], ['客户：乙'], header, ['B', 1])).toEqual([
        ['甲', item],
        ['乙', 'B'],
      ]);
  });

  it('headings with colons that come again head the same table', () => {
    const withColons = ['货号：', '数量：'];
    expect(customers(withColons, [], withColons, ['A', 1], withColons, ['B', 1])).toEqual([[undefined, 'A', 'B']]);
  });

  it('each row of labels speaks for the rows below it, not the next one for those above', () => {
    expect(headsIn([['日期：2026-3-1'], header, ['币种：USD'], ['A', 1], ['币种：EUR'], ['B', 1]])).toEqual([
      ['orderDate', '2026-03-01', 2, 5],
      ['currency', 'USD', 3, 4],
      ['currency', 'EUR', 5, 5],
    ]);
    const second = [['订货单'], ['客户：乙', '付款条件：月结'], header, ['B', 1]];
    expect(headsIn([['客户：甲'], header, ['A', 1], ['收货地址：北京'], ...second])).toEqual([
      ['customerName', '甲', 2, 3],
      ['address', '北京', 2, 2],
      ['customerName', '乙', 7, 7],
      ['paymentTerms', '月结', 7, 7],
    ]);
  });
});

describe('what is no head', () => {
  const header = ['货号', '数量', '备注'];
  it.each<[string, Rows]>([
    ['a label in a row of data', [header, ['A', 1, '币种：USD']]],
    ['a word without colon beside other words', [['请注意', '客户', '甲'], header, ['A', 1]]],
    [
      'a word without colon below the rows',
      [header, ['A', 1], ['付款条件', '月结'], [], ['订货单'], ['货号', '规格', '数量'], ['B', 'M8', 2]],
    ],
  ])('%s', (_, rows) => {
    expect(headsIn(rows)).toEqual([]);
  });

  it('what is said twice counts once', () => {
    expect(headsIn([['客户：甲', '单号：7'], ['客户：甲', '单号：8'], header, ['A', 1]])).toEqual([
      ['customerName', '甲', 3, 3],
    ]);
  });
});
