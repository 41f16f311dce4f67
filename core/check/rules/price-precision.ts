import { round } from '../../value/decimal.ts';
import type { Observation, Rule } from '../rule.ts';

/** Prices have at most four decimals. A longer one (10 ÷ 3 by formula) would print another amount than it multiplies to. */
export const pricePrecision: Rule = {
  name: 'price-precision',
  codes: ['price.too-precise'],
  scope: 'row',
  needs: [],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const { unitPrice } = line.parsed;
      if (!unitPrice?.match(longFraction)) return [];
      const rounded = round(unitPrice, 4);
      return [
        {
          code: 'price.too-precise',
          at: { line, field: 'unitPrice' },
          expected: { kind: 'money', value: rounded, currency: line.order.currency },
          actual: { kind: 'text', value: unitPrice },
          fix: Number(rounded),
        },
      ];
    }),
};

const longFraction = /\.\d{5}/;
