import { isZero } from '../../value/decimal.ts';
import type { CheckContext } from '../context.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * Unit prices hold the tax (docs/policy.md "Money and tax"): a letter that calls 未税单价 a price with tax would grant the tax.
 * Reported once, at the heading; rows that are all free of tax need no other price.
 */
export const taxIncluded: Rule = {
  name: 'tax-included',
  codes: ['price.before-tax'],
  scope: 'check',
  needs: [],
  check: (context) =>
    context.tables.flatMap(({ beforeTax = [] }, table): Observation[] =>
      beforeTax.includes('unitPrice') && !isFreeOfTax(context, table)
        ? [{ code: 'price.before-tax', at: { table, field: 'unitPrice' }, data: { field: 'unitPrice' } }]
        : [],
    ),
};

function isFreeOfTax({ lines }: CheckContext, table: number): boolean {
  const rows = lines.filter(({ parsed }) => parsed.table === table);
  return rows.length > 0 && rows.every(({ parsed: { taxRate } }) => taxRate !== undefined && isZero(taxRate));
}
