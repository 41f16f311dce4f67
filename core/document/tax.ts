import { add, type Decimal, divide, round, subtract, sum } from '../value/decimal.ts';

/** What of a tax-included total is tax. */
export interface TaxSplit {
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
}

/**
 * Splits tax-included line amounts (policy.md "Money and tax"): per line tax = amount − round(amount ÷ (1 + rate)); totals
 * are sums of the rounded lines, so that the lines of a paper always add up to its foot.
 */
export function splitTax(amounts: readonly Decimal[], rate: Decimal): TaxSplit {
  const factor = add('1' as Decimal, rate);
  const total = sum(amounts);
  const net = sum(amounts.map((amount) => round(divide(amount, factor), 2)));
  return { net, tax: subtract(total, net), total };
}
