import { currencyCode } from '../currency.ts';
import type { Observation, Rule } from '../rule.ts';

/** An order has one currency (docs/policy.md "Money and tax"): its total would add up two. */
export const oneCurrency: Rule = {
  name: 'one-currency',
  codes: ['currency.conflict'],
  scope: 'row',
  needs: [],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const { otherCurrency } = line.parsed;
      const { currency } = line.order;
      if (otherCurrency === undefined || currencyCode(otherCurrency, currency) === currency) return [];
      return [
        {
          code: 'currency.conflict',
          at: { line, field: ['currency', 'unitPrice'] },
          expected: { kind: 'text', value: currency },
          actual: { kind: 'text', value: otherCurrency },
        },
      ];
    }),
};
