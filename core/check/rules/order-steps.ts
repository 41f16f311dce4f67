import { add, compare, type Decimal, divide, multiply, subtract, zero } from '../../value/decimal.ts';
import { hasItem, type ItemLine } from '../item-line.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';
import { countedIn, inItemUnit } from '../unit-conversion.ts';

/**
 * The least an item is sold in, and the steps above it (R10). Steps may be counted from nothing or from the least: lists don't
 * say which, so either passes. What a row counts in another unit is judged when its unit is right; a gift may be as little as
 * the house likes.
 */
export const orderSteps: Rule = {
  name: 'order-steps',
  codes: ['quantity.below-minimum', 'quantity.not-multiple'],
  scope: 'row',
  needs: ['prices'],
  check: ({ lines }) => lines.filter(hasItem).flatMap((line) => observe(line) ?? []),
};

function observe(line: ItemLine): Observation | null {
  const { entry } = line.item;
  const { gift, quantity } = line.parsed;
  const word = countedIn(line.parsed);
  if (gift || quantity === undefined || compare(quantity, zero) <= 0) return null;
  if (word && inItemUnit(word, entry, line.parsed).kind !== 'same') return null;
  const { minimumOrder = zero, orderMultiple = zero } = entry;
  const isTooLittle = compare(quantity, minimumOrder) < 0;
  if (!isTooLittle && isStep(quantity, orderMultiple, minimumOrder)) return null;
  const right = isTooLittle
    ? [atLeast(minimumOrder, orderMultiple)]
    : neighbours(quantity, orderMultiple, minimumOrder);
  const shown = (value: Decimal) => ({ kind: 'quantity', value, ...(entry.unit && { unit: entry.unit }) }) as const;
  return {
    code: isTooLittle ? 'quantity.below-minimum' : 'quantity.not-multiple',
    at: { line, field: 'quantity' },
    expected: shown(isTooLittle ? minimumOrder : orderMultiple),
    actual: shown(quantity),
    data: itemData(entry),
    choices: right.map((value) => ({ content: Number(value), label: value })),
  };
}

const isStep = (quantity: Decimal, step: Decimal, from: Decimal): boolean =>
  compare(step, zero) <= 0 ||
  [quantity, subtract(quantity, from)].some((size) => compare(below(size, step), size) === 0);

/** The last whole step up to a size. */
const below = (size: Decimal, step: Decimal): Decimal =>
  multiply(divide(size, step).replace(/\..*$/, '') as Decimal, step);

const atLeast = (minimum: Decimal, step: Decimal): Decimal =>
  isStep(minimum, step, zero) ? minimum : add(below(minimum, step), step);

/** One step down, unless that is too little, and one up. */
function neighbours(quantity: Decimal, step: Decimal, minimum: Decimal): Decimal[] {
  const down = below(quantity, step);
  return [down, add(down, step)].filter((size) => compare(size, zero) > 0 && compare(size, minimum) >= 0);
}
