import { describe, expect, it } from 'vitest';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

/** The list prices read out of a sheet, row by row; null = it isn't taken for a price list. */
const listPrices = (...headings: readonly string[]): readonly (string | undefined)[] | null => {
  const cells: Readonly<Record<string, string | number>> = { 货号: 'A', 品名: '茶', 单价: 9, 标准单价: 10 };
  const row = headings.map((heading) => cells[heading] ?? 5);
  const [prices] = understandSheets([gridOf([headings, row])]).prices;
  return prices ? prices.rows.map(({ values }) => values.listPrice) : null;
};

describe('a form that comes filled in with all there is', () => {
  it('has the list’s price in it: only the quantity is the clerk’s', () => {
    expect(listPrices('货号', '品名', '单价', '库存数量', '订购数量')).toEqual(['9']);
    expect(listPrices('货号', '品名', '单价', '可用库存', '订购数量')).toEqual(['9']);
  });

  it.each(['订单号', '客户PO号', '客户编号', '客户名称'])('but not when its rows are somebody’s: %s', (whose) => {
    expect(listPrices('货号', '品名', '单价', '库存数量', '订购数量', whose)).toBeNull();
  });

  it('nor when no stock is told: then somebody wrote the rows down, and the prices', () => {
    expect(listPrices('货号', '品名', '单价', '订购数量')).toBeNull();
    expect(listPrices('货号', '品名', '单价', '在途数量', '订购数量')).toBeNull();
  });

  it('has the price of its own column where it has both', () => {
    expect(listPrices('货号', '品名', '单价', '标准单价', '库存数量', '订购数量', '订单号')).toEqual(['10']);
  });
});
