import { hasItem, type ItemLine } from '../item-line.ts';
import { itemNamedAt } from '../place.ts';
import { areComparable, liesIn } from '../region.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';

/**
 * An item that is licensed to some sales regions goes to no other (R11). Where nobody says where the customer is, or names
 * alone don't tell whether his place lies in one of them, the row is reported as not checked.
 */
export const allowedRegion: Rule = {
  name: 'allowed-region',
  codes: ['region.not-allowed'],
  scope: 'row',
  needs: ['prices'],
  check: ({ lines }) => lines.filter(hasItem).flatMap((line) => observe(line) ?? []),
};

function observe(line: ItemLine): Observation | null {
  const { entry } = line.item;
  const { regions } = entry;
  const region = regionOf(line);
  if (regions === undefined || (region !== undefined && regions.some((allowed) => liesIn(region, allowed))))
    return null;
  const seen = {
    at: { line, field: itemNamedAt(line) },
    expected: { kind: 'text', value: regions.join(', ') },
    ...(region !== undefined && { actual: { kind: 'text', value: region } as const }),
  } as const;
  if (region !== undefined && regions.every((allowed) => areComparable(region, allowed)))
    return { code: 'region.not-allowed', ...seen, data: itemData(entry) };
  // The customer is put right first.
  if (region === undefined && ['unknown', 'ambiguous', 'unnamed'].includes(line.order.customer.kind)) return null;
  const context = region === undefined ? 'region' : 'region-unclear';
  return { code: 'check.not-run', ...seen, data: { ...itemData(entry), rule: allowedRegion.name, context } };
}

/** Where the goods go: the order's word before the customer book's. */
const regionOf = ({ order: { customer, parsed } }: ItemLine): string | undefined =>
  parsed.region ?? (customer.kind === 'found' ? customer.entry.region : undefined);
