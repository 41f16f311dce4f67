import { add, type Decimal, divide, round, subtract, sum } from '../value/decimal.ts';

/** What of a tax-included total is tax. */
export interface TaxSplit {
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
}

/** A tax-included amount and the rate it holds, 0.13 = 13 %. */
export interface TaxedAmount {
  readonly amount: Decimal;
  readonly rate: Decimal;
}

/**
 * Splits tax-included line amounts (docs/policy.md "Money and tax"): per line tax = amount − round(amount ÷ (1 + rate)); totals
 * are sums of the rounded lines, so that the lines of a paper always add up to its foot.
 */
export function splitTax(lines: readonly TaxedAmount[]): TaxSplit {
  const total = sum(lines.map(({ amount }) => amount));
  const net = sum(lines.map(({ amount, rate }) => round(divide(amount, add('1' as Decimal, rate)), 2)));
  return { net, tax: subtract(total, net), total };
}
