import { compare, isZero, round } from '../../value/decimal.ts';
import type { LineInCheck } from '../context.ts';
import { isPossibleDiscount } from '../line-amount.ts';
import type { Observation, Rule } from '../rule.ts';
import { sameUnit } from '../unit.ts';
import { countedIn } from '../unit-conversion.ts';

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
      if (tables[table]?.beforeTax?.length === 1 || isExplained(line)) return [];
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

/**
 * Another finding says why: a discount that can't be, a gift that has a price, a quantity or price in another unit than the
 * rest of the row. The amount is judged when that is put right.
 */
function isExplained({ item, parsed }: LineInCheck): boolean {
  const { amount, discount, gift, priceUnit } = parsed;
  if (discount !== undefined && !isPossibleDiscount(discount)) return true;
  if (gift && amount !== undefined && isZero(amount)) return true;
  const own = item.kind === 'found' ? item.entry.unit : undefined;
  const counted = countedIn(parsed) ?? own;
  if (priceUnit && counted && !sameUnit(priceUnit, counted)) return true;
  return parsed.quantityUnit !== undefined && own !== undefined && !sameUnit(parsed.quantityUnit, own);
}
