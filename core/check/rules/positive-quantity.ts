import { compare, isZero, zero } from '../../value/decimal.ts';
import type { Observation, Rule } from '../rule.ts';

/** An order asks for something: more than nothing. Goods that come back are returns, not orders. */
export const positiveQuantity: Rule = {
  name: 'positive-quantity',
  codes: ['quantity.not-positive'],
  scope: 'row',
  needs: [],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const { quantity } = line.parsed;
      if (quantity === undefined || compare(quantity, zero) > 0) return [];
      return [
        {
          code: 'quantity.not-positive',
          at: { line, field: 'quantity' },
          actual: { kind: 'quantity', value: quantity },
          ...(!isZero(quantity) && { data: { context: 'return' } }),
        },
      ];
    }),
};
