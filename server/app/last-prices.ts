import { findCustomer } from '../../core/check/customer-index.ts';
import type { PastDeal } from '../../core/check/knowledge.ts';
import { customerHistory } from '../../core/order/customer-history.ts';
import { sameText } from '../../core/sheet/text.ts';
import type { LastPriceAsked } from '../../core/wire/last-prices.ts';
import type { Caller } from './company.ts';

/** What each customer paid for the item last time (R16): the very deals that rows are checked against. */
export async function lastPricesOf({ company, moment, profile }: Caller, asked: readonly LastPriceAsked[]) {
  const books = await company.store.read.books();
  const customers = books.customers?.kind === 'customers' ? books.customers.content : null;
  const codes = asked.map(({ customer }) => {
    const found = findCustomer(customers, customer);
    return found.kind === 'found' ? found.entry.code : null;
  });
  const known = [...new Set(codes.filter((code) => code !== null))];
  const orders = await company.store.read.records('order').ofCustomers(known);
  const { pastDeals } = customerHistory(
    orders.map(({ state }) => state),
    { today: moment.today, timeZone: profile.timeZone },
  );
  const deals = new Map(pastDeals.map((deal) => [keyOf(deal.customerCode, deal.itemCode), deal]));
  return {
    prices: asked.map(({ itemCode }, at) => {
      const code = codes[at];
      const deal = code ? deals.get(keyOf(code, itemCode)) : undefined;
      return deal ? shown(deal) : null;
    }),
  };
}

const keyOf = (customer: string, item: string): string => JSON.stringify([sameText(customer), sameText(item)]);

const shown = ({ lastPrice, currency, lastOn, lastOrder, lastQuantity }: PastDeal) => ({
  price: lastPrice,
  currency,
  on: lastOn,
  order: lastOrder,
  ...(lastQuantity !== undefined && { quantity: lastQuantity }),
});
