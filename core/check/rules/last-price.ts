import { absolute, compare, type Decimal, divide, round, subtract, zero } from '../../value/decimal.ts';
import type { CheckContext } from '../context.ts';
import { hasItem, type ItemLine } from '../item-line.ts';
import type { PastDeal } from '../knowledge.ts';
import { pricePaid } from '../line-amount.ts';
import { pastDealOf } from '../past-deals.ts';
import { inRowTerms } from '../price-terms.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';

/** The net price is about what the customer paid for the item last time, in the same currency (R6, R16, policy 9). */
export const lastPrice: Rule = {
  name: 'last-price',
  codes: ['price.unlike-last'],
  scope: 'row',
  needs: ['pastDeals'],
  check: (context) =>
    context.lines.filter(hasItem).flatMap((line) => {
      const deal = pastDealOf(line, context.knowledge.pastDeals ?? []);
      return deal?.currency === line.order.currency ? (observe(line, deal, context) ?? []) : [];
    }),
};

function observe(line: ItemLine, deal: PastDeal, context: CheckContext): Observation | null {
  const net = pricePaid(line.parsed);
  const last = inRowTerms({ price: deal.lastPrice, tax: undefined }, line, context);
  if (net === null || !last || compare(last.exact, zero) <= 0) return null;
  const change = divide(subtract(net, last.exact), last.exact);
  if (compare(absolute(change), context.policy.unusual.priceDifference) <= 0) return null;
  const { currency } = line.order;
  return {
    code: 'price.unlike-last',
    at: { line, field: 'unitPrice' },
    expected: { kind: 'money', value: last.price, currency },
    actual: { kind: 'money', value: round(net, 4), currency },
    data: {
      ...itemData(line.item.entry),
      on: deal.lastOn,
      lastOrder: deal.lastOrder,
      ...percent(change),
    },
  };
}

/** `discount`: per cent below the last price, negative when above it; a hint to the eye. */
const percent = (change: Decimal): Record<string, string> => ({
  discount: (Number(change) * -100).toFixed(1),
  context: compare(change, zero) < 0 ? 'below' : 'above',
});
