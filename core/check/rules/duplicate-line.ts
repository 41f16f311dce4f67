import { sameText } from '../../sheet/text.ts';
import type { LineInCheck, OrderInCheck } from '../context.ts';
import { itemNamed } from '../item-index.ts';
import { cellOf, itemFields, type Place } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/** The same item at the same price for the same date twice in one order: most often a row pasted twice. */
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
          actual: { kind: 'text', value: itemName(line) ?? '' },
          data: { first: cellOf(itemCell(first), tables).name },
        }),
      ),
    ),
};

function repetitions({ lines }: OrderInCheck): { first: LineInCheck; line: LineInCheck }[] {
  if (lines.length < 2) return [];
  const seen = new Map<string, LineInCheck>();
  const found = [];
  for (const line of lines) {
    const item = itemName(line);
    if (!item) continue;
    const { dueDate, specification = '', unit = '', unitPrice } = line.parsed;
    const same = [sameText(item), specification, unit, unitPrice, dueDate].join('\n');
    const first = seen.get(same);
    if (first) found.push({ first, line });
    else seen.set(same, line);
  }
  return found;
}

const itemCell = (line: LineInCheck): Place => ({ line, field: itemFields(line) });

/** The item's own code where it is known: one row may name it by code, the other by barcode. */
const itemName = ({ item, parsed }: LineInCheck): string | undefined =>
  item.kind === 'found' ? item.entry.code : itemNamed(parsed);
