import { isNegative, isZero } from '../../value/decimal.ts';
import type { Observation, Rule } from '../rule.ts';

/** Nobody is paid for taking goods, and what is free is free on purpose (docs/policy.md "Money and tax"). */
export const soundPrice: Rule = {
  name: 'sound-price',
  codes: ['price.negative', 'price.zero'],
  scope: 'row',
  needs: [],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const { unitPrice } = line.parsed;
      if (unitPrice === undefined || !(isNegative(unitPrice) || isZero(unitPrice))) return [];
      return [
        {
          code: isZero(unitPrice) ? 'price.zero' : 'price.negative',
          at: { line, field: 'unitPrice' },
          actual: { kind: 'money', value: unitPrice, currency: line.order.currency },
        },
      ];
    }),
};
