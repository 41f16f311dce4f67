import { compare, type Decimal, isNegative } from '../../value/decimal.ts';
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
      if (discount === undefined || isPossible(discount)) return [];
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

/** Between nothing and all. */
export const isPossible = (discount: Decimal): boolean =>
  !isNegative(discount) && compare(discount, '1' as Decimal) <= 0;
