import { itemNamedAt } from '../place.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';

/** The item is still sold (R24). */
export const currentItem: Rule = {
  name: 'current-item',
  codes: ['item.discontinued'],
  scope: 'row',
  needs: ['prices'],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const { item } = line;
      if (item.kind !== 'found' || !item.entry.discontinued) return [];
      return [
        {
          code: 'item.discontinued',
          at: { line, field: itemNamedAt(line) },
          actual: { kind: 'text', value: item.entry.code },
          data: itemData(item.entry),
        },
      ];
    }),
};
