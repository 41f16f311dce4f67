import type { CheckContext } from '../context.ts';
import { hasItem, type ItemLine } from '../item-line.ts';
import { pricePaid } from '../line-amount.ts';
import { isPayableInBook, uncomparedOrders } from '../other-currency.ts';
import { inRowTerms, isAtLeast } from '../price-terms.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';

/**
 * What is left of the price after the discount isn't below the item's floor (R17). Who may go below is who may grant a low
 * margin. Prices in another currency than the list's are reported as not checked: there is no rate to compare them by.
 */
export const floorPrice: Rule = {
  name: 'floor-price',
  codes: ['price.below-floor'],
  scope: 'order',
  needs: ['floorPrices'],
  check: (context) => {
    if (context.policy.marginAuthority.some(({ role }) => context.roles.includes(role))) return [];
    return [
      ...context.lines.filter(hasItem).flatMap((line) => observe(line, context) ?? []),
      ...uncomparedOrders(floorPrice.name, context, ({ item }) => item.entry.floorPrice !== undefined),
    ];
  },
};

function observe(line: ItemLine, context: CheckContext): Observation | null {
  const net = pricePaid(line.parsed);
  const { entry } = line.item;
  const { knowledge, policy } = context;
  if (entry.floorPrice === undefined || net === null || !isPayableInBook(line.order, context)) return null;
  const floor = inRowTerms({ price: entry.floorPrice, tax: knowledge.prices?.tax }, line, context);
  if (!floor || isAtLeast(net, floor.exact, floor)) return null;
  const { currency } = line.order;
  const [least] = policy.marginAuthority;
  return {
    code: 'price.below-floor',
    at: { line, field: 'unitPrice' },
    expected: { kind: 'money', value: floor.price, currency },
    actual: { kind: 'money', value: net, currency },
    data: { ...itemData(entry), ...(least && { role: least.role, context: 'role' }) },
  };
}
