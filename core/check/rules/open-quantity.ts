import { compare, type Decimal, isNegative, subtract } from '../../value/decimal.ts';
import type { LineInCheck } from '../context.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * Shipped and still to ship together are what was ordered (R10). What shipped alone may be more than was ordered: goods may
 * have left in excess.
 */
export const openQuantity: Rule = {
  name: 'open-quantity',
  codes: ['quantity.open-differs'],
  scope: 'row',
  needs: [],
  check: ({ lines }) => lines.flatMap((line) => observe(line) ?? []),
};

function observe(line: LineInCheck): Observation | null {
  const { openQuantity: open, quantity, quantityUnit, shippedQuantity: shipped, unit } = line.parsed;
  if (open === undefined || quantity === undefined) return null;
  const right = shipped === undefined ? quantity : subtract(quantity, shipped);
  const isRight = shipped === undefined ? compare(open, quantity) <= 0 : compare(open, right) === 0;
  if (isRight) return null;
  const word = quantityUnit ?? unit;
  const shown = (value: Decimal) => ({ kind: 'quantity', value, ...(word && { unit: word }) }) as const;
  return {
    code: 'quantity.open-differs',
    at: { line, field: 'openQuantity' },
    expected: shown(right),
    actual: shown(open),
    data: { quantity, ...(shipped === undefined ? { context: 'more' } : { shipped }) },
    choices: isNegative(right) ? [] : [{ content: Number(right), label: right }],
  };
}
