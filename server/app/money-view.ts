import type { Invoice } from '../../core/invoice/invoice.ts';
import { invoicedOf, invoiceTotals } from '../../core/invoice/invoiced-of.ts';
import type { Opening } from '../../core/opening/opening.ts';
import type { OrderNumber, OrderState, Stamp } from '../../core/order/state.ts';
import type { OrderStatus } from '../../core/order/status.ts';
import { amountsOf } from '../../core/payment/amounts.ts';
import type { Payment } from '../../core/payment/payment.ts';
import { may } from '../../core/policy/permissions.ts';
import { balancesOf } from '../../core/receivable/customer-balance.ts';
import { earnestMoneyOver } from '../../core/receivable/earnest-money.ts';
import type { MoneyBasis, TermedAccount } from '../../core/receivable/order-account.ts';
import { type OrderPayment, paymentOf } from '../../core/receivable/payment-of.ts';
import { isZero } from '../../core/value/decimal.ts';
import type { WriteOff } from '../../core/write-off/write-off.ts';
import type { Caller } from './company.ts';

/** Everything the screens show of money is put together here, from records as they were read. */
export function paymentViewOf(payment: Payment) {
  const { allocated, free, refunded } = amountsOf(payment);
  const { recorded, refunds, reversed, ...rest } = payment;
  return {
    ...rest,
    allocated,
    free,
    refunded,
    refunds: refunds.map(({ amount, on, ...stamp }) => ({ amount, on, ...stampView(stamp) })),
    ...(reversed && { reversed: { on: reversed.on, cause: reversed.cause, ...stampView(reversed) } }),
    recorded: stampView(recorded),
  };
}

export const openingViewOf = ({ recorded, ...rest }: Opening) => ({ ...rest, recorded: stampView(recorded) });

export function writeOffViewOf({ recorded, undone, ...rest }: WriteOff) {
  return {
    ...rest,
    ...(undone && { undone: { on: undone.on, ...stampView(undone) } }),
    recorded: stampView(recorded),
  };
}

export function invoiceViewOf(invoice: Invoice) {
  const { recorded, reversals, ...rest } = invoice;
  return {
    ...rest,
    reversals: reversals.map(({ redNumber, on, lines, ...stamp }) => ({ redNumber, on, lines, ...stampView(stamp) })),
    ...invoiceTotals(invoice),
    recorded: stampView(recorded),
  };
}

const stampView = ({ at, by, reason }: Stamp) => ({ at, by: by.name, ...(reason === undefined ? {} : { reason }) });

/** The two axes of an order that money moves, each only for whoever may see it. */
export function orderMoneyOf(order: OrderState, invoices: readonly Invoice[], money: MoneyBasis, caller: Caller) {
  const { roles } = caller.user;
  const account = money.customer.accounts.find((each) => each.order.number === order.number);
  const { axis, amount, tax } = invoicedOf({ order, invoices });
  return {
    ...(account && may(roles, 'credit.read') && { payment: paymentAxisOf(account, money, caller) }),
    ...(may(roles, 'invoices.read') && { invoiced: { axis, amount, tax } }),
  };
}

function paymentAxisOf(account: TermedAccount, { policy }: MoneyBasis, { moment }: Caller) {
  const { axis, owed, paid, open, due, overdue, dueOn } = paymentOf(account, moment.today, policy);
  return { axis, owed, paid, open, due, overdue, dueOn };
}

/** What a customer owes and has paid. Orders that are over and settled don't bear on it; his statement has them. */
export function customerAccountViewOf(
  { customer, policy }: MoneyBasis,
  beside: BesideAccount,
  { moment: { today } }: Caller,
) {
  const orders = customer.accounts
    .map((account) => ({ account, payment: paymentOf(account, today, policy) }))
    .filter(isAlive);
  const shown = new Set<string>(orders.map(({ account }) => account.order.number));
  return {
    customerCode: customer.customerCode,
    today,
    creditLimit: customer.creditLimit,
    balances: balancesOf(customer, today, policy),
    orders: orders.map(({ account, payment }) => accountOrder({ account, payment }, beside, policy)),
    payments: customer.payments
      .filter(
        (payment) => !isZero(amountsOf(payment).free) || payment.allocations.some(({ order }) => shown.has(order)),
      )
      .map(paymentViewOf),
  };
}

/** What the view says of the customer's orders that the account doesn't know. */
export interface BesideAccount {
  readonly invoices: readonly Invoice[];
  readonly statuses: ReadonlyMap<OrderNumber, OrderStatus>;
}

interface Standing {
  readonly account: TermedAccount;
  readonly payment: OrderPayment;
}

const isAlive = ({ account, payment }: Standing): boolean =>
  !over.has(account.order.status) || !isZero(payment.open) || !isZero(payment.overpaid);

const over: ReadonlySet<OrderState['status']> = new Set(['closed', 'archived', 'void', 'cancelled']);

function accountOrder(
  { account, payment: { axis, receivable: _receivable, allocated: _allocated, ...payment } }: Standing,
  { invoices, statuses }: BesideAccount,
  policy: MoneyBasis['policy'],
) {
  const { order, terms } = account;
  const { number, currency, total } = order;
  const status = statuses.get(number);
  if (status === undefined) throw new Error(`order ${number} was not read`);
  const earnest = earnestMoneyOver(account, policy);
  return {
    number,
    status,
    currency,
    total,
    terms: terms.map(({ share, when }) => ({ share, ...when })),
    payment: axis,
    ...payment,
    invoiced: invoicedOf({ order, invoices }).axis,
    ...(earnest && { earnestMoneyOver: earnest }),
  };
}
