import type { Field } from '../../sheet/fields.ts';
import type { OrderTable } from '../../sheet/parsed-order.ts';
import { sameText } from '../../sheet/text.ts';
import type { LineInCheck } from '../context.ts';
import { barcodesOf, itemNamed } from '../item-index.ts';
import { suggestItem } from '../item-suggestion.ts';
import type { Item, PriceBook } from '../knowledge.ts';
import { itemNamedAt } from '../place.ts';
import { nothing, type Observation, type Rule } from '../rule.ts';

/** The item stands in the price list, once. */
export const knownItem: Rule = {
  name: 'known-item',
  codes: ['item.unknown', 'item.ambiguous'],
  scope: 'row',
  needs: ['prices'],
  check: ({ knowledge: { prices }, lines, tables }) =>
    prices ? lines.flatMap((line) => observe(line, prices, tables[line.parsed.table])) : [],
};

function observe(line: LineInCheck, prices: PriceBook, table: OrderTable | undefined): readonly Observation[] {
  const { item, parsed } = line;
  if (item.kind !== 'ambiguous' && item.kind !== 'unknown') return nothing;
  const seen = {
    at: { line, field: itemNamedAt(line) },
    actual: { kind: 'text', value: itemNamed(parsed) ?? '' },
  } as const;
  if (item.kind === 'ambiguous') {
    const { barcode = '' } = parsed;
    const labelled = item.entries.filter((entry) => isLabelled(entry, barcode));
    if (labelled.length > 0 && labelled.length < item.entries.length)
      return [{ code: 'item.ambiguous', ...seen, data: { items: listOf(labelled), barcode, context: 'barcode' } }];
    const data = { items: listOf(item.entries) };
    return [{ code: 'item.ambiguous', ...seen, data, choices: choicesOf(item.entries, table) }];
  }
  const meant = suggestItem(prices, parsed);
  if (!meant) return [{ code: 'item.unknown', ...seen }];
  const { code } = meant.item;
  return [
    {
      code: 'item.unknown',
      ...seen,
      expected: { kind: 'text', value: code },
      data: { suggestion: code, context: 'suggested' },
      ...(meant.isCertain ? { fix: code } : { choices: codeChoice(meant.item, line, table) }),
    },
  ];
}

/** In the column of codes; in the name's own cell where the sheet has none and nothing beside the name would contradict it. */
function codeChoice(item: Item, { parsed }: LineInCheck, table: OrderTable | undefined) {
  const choice = { content: item.code, label: [item.code, item.name, item.specification].filter(Boolean).join(' ') };
  if (table?.columns.itemCode !== undefined) return [{ ...choice, field: 'itemCode' as const }];
  return itemNamed(parsed) === parsed.itemName ? [{ ...choice, field: 'itemName' as const }] : [];
}

/** Where only some of what the row may mean has its barcode, the rest has its code: one of the two is wrong. */
const isLabelled = (item: Item, barcode: string): boolean =>
  barcodesOf(item).some((one) => sameText(one) === sameText(barcode));

/** More than these nobody reads in one message; the choices hold them all. */
const namedItems = 6;

const listOf = (items: readonly Item[]): string =>
  [...items.slice(0, namedItems).map(labelOf), ...(items.length > namedItems ? ['…'] : [])].join(', ');

const labelOf = ({ barcode, code, specification, color, unit }: Item): string =>
  [code, ...(specification || color || unit ? [specification, color, unit] : [barcode])].filter(Boolean).join(' ');

/** What tells items apart, the surest first. */
const telling = [
  ['itemCode', ({ code }) => code],
  ['unit', ({ unit }) => unit],
  ['specification', ({ specification }) => specification],
  ['color', ({ color }) => color],
  ['material', ({ material }) => material],
  ['brand', ({ brand }) => brand],
  ['barcode', ({ barcode }) => barcode],
] as const satisfies readonly (readonly [Field<'orders'>, (item: Item) => string | undefined])[];

/** One cell to fill in, so that the row means one item: the first column of the sheet in which each says something else. */
function choicesOf(entries: readonly Item[], table: OrderTable | undefined): NonNullable<Observation['choices']> {
  for (const [field, of] of telling) {
    const contents = entries.map(of);
    if (table?.columns[field] === undefined || new Set(contents).size < entries.length) continue;
    return entries.flatMap((item, at) => {
      const content = contents[at];
      return content === undefined ? [] : [{ content, label: labelOf(item), field }];
    });
  }
  return [];
}
