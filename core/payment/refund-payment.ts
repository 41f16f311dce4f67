import { stamp } from '../order/stamp.ts';
import { no, ok } from '../value/result.ts';
import { refusedAmount, refusedBeyondFree } from './allocation-guards.ts';
import { amountsOf } from './amounts.ts';
import type { PaymentCommandOf } from './command.ts';
import { happenedSince } from './dates.ts';
import type { PaymentDecision } from './decision.ts';
import type { Payment } from './payment.ts';

/** Money goes back to the customer; only what no order uses. */
export function refundPayment(command: PaymentCommandOf<'refund-payment'>, payment: Payment): PaymentDecision {
  const { amount, on, today } = command;
  const refused =
    refusedAmount(amount) ??
    happenedSince(payment, on, today) ??
    refusedBeyondFree(amount, amountsOf(payment).free, payment.currency);
  return refused === null ? ok([{ type: 'payment-refunded', amount, on, ...stamp(command) }]) : no(refused);
}
