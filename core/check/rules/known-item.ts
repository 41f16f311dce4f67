import type { LineInCheck } from '../context.ts';
import { itemNamed } from '../item-index.ts';
import { suggestItem } from '../item-suggestion.ts';
import type { PriceBook } from '../knowledge.ts';
import { itemFields } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/** The item stands in the price list, once. */
export const knownItem: Rule = {
  name: 'known-item',
  codes: ['item.unknown', 'item.ambiguous'],
  scope: 'row',
  needs: ['prices'],
  check: ({ knowledge: { prices }, lines }) => (prices ? lines.flatMap((line) => observe(line, prices)) : []),
};

function observe(line: LineInCheck, prices: PriceBook): Observation[] {
  const { item, parsed } = line;
  const seen = {
    at: { line, field: itemFields(line) },
    actual: { kind: 'text', value: itemNamed(parsed) ?? '' },
  } as const;
  if (item.kind === 'ambiguous') {
    const items = item.entries.map(({ code, unit, specification }) =>
      [code, specification, unit].filter(Boolean).join(' '),
    );
    return [{ code: 'item.ambiguous', ...seen, data: { items: items.join(', ') } }];
  }
  if (item.kind !== 'unknown') return [];
  const meant = suggestItem(prices, parsed);
  if (!meant) return [{ code: 'item.unknown', ...seen }];
  return [
    {
      code: 'item.unknown',
      ...seen,
      expected: { kind: 'text', value: meant.code },
      data: { suggestion: meant.code, context: 'suggested' },
      fix: meant.code,
    },
  ];
}
