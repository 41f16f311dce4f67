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
