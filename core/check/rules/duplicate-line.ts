import { itemDetails } from '../../sheet/fields.ts';
import { sameText } from '../../sheet/text.ts';
import { isNegative, zero } from '../../value/decimal.ts';
import type { LineInCheck, OrderInCheck } from '../context.ts';
import { itemIdentity, itemVariant } from '../item-index.ts';
import { saysUnread } from '../line-signature.ts';
import { itemNamedAt, nameFrom, type Place } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * The same item at the same price for the same date twice in one order: most often a row pasted twice. Rows that differ in
 * anything else a customer may want apart (colour, discount, warehouse), a free row beside a paid one, and a row split because
 * part of it has left or came back, are two on purpose. A row
 * with a cell that can't be read is not known to be the same.
 */
export const duplicateLine: Rule = {
  name: 'duplicate-line',
  codes: ['line.duplicate'],
  scope: 'order',
  needs: [],
  check: ({ orders, tables }) =>
    orders.flatMap((order) =>
      repetitions(order).map(
        ({ first, line }): Observation => ({
          code: 'line.duplicate',
          at: itemCell(line),
          actual: { kind: 'text', value: itemIdentity(line) ?? '' },
          data: { first: nameFrom(itemCell(line), itemCell(first), tables) },
        }),
      ),
    ),
};

function repetitions({ lines }: OrderInCheck): { first: LineInCheck; line: LineInCheck }[] {
  if (lines.length < 2 || new Set(lines.map(nameOf)).size === lines.length) return [];
  const seen = new Map<string, LineInCheck>();
  const found = [];
  for (const line of lines) {
    const same = purposeOf(line);
    if (same === null) continue;
    const first = seen.get(same);
    if (first) found.push({ first, line });
    else seen.set(same, line);
  }
  return found;
}

/** Rows of different items need no closer look; most orders have no others. */
const nameOf = (line: LineInCheck): string => sameText(itemIdentity(line) ?? '');

const wordsApart = [
  'customerItemCode',
  ...itemDetails,
  'unit',
  'warehouse',
  'batch',
  'address',
  'specialRequirements',
  'remark',
] as const;

const valuesApart = ['quantity', 'unitPrice', 'discount', 'dueDate', 'agreedArrival', 'shippedDate', 'gift'] as const;

/** All that must be the same, as one text; null while the row names no item, or says something that can't be read. */
function purposeOf(line: LineInCheck): string | null {
  const item = itemVariant(line);
  if (item === undefined || saysUnread(line, [...wordsApart, ...valuesApart])) return null;
  const {
    agreedArrival,
    discount = zero,
    dueDate,
    gift = false,
    quantity = zero,
    shippedDate,
    unitPrice,
  } = line.parsed;
  const words = [item, ...wordsApart.map((field) => line.parsed[field] ?? '')].map(sameText);
  return JSON.stringify([
    ...words,
    unitPrice,
    discount,
    dueDate,
    agreedArrival,
    shippedDate,
    gift,
    isNegative(quantity),
  ]);
}

const itemCell = (line: LineInCheck): Place => ({ line, field: itemNamedAt(line) });
