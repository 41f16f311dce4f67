import { stamp } from '../order/stamp.ts';
import { no, ok } from '../value/result.ts';
import { refusedBeyondFree, refusedToGive, refusedToTake, totalOf } from './allocation-guards.ts';
import { amountsOf, perOrder } from './amounts.ts';
import type { PaymentCommandOf } from './command.ts';
import type { PaymentContext, PaymentDecision } from './decision.ts';
import type { Payment } from './payment.ts';

/** 核销: more of the payment goes to orders of its customer, never more than is free or than they still owe. */
export function allocatePayment(
  command: PaymentCommandOf<'allocate-payment'>,
  payment: Payment,
  context: PaymentContext,
): PaymentDecision {
  const allocations = perOrder(command.allocations);
  if (allocations.length === 0) return no({ code: 'payment.nothing' });
  const refused =
    refusedToGive(command.allocations, payment, context) ??
    refusedBeyondFree(totalOf(allocations), amountsOf(payment).free, payment.currency);
  return refused === null ? ok([{ type: 'payment-allocated', allocations, ...stamp(command) }]) : no(refused);
}

/** 取消核销: what was allocated is free again. */
export function releaseAllocation(
  command: PaymentCommandOf<'release-allocation'>,
  payment: Payment,
  context: PaymentContext,
): PaymentDecision {
  const allocations = perOrder(command.allocations);
  if (allocations.length === 0) return no({ code: 'payment.nothing' });
  const refused = refusedToTake(command.allocations, payment, context);
  return refused === null ? ok([{ type: 'allocation-released', allocations, ...stamp(command) }]) : no(refused);
}

/** From one order to others in one step, so that nobody takes in between what is free for a moment. */
export function moveAllocation(
  command: PaymentCommandOf<'move-allocation'>,
  payment: Payment,
  context: PaymentContext,
): PaymentDecision {
  const allocations = perOrder(command.allocations);
  if (allocations.length === 0) return no({ code: 'payment.nothing' });
  if (allocations.some(({ order }) => order === command.from))
    return no({ code: 'payment.same-order', data: { order: command.from } });
  const taken = [{ order: command.from, amount: totalOf(allocations) }];
  const refused = refusedToGive(command.allocations, payment, context) ?? refusedToTake(taken, payment, context);
  if (refused !== null) return no(refused);
  return ok([
    { type: 'allocation-released', allocations: taken, ...stamp(command) },
    { type: 'payment-allocated', allocations, ...stamp(command) },
  ]);
}
