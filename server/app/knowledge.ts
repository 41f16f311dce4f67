import { findCustomer } from '../../core/check/customer-index.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import { withheld } from '../../core/check/withhold.ts';
import { customerHistory } from '../../core/order/customer-history.ts';
import { secretsFrom } from '../../core/policy/permissions.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { Caller, Company } from './company.ts';
import { orderNames } from './order-names.ts';
import { ordersConfirmed } from './orders-confirmed.ts';

/** What rows are checked against: the books published last, and what open orders hold. */
export async function publishedBooks({ store }: Company): Promise<Knowledge> {
  const [books, openDemand] = await Promise.all([store.read.books(), store.read.openDemand()]);
  return {
    prices: books.prices?.kind === 'prices' ? books.prices.content : null,
    stock: books.stock?.kind === 'stock' ? books.stock.content : null,
    customers: books.customers?.kind === 'customers' ? books.customers.content : null,
    openDemand,
  };
}

/** What the caller's own Excel or browser checks with. Customers' histories stay here: its check asks for them (`check`). */
export const knowledgeToHandOut = async ({ company, user }: Caller): Promise<Knowledge> =>
  withheld(await publishedBooks(company), secretsFrom(user.roles));

/**
 * All there is to know for these rows: also what their customers bought before and owe. Orders that the rows are themselves,
 * posted again, don't count against them.
 */
export async function knowledgeFor(caller: Caller, batch: ParsedBatch): Promise<Knowledge> {
  const { company, moment, profile } = caller;
  const books = await publishedBooks(company);
  const known = batch.orders.flatMap((order) => {
    const customer = findCustomer(books.customers, order.customer);
    return customer.kind === 'found' ? [{ order, customerCode: customer.entry.code }] : [];
  });
  const own = new Set(known.map(({ order, customerCode }) => orderNames(company, order, customerCode).orderKey));
  const customers = [...new Set(known.map(({ customerCode }) => customerCode))];
  const orders = await company.store.read.records('order').ofCustomers(customers);
  const states = orders.map(({ state }) => state);
  const others = states.filter(({ orderKey }) => !own.has(orderKey));
  // Those with a number of their own the check tells itself, and keeps their place before others.
  const unnumbered = new Set(
    states.filter(({ key, orderKey }) => key === null && own.has(orderKey)).map(({ number }): string => number),
  );
  return {
    ...books,
    openDemand: books.openDemand.filter(({ orderNumber }) => !unnumbered.has(orderNumber)),
    ordersConfirmed: await ordersConfirmed(company.store.read),
    ...customerHistory(others, { today: moment.today, timeZone: profile.timeZone }),
  };
}
