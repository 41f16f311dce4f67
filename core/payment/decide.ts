import { no, unreachable } from '../value/result.ts';
import { allocatePayment, moveAllocation, releaseAllocation } from './allocate-payment.ts';
import type { PaymentCommand } from './command.ts';
import type { PaymentContext, PaymentDecision } from './decision.ts';
import { closedMoneyDoor } from './door.ts';
import type { Payment } from './payment.ts';
import { receivePayment } from './receive-payment.ts';
import { refundPayment } from './refund-payment.ts';
import { reversePayment } from './reverse-payment.ts';

/** What a command does to a payment (null = money that isn't recorded yet). Pure. */
export function decidePayment(
  command: PaymentCommand,
  payment: Payment | null,
  context: PaymentContext,
): PaymentDecision {
  const closed = closedMoneyDoor(command);
  if (closed !== null) return no(closed);
  if (command.type === 'receive-payment') {
    if (payment !== null) throw new Error(`number ${command.number} is taken by another payment`);
    return receivePayment(command, context);
  }
  if (payment === null) return no({ code: 'payment.not-found' });
  if (payment.reversed !== undefined)
    return no({ code: 'payment.reversed', data: { payment: payment.number, date: payment.reversed.on } });
  switch (command.type) {
    case 'allocate-payment':
      return allocatePayment(command, payment, context);
    case 'release-allocation':
      return releaseAllocation(command, payment, context);
    case 'move-allocation':
      return moveAllocation(command, payment, context);
    case 'refund-payment':
      return refundPayment(command, payment);
    case 'reverse-payment':
      return reversePayment(command, payment);
    default:
      return unreachable(command);
  }
}
