import { add, type Decimal, isZero } from '../../value/decimal.ts';
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
        ? [
            {
              code: 'price.before-tax',
              at: { table, field: 'unitPrice' },
              data: { field: 'unitPrice', ...factor(context, table) },
            },
          ]
        : [],
    ),
};

/** What to multiply by, where one rate holds for the whole table: what a clerk types into a column of her own. */
function factor({ lines, taxRate: usual }: CheckContext, table: number): Record<string, string> {
  const rates = new Set(rowsOf(lines, table).map(({ parsed: { taxRate = usual } }) => taxRate));
  const [rate] = rates;
  return rate !== undefined && rates.size === 1 ? { factor: add('1' as Decimal, rate), context: 'factor' } : {};
}

const rowsOf = (lines: CheckContext['lines'], table: number) => lines.filter(({ parsed }) => parsed.table === table);

function isFreeOfTax({ lines }: CheckContext, table: number): boolean {
  const rows = rowsOf(lines, table);
  return rows.length > 0 && rows.every(({ parsed: { taxRate } }) => taxRate !== undefined && isZero(taxRate));
}
