import { isNegative } from '../../value/decimal.ts';
import { isPossibleDiscount } from '../line-amount.ts';
import type { Observation, Rule } from '../rule.ts';

/** A discount takes off something between nothing and all. More was most often meant as a price, less as a surcharge. */
export const discountRange: Rule = {
  name: 'discount-range',
  codes: ['discount.out-of-range'],
  scope: 'row',
  needs: [],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const { discount } = line.parsed;
      if (discount === undefined || isPossibleDiscount(discount)) return [];
      return [
        {
          code: 'discount.out-of-range',
          at: { line, field: 'discount' },
          actual: { kind: 'ratio', value: discount },
          ...(isNegative(discount) && { data: { context: 'negative' } }),
        },
      ];
    }),
};
