import type { OrderNumber } from '../order/state.ts';
import { compare, type Decimal, subtract, sum, zero } from '../value/decimal.ts';
import { placesOf } from '../value/scaled.ts';
import type { Allocation, Payment } from './payment.ts';

/** What became of a payment; `received` = allocated + free + refunded + reversed. */
export interface PaymentAmounts {
  readonly received: Decimal;
  readonly allocated: Decimal;
  /** Not allocated: the customer's prepayment. */
  readonly free: Decimal;
  readonly refunded: Decimal;
  readonly reversed: Decimal;
}

export function amountsOf({ amount, allocations, refunds, reversed }: Payment): PaymentAmounts {
  const allocated = sum(allocations.map((allocation) => allocation.amount));
  const refunded = sum(refunds.map((refund) => refund.amount));
  const rest = subtract(amount, sum([allocated, refunded]));
  return {
    received: amount,
    allocated,
    free: reversed === undefined ? rest : zero,
    refunded,
    reversed: reversed === undefined ? zero : rest,
  };
}

/** What of the payment goes to this order. */
export const allocatedTo = (order: OrderNumber, { allocations }: Pick<Payment, 'allocations'>): Decimal =>
  allocations.find((allocation) => allocation.order === order)?.amount ?? zero;

/** One entry an order: two entries of one order must not each pass a limit. */
export function perOrder(allocations: readonly Allocation[]): readonly Allocation[] {
  const orders = [...new Set(allocations.map(({ order }) => order))];
  return orders.map((order) => ({
    order,
    amount: sum(allocations.filter((allocation) => allocation.order === order).map(({ amount }) => amount)),
  }));
}

/** An amount somebody can pay: above 0, in cents at the finest. */
export const isPayable = (amount: Decimal): boolean => compare(amount, zero) > 0 && placesOf(amount) <= 2;
