import type { Refusal } from '../order/refusal.ts';
import type { OrderAccount } from '../receivable/order-account.ts';
import { owedOf } from '../receivable/owed.ts';
import { compare, type Decimal, sum } from '../value/decimal.ts';
import { allocatedTo, isPayable, perOrder } from './amounts.ts';
import type { PaymentContext } from './decision.ts';
import type { Allocation, Payment } from './payment.ts';

/** Whose money it is; a Payment fits, and so does one that is just being received. */
type Payer = Pick<Payment, 'customerCode' | 'currency'>;

/** Why these orders can't be given these amounts; null when they can, but for what the payment has left. */
export function refusedToGive(
  allocations: readonly Allocation[],
  payer: Payer,
  { accounts }: PaymentContext,
): Refusal | null {
  return (
    refusedAmounts(allocations) ??
    firstRefusal(perOrder(allocations), (entry) => {
      const account = accountOf(entry, accounts);
      return account === undefined ? unknownOrder(entry) : (otherPayer(payer, account) ?? exceedsOwed(entry, account));
    })
  );
}

/**
 * Why these amounts can't be taken back from these orders; null when they can. A closed order was paid, and stays so: only
 * what it doesn't cost any more, after a return, is free again.
 */
export function refusedToTake(
  allocations: readonly Allocation[],
  payment: Payment,
  { accounts }: PaymentContext,
): Refusal | null {
  return (
    refusedAmounts(allocations) ??
    firstRefusal(perOrder(allocations), (entry) => {
      const account = accountOf(entry, accounts);
      if (account === undefined) return unknownOrder(entry);
      const { status } = account.order;
      if ((status === 'closed' || status === 'archived') && compare(entry.amount, owedOf(account).overpaid) > 0)
        return { code: 'payment.order-closed', status, data: { order: entry.order } };
      const allocated = allocatedTo(entry.order, payment);
      return compare(entry.amount, allocated) <= 0
        ? null
        : {
            code: 'payment.exceeds-allocated',
            data: { order: entry.order, wanted: entry.amount, allocated, currency: payment.currency },
          };
    })
  );
}

/** Why the payment can't give so much more; null when it can. */
export const refusedBeyondFree = (wanted: Decimal, free: Decimal, currency: string): Refusal | null =>
  compare(wanted, free) <= 0 ? null : { code: 'payment.exceeds-free', data: { wanted, free, currency } };

export const totalOf = (allocations: readonly Allocation[]): Decimal => sum(allocations.map(({ amount }) => amount));

/** Asked of each entry as it was sent, before entries of one order are summed: a negative one must not hide in a sum. */
const refusedAmounts = (allocations: readonly Allocation[]): Refusal | null =>
  firstRefusal(allocations, ({ amount }) => refusedAmount(amount));

export const refusedAmount = (amount: Decimal): Refusal | null =>
  isPayable(amount) ? null : { code: 'payment.amount-invalid', data: { amount } };

const accountOf = ({ order }: Allocation, accounts: readonly OrderAccount[]): OrderAccount | undefined =>
  accounts.find((account) => account.order.number === order);

const unknownOrder = ({ order }: Allocation): Refusal => ({ code: 'order.not-found', data: { order } });

function otherPayer({ customerCode, currency }: Payer, { order }: OrderAccount): Refusal | null {
  if (order.customer.code !== customerCode)
    return {
      code: 'payment.customers-differ',
      data: { order: order.number, customer: customerCode, other: order.customer.name },
    };
  if (order.currency !== currency)
    return { code: 'payment.currencies-differ', data: { order: order.number, currency, other: order.currency } };
  return null;
}

function exceedsOwed({ amount }: Allocation, account: OrderAccount): Refusal | null {
  const { open } = owedOf(account);
  const { number: order, currency } = account.order;
  return compare(amount, open) <= 0
    ? null
    : { code: 'payment.exceeds-owed', data: { order, wanted: amount, open, currency } };
}

function firstRefusal(
  allocations: readonly Allocation[],
  guard: (entry: Allocation) => Refusal | null,
): Refusal | null {
  for (const entry of allocations) {
    const refused = guard(entry);
    if (refused !== null) return refused;
  }
  return null;
}
