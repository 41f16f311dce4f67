import { compare, type Decimal, multiply } from '../../value/decimal.ts';
import type { LineInCheck } from '../context.ts';
import type { PastDeal } from '../knowledge.ts';
import { pastDealOf } from '../past-deals.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';
import { countedIn, quantityIn, ratioOf } from '../unit-conversion.ts';

/**
 * No customer orders many times what he ever ordered of an item in twelve months without somebody asking (R6, policy 9): one
 * zero too many. What he never bought has no usual quantity.
 */
export const usualQuantity: Rule = {
  name: 'usual-quantity',
  codes: ['quantity.unusual'],
  scope: 'row',
  needs: ['pastDeals'],
  check: ({ knowledge: { pastDeals = [] }, lines, policy: { unusual } }) =>
    lines.flatMap((line): Observation[] => {
      const quantity = quantityOf(line);
      const deal = pastDealOf(line, pastDeals);
      const { largestQuantity } = deal ?? {};
      if (quantity === null || !deal || largestQuantity === undefined) return [];
      if (compare(quantity, multiply(largestQuantity, unusual.quantityFactor)) <= 0) return [];
      const unit = unitOf(line);
      return [
        {
          code: 'quantity.unusual',
          at: { line, field: 'quantity' },
          expected: { kind: 'quantity', value: largestQuantity, ...unit },
          actual: { kind: 'quantity', value: quantity, ...unit },
          data: { ...itemOf(line, deal), times: unusual.quantityFactor },
        },
      ];
    }),
};

/** In the unit the item is kept in, as past deals are: 3箱 are 72. Null while it is missing or can't be told. */
function quantityOf({ item, parsed }: LineInCheck): Decimal | null {
  const { quantity } = parsed;
  if (quantity === undefined || item.kind !== 'found') return quantity ?? null;
  const ratio = ratioOf(countedIn(parsed), item.entry, parsed);
  return ratio && quantityIn(ratio, quantity);
}

const unitOf = ({ item, parsed }: LineInCheck): { unit?: string } => {
  const unit = item.kind === 'found' ? item.entry.unit : parsed.unit;
  return unit === undefined ? {} : { unit };
};

const itemOf = ({ item }: LineInCheck, { itemCode }: PastDeal): Record<string, string> =>
  itemData(item.kind === 'found' ? item.entry : { code: itemCode });
