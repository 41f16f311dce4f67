import type { LineInCheck } from '../context.ts';
import { itemFields } from '../place.ts';
import { liesIn } from '../region.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';

/**
 * An item that is licensed to some sales regions goes to no other (R11). Where neither order nor customer book says where the
 * customer is, there is nothing to compare.
 */
export const allowedRegion: Rule = {
  name: 'allowed-region',
  codes: ['region.not-allowed'],
  scope: 'row',
  needs: ['prices'],
  check: ({ lines }) =>
    lines.flatMap((line): Observation[] => {
      const region = regionOf(line);
      const regions = line.item.kind === 'found' ? line.item.entry.regions : undefined;
      if (region === undefined || regions === undefined || regions.some((allowed) => liesIn(region, allowed)))
        return [];
      return [
        {
          code: 'region.not-allowed',
          at: { line, field: itemFields(line) },
          expected: { kind: 'text', value: regions.join(', ') },
          actual: { kind: 'text', value: region },
          data: line.item.kind === 'found' ? itemData(line.item.entry) : {},
        },
      ];
    }),
};

/** Where the goods go: the order's word before the customer book's. */
const regionOf = ({ order: { customer, parsed } }: LineInCheck): string | undefined =>
  parsed.region ?? (customer.kind === 'found' ? customer.entry.region : undefined);
