import { stamp } from '../order/stamp.ts';
import { no, ok } from '../value/result.ts';
import { refusedAmount, refusedBeyondFree, refusedToGive, totalOf } from './allocation-guards.ts';
import { perOrder } from './amounts.ts';
import type { PaymentCommandOf } from './command.ts';
import { happenedBy } from './dates.ts';
import type { PaymentContext, PaymentDecision } from './decision.ts';

/** Money came in, for named orders or for none yet: what isn't allocated is the customer's prepayment. */
export function receivePayment(command: PaymentCommandOf<'receive-payment'>, context: PaymentContext): PaymentDecision {
  const { number, customerCode, kind, means, amount, currency, receivedOn, reference } = command;
  if (!context.isCustomer) return no({ code: 'customer.not-found', data: { customer: customerCode } });
  const allocations = perOrder(command.allocations);
  const refused =
    refusedAmount(amount) ??
    happenedBy(receivedOn, command.today) ??
    refusedToGive(command.allocations, command, context) ??
    refusedBeyondFree(totalOf(allocations), amount, currency);
  if (refused !== null) return no(refused);
  if ('dueOn' in means && means.dueOn < receivedOn)
    return no({ code: 'payment.bill-past-due', data: { bill: means.bill, date: means.dueOn } });
  const payment = {
    number,
    customerCode,
    kind,
    means,
    amount,
    currency,
    receivedOn,
    ...(reference === undefined ? {} : { reference }),
  };
  const received = { type: 'payment-received', payment, ...stamp(command) } as const;
  return ok(
    allocations.length === 0 ? [received] : [received, { type: 'payment-allocated', allocations, ...stamp(command) }],
  );
}
