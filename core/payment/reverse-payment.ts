import { stamp } from '../order/stamp.ts';
import { isZero } from '../value/decimal.ts';
import { no, ok } from '../value/result.ts';
import { amountsOf } from './amounts.ts';
import type { PaymentCommandOf } from './command.ts';
import { happenedSince } from './dates.ts';
import type { PaymentDecision } from './decision.ts';
import type { Payment } from './payment.ts';

/**
 * The money is gone, or never was: no order is paid by it any more, not even a closed one. A bill bounces months later and
 * can't be forbidden to. What was refunded of it isn't there to be taken back, so the refund has to be settled first.
 */
export function reversePayment(command: PaymentCommandOf<'reverse-payment'>, payment: Payment): PaymentDecision {
  const { on, cause, today } = command;
  const { refunded } = amountsOf(payment);
  if (!isZero(refunded)) {
    const data = { payment: payment.number, refunded, currency: payment.currency };
    return no({ code: 'payment.refunded', data });
  }
  const refused = happenedSince(payment, on, today);
  return refused === null ? ok([{ type: 'payment-reversed', on, cause, ...stamp(command) }]) : no(refused);
}
