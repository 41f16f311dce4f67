import type { Refusal } from '../order/refusal.ts';
import { creditShare, prepaidShare, shareBeforeShipping } from '../payment/terms.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import type { Role } from '../policy/roles.ts';
import type { PlainDate } from '../value/date.ts';
import { add, compare, type Decimal, isZero, maximum, multiply, round, subtract, sum, zero } from '../value/decimal.ts';
import { balancesOf, type CustomerBalance } from './customer-balance.ts';
import { deliveredTotal } from './delivered.ts';
import type { CustomerAccount, Delivery, TermedAccount } from './order-account.ts';
import { owedOf, paidBy } from './owed.ts';

/** The day it is asked, and who would let it go: who may go beyond a credit limit depends on it. */
export interface DoorContext {
  readonly today: PlainDate;
  readonly roles: readonly Role[];
  readonly policy: Pick<MoneyPolicy, 'billsCountFrom' | 'credit' | 'currency'>;
  /** Row 10a: in which roles somebody answers for what is unpaid of these goods; absent = nobody does. */
  readonly answeredBy?: readonly Role[];
}

/** Rows 1 and 2, policy 6: a customer who is long overdue orders nothing new. Null when he may. */
export const mayOrder = (customer: CustomerAccount, { today, policy }: DoorContext): Refusal | null =>
  overdueBeyond(
    policy.credit.overdueStopDays,
    'credit.overdue-stops-orders',
    customer,
    balancesOf(customer, today, policy),
  );

/** Rows 7 and 8, R67: the prepayment the terms ask for is in. Null when production may begin. */
export function mayProduce(account: TermedAccount, { today, policy }: DoorContext): Refusal | null {
  const { owed, writtenOff } = owedOf(account);
  const required = round(multiply(owed, prepaidShare(account.terms)), 2);
  const paid = add(paidBy(account, today, policy), writtenOff);
  return missingMoney('payment.prepayment-missing', account, required, paid);
}

/**
 * Row 10, R37: the terms of every order in the shipment are satisfied. Null when these goods may leave: nothing of the
 * customer's is overdue for long; what is to be paid before shipping is paid, for the goods that leave and those that left;
 * what he would then owe stays within his limit.
 */
export function mayShip(goods: Delivery['lines'], customer: CustomerAccount, context: DoorContext): Refusal | null {
  const { answeredBy = [] } = context;
  const { beyond } = context.policy.credit;
  const stopped = answeredBy.includes(beyond) ? null : overdueForShipping(customer, context);
  if (stopped !== null) return { ...stopped, who: [beyond] };
  const unknown = goods.find(({ order }) => !customer.accounts.some((account) => account.order.number === order));
  if (unknown !== undefined) return { code: 'order.not-found', data: { order: unknown.order } };
  const { accounts, leaving } = withGone(goods, customer, context.today);
  for (const account of answeredBy.length > 0 ? [] : leaving) {
    const missing = missingBeforeShipping(account, context);
    if (missing !== null) return missing;
  }
  return trusted(leaving) ? beyondLimit({ ...customer, accounts }, context) : null;
}

/**
 * Row H: the customer may be trusted with goods that were held: nothing of his is overdue for so long that nothing ships, and
 * where they are to be paid afterwards he stays within his limit once they are gone. What he is to pay before is asked when
 * they leave.
 */
export function mayGoOn(goods: Delivery['lines'], customer: CustomerAccount, context: DoorContext): Refusal | null {
  const stopped = overdueForShipping(customer, context);
  if (stopped !== null) return stopped;
  const { accounts, leaving } = withGone(goods, customer, context.today);
  return trusted(leaving) ? beyondLimit({ ...customer, accounts }, context) : null;
}

const overdueForShipping = (customer: CustomerAccount, { today, policy }: DoorContext): Refusal | null =>
  overdueBeyond(
    policy.credit.overdueStopShippingDays,
    'credit.overdue-stops-shipping',
    customer,
    balancesOf(customer, today, policy),
  );

interface Gone {
  readonly accounts: readonly TermedAccount[];
  /** Those of the orders the goods are of. */
  readonly leaving: readonly TermedAccount[];
}

/** The accounts as they would be with the goods gone. */
function withGone(goods: Delivery['lines'], customer: CustomerAccount, today: PlainDate): Gone {
  const delivery: Delivery = { number: '', shippedOn: today, lines: goods };
  const accounts = customer.accounts.map((account) =>
    goods.some(({ order }) => order === account.order.number)
      ? { ...account, deliveries: [...account.deliveries, delivery] }
      : account,
  );
  return { accounts, leaving: accounts.filter(({ deliveries }) => deliveries.includes(delivery)) };
}

/** Some of them are paid after they have left. */
const trusted = (leaving: readonly TermedAccount[]): boolean =>
  leaving.some(({ terms }) => !isZero(creditShare(terms)));

/** The account as it would be with the goods gone. */
function missingBeforeShipping(account: TermedAccount, { today, policy }: DoorContext): Refusal | null {
  const { owed, writtenOff } = owedOf(account);
  const adjusted = sum(account.adjustments.map(({ amount }) => amount));
  const left = add(deliveredTotal(account), adjusted);
  const prepaid = multiply(owed, prepaidShare(account.terms));
  const required = round(add(prepaid, multiply(left, shareBeforeShipping(account.terms))), 2);
  const paid = add(paidBy(account, today, policy), writtenOff);
  return missingMoney('payment.balance-missing', account, required, paid);
}

function missingMoney(
  code: 'payment.prepayment-missing' | 'payment.balance-missing',
  { order }: TermedAccount,
  required: Decimal,
  paid: Decimal,
): Refusal | null {
  if (compare(paid, required) >= 0) return null;
  const missing = subtract(required, paid);
  return { code, data: { order: order.number, required, paid, missing, currency: order.currency } };
}

/** Policy 6. */
function overdueBeyond(
  days: number,
  code: 'credit.overdue-stops-orders' | 'credit.overdue-stops-shipping',
  { customerCode }: CustomerAccount,
  balances: readonly CustomerBalance[],
): Refusal | null {
  const late = balances.find(({ overdueDays }) => overdueDays > days);
  if (late === undefined) return null;
  const { overdue, currency, overdueDays } = late;
  return {
    code,
    data: { customer: customerCode, overdue, currency, days: `${overdueDays}`, allowed: `${days}` },
  };
}

/** Policy 5. The limit is in the house's currency, and so is all that is compared with it; prepayment lying free counts for him. */
function beyondLimit(
  customer: CustomerAccount,
  { today, roles, policy, answeredBy = [] }: DoorContext,
): Refusal | null {
  const { creditLimit: limit, customerCode } = customer;
  const balance = balancesOf(customer, today, policy).find(({ currency }) => currency === policy.currency);
  if (limit === null || balance === undefined) return null;
  const debt = maximum(zero, subtract(balance.receivable, balance.freePrepayment));
  const over = subtract(debt, limit);
  if (compare(over, zero) <= 0) return null;
  const { tolerance, within, beyond } = policy.credit;
  const who = compare(over, multiply(limit, tolerance)) <= 0 ? [within, beyond] : [beyond];
  if (who.some((role) => roles.includes(role) || answeredBy.includes(role))) return null;
  return {
    code: 'credit.exceeded',
    who,
    data: { customer: customerCode, debt, limit, over, currency: policy.currency },
  };
}
