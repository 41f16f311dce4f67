import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../../core/check/knowledge-of-sheets.ts';
import type { CellValue } from '../../../../core/sheet/grid.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';

const pricesOf = (header: string[], ...rows: CellValue[][]) =>
  knowledgeOf(understandSheets([gridOf([header, ...rows])])).prices?.items.map(({ prices }) => prices);

describe('a price list without a list price', () => {
  it.each([
    [['货号', '促销价', '开始日期', '结束日期']],
    [['貨號', '活動價', '促銷開始', '活動截止日期']],
    [['SKU', 'Promo Price', 'Promo Start', 'Promo End']],
  ])('may have promotions only: %s', (header) => {
    expect(pricesOf(header, ['A', 8, '2026-11-01', '2026-11-30'])).toEqual([
      [{ price: '8', minimumQuantity: '0', validFrom: '2026-11-01', validTo: '2026-11-30', promotion: true }],
    ]);
  });
});

describe('prices of classes', () => {
  const classesOf = (...header: string[]) =>
    pricesOf(header, ['A', ...header.slice(1).map((_, index) => 10 - index)])?.[0]?.map(
      ({ price, customerClass = '' }) => `${price}${customerClass}`,
    );

  it('stand in a column each, under the name their heading gives the class', () => {
    expect(classesOf('货号', '零售价', '批发价', '经销价', '会员价')).toEqual(['10', '9批发', '8经销', '7会员']);
    expect(classesOf('貨號', '標準單價', 'A級價', 'B類價', 'C级价(元)')).toEqual(['10', '9a级', '8b类', '7c级']);
    expect(classesOf('SKU', 'List Price', 'Dealer Price', 'Price A', 'Level 2 Price')).toEqual([
      ...['10', '9dealer', '8a', '7level2'],
    ]);
  });

  it('of which one is everybody’s where there is no list price, unless they are grades', () => {
    expect(classesOf('货号', '批发价', '经销价')).toEqual(['10', '10批发', '9经销']);
    expect(classesOf('货号', '经销价')).toEqual(['10']);
    expect(classesOf('货号', '一级价', '二级价')).toEqual(['10一级', '9二级']);
  });
});
