import { describe, expect, it } from 'vitest';
import { checkOrders } from '../../../../core/check/check.ts';
import { taxIncluded } from '../../../../core/check/rules/tax-included.ts';
import type { CellValue } from '../../../../core/sheet/grid.ts';
import { ordersOf } from '../../../../core/sheet/orders.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';
import { batchOf, cells, checkWith, decimal, knowledge, ordersTable, today } from '../given.ts';

const nothingKnown = knowledge({ items: null, stock: null, customers: null });
const check = (header: readonly string[], ...rows: readonly (readonly CellValue[])[]) =>
  checkOrders({
    batch: ordersOf(understandSheets([gridOf([['订单号', '客户', '品名', '数量', ...header], ...rows])])),
    knowledge: nothingKnown,
    today,
  });
const found = (...given: Parameters<typeof check>) => cells(check(...given)).filter((at) => !at.includes('not-run'));

describe('tax included', () => {
  it('reports a price without tax once, at its heading, and lets no order through', () => {
    const result = check(['未税单价', '未税金额'], ['1', '甲', '轴承', 10, 12, 120], ['2', '乙', '轴套', 5, 8, 40]);
    expect(cells(result).filter((at) => !at.includes('not-run'))).toEqual(['E1 price.before-tax']);
    expect(result.orders.map(({ checked }) => checked)).toEqual([null, null]);
  });

  it('does not offer the amount without tax for the amount with tax', () => {
    expect(found(['未税单价', '含税金额'], ['1', '甲', '轴承', 100, 120, 12600])).toEqual(['E1 price.before-tax']);
    expect(found(['含税单价', '未税金额'], ['1', '甲', '轴承', 100, 113, 10000])).toEqual([]);
  });

  it('takes the price with tax where the sheet has both, and any price where there is no tax', () => {
    expect(found(['未税单价', '含税单价'], ['1', '甲', '轴承', 10, 100, 113])).toEqual([]);
    expect(found(['未税单价', '税率'], ['1', '甲', '轴承', 10, 100, '0%'])).toEqual([]);
    expect(found(['未税单价', '税率'], ['1', '甲', '轴承', 10, 100, '13%'])).toEqual(['E1 price.before-tax']);
  });
});

describe('prices without tax', () => {
  const table = { ...ordersTable, beforeTax: ['unitPrice' as const] };
  const data = (...rates: readonly (string | undefined)[]) =>
    checkWith(
      [taxIncluded],
      rates.map((rate) => (rate === undefined ? {} : { taxRate: decimal(rate) })),
      {},
      { table },
    ).findings.map((finding) => finding.data);

  it('are told what to multiply by, where one rate holds for all', () => {
    expect(data('0.06', '0.06')).toEqual([{ field: 'unitPrice', factor: '1.06', context: 'factor' }]);
    expect(data(undefined, '0.13')).toEqual([{ field: 'unitPrice', factor: '1.13', context: 'factor' }]);
    expect(data('0.06', '0.13')).toEqual([{ field: 'unitPrice' }]);
    expect(data()).toEqual([{ field: 'unitPrice' }]);
  });

  it('are right only where every row is free of tax', () => {
    expect(data('0', '0')).toEqual([]);
    expect(data('0', '0.13')).toHaveLength(1);
    expect(data('0', undefined)).toHaveLength(1);
  });

  it('are judged table by table', () => {
    const batch = batchOf([{ taxRate: decimal('0') }], table);
    const [order] = batch.orders;
    const lines = [...(order?.lines ?? []), { table: 1, row: 1, taxRate: decimal('0.06') }];
    const both = { tables: [table, { ...table, sheet: 'Two' }], orders: order ? [{ ...order, lines }] : [] };
    const { findings } = checkOrders({ batch: both, knowledge: nothingKnown, today });
    expect(findings.filter(({ code }) => code === 'price.before-tax')).toMatchObject([
      { sheet: 'Two', data: { factor: '1.06' } },
    ]);
  });
});
