import { compare, round } from '../../value/decimal.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * The amount is quantity × unit price × (1 − discount), rounded to the cent. An amount the sheet shows to the cent but holds
 * with more decimals counts as what it shows. An amount with tax beside a price without, or the other way round, can't be
 * compared.
 */
export const rightAmount: Rule = {
  name: 'right-amount',
  codes: ['amount.mismatch'],
  scope: 'row',
  needs: [],
  check: ({ lines, tables }) =>
    lines.flatMap((line): Observation[] => {
      const { amount, table } = line.parsed;
      if (tables[table]?.beforeTax?.length === 1) return [];
      const right = line.amount;
      if (amount === undefined || right === null || amount === right || compare(round(amount, 2), right) === 0)
        return [];
      const { currency } = line.order;
      return [
        {
          code: 'amount.mismatch',
          at: { line, field: 'amount' },
          expected: { kind: 'money', value: right, currency },
          actual: { kind: 'money', value: amount, currency },
          fix: Number(right),
        },
      ];
    }),
};
