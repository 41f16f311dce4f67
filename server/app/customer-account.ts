import { customMadeIn } from '../../core/check/custom-made.ts';
import type { CustomerBook, PriceBook } from '../../core/check/knowledge.ts';
import type { Actor } from '../../core/policy/roles.ts';
import { type CustomerRecords, customerAccountOf, orderAccountsOf } from '../../core/receivable/customer-account.ts';
import type { MoneyBasis, OrderAccount } from '../../core/receivable/order-account.ts';
import type { Load, Loaded, Transaction } from '../ports.ts';
import type { Caller } from './company.ts';
import { moneyPolicyFor } from './money-policy.ts';
import { ordersConfirmed } from './orders-confirmed.ts';

/**
 * A transaction's locks and load with all that the accounts of these customers are made of. Whatever changes what a
 * customer owes, or is let through by it, holds his lock: two payments can't settle one debt, and nothing ships on money
 * that is just being taken back.
 */
export function withAccounts(
  customerCodes: readonly string[],
  { locks, load }: Pick<Transaction<unknown>, 'locks' | 'load'>,
): Pick<Transaction<unknown>, 'locks' | 'load'> {
  const ofCustomer = [...new Set(customerCodes)];
  const { records = {} } = load;
  const all: Load['records'] = {
    ...records,
    order: { ...records.order, ofCustomer },
    shipment: { ...records.shipment, ofCustomer },
    payment: { ...records.payment, ofCustomer },
    'write-off': { ...records['write-off'], ofCustomer },
    return: { ...records.return, ofCustomer },
    opening: { ...records.opening, ofCustomer },
  };
  return { locks: [...locks, ...ofCustomer.map((code) => `customer:${code}`)], load: { ...load, records: all } };
}

/** What of the whole house a decision depends on: how old its records are, and who works there. No transaction has to lock it. */
export interface HouseFacts {
  readonly confirmedInAll: number;
  readonly staff: readonly Actor[];
}
export async function readHouse({ company }: Caller): Promise<HouseFacts> {
  const [confirmedInAll, users] = await Promise.all([
    ordersConfirmed(company.store.read),
    company.store.accounts.users(),
  ]);
  return { confirmedInAll, staff: users.map(({ id, name, roles }) => ({ userId: id, name, roles })) };
}

/** What the doors of money ask, as the transaction loaded it (`withAccounts`). */
export const moneyIn = (caller: Caller, customerCode: string, loaded: Loaded, house: HouseFacts): MoneyBasis =>
  moneyBasis(caller, recordsIn(customerCode, loaded), { customers: loaded.customers, prices: loaded.prices, ...house });

/** The customer's orders with what was paid on them, as the transaction loaded it; terms don't matter. */
export const accountsIn = ({ profile }: Caller, customerCode: string, loaded: Loaded): readonly OrderAccount[] =>
  orderAccountsOf(recordsIn(customerCode, loaded), profile.timeZone);

/** The same as `moneyIn`, to look at only; null = he stands in no book and has no records. */
export async function readMoney(caller: Caller, customerCode: string): Promise<MoneyBasis | null> {
  const { read } = caller.company.store;
  const of = [customerCode];
  const [orders, shipments, payments, writeOffs, returns, openings, books, house] = await Promise.all([
    read.records('order').ofCustomers(of),
    read.records('shipment').ofCustomers(of),
    read.records('payment').ofCustomers(of),
    read.records('write-off').ofCustomers(of),
    read.records('return').ofCustomers(of),
    read.records('opening').ofCustomers(of),
    read.books(),
    readHouse(caller),
  ]);
  const records: CustomerRecords = {
    customerCode,
    orders: statesOf(orders),
    shipments: statesOf(shipments),
    payments: statesOf(payments),
    writeOffs: statesOf(writeOffs),
    returns: statesOf(returns),
    openings: statesOf(openings),
  };
  const customers = books.customers?.kind === 'customers' ? books.customers.content : null;
  const prices = books.prices?.kind === 'prices' ? books.prices.content : null;
  if (!isKnown(records, customers)) return null;
  return moneyBasis(caller, records, { customers, prices, ...house });
}

/** Whether somebody of this code is a customer of the house, as the transaction loaded it. */
export const isCustomerIn = (customerCode: string, loaded: Loaded): boolean =>
  isKnown(recordsIn(customerCode, loaded), loaded.customers);

const isKnown = ({ customerCode, orders, payments }: CustomerRecords, customers: CustomerBook | null): boolean =>
  orders.length > 0 || payments.length > 0 || (customers?.customers.some(({ code }) => code === customerCode) ?? false);

function recordsIn(customerCode: string, loaded: Loaded): CustomerRecords {
  return {
    customerCode,
    orders: statesOf(loaded.records('order').ofCustomer(customerCode)),
    shipments: statesOf(loaded.records('shipment').ofCustomer(customerCode)),
    payments: statesOf(loaded.records('payment').ofCustomer(customerCode)),
    writeOffs: statesOf(loaded.records('write-off').ofCustomer(customerCode)),
    returns: statesOf(loaded.records('return').ofCustomer(customerCode)),
    openings: statesOf(loaded.records('opening').ofCustomer(customerCode)),
  };
}

interface Surroundings extends HouseFacts {
  readonly customers: CustomerBook | null;
  readonly prices: PriceBook | null;
}

function moneyBasis(
  caller: Caller,
  records: CustomerRecords,
  { customers, prices, confirmedInAll }: Surroundings,
): MoneyBasis {
  const policy = moneyPolicyFor(caller);
  const { timeZone } = caller.profile;
  const isCustomMade = customMadeIn(prices);
  return {
    customer: customerAccountOf(records, { policy, timeZone, customers, isCustomMade, confirmedInAll }),
    policy,
  };
}

const statesOf = <State>(records: readonly { readonly state: State }[]): readonly State[] =>
  records.map(({ state }) => state);
