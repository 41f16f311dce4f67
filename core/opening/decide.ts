import type { Refusal } from '../order/refusal.ts';
import { stamp } from '../order/stamp.ts';
import { closedTo } from '../payment/door.ts';
import { openingDoor } from '../policy/money-doors.ts';
import { worthBefore } from '../receivable/left-before.ts';
import type { PayableOrder } from '../receivable/order-account.ts';
import { compare, isNegative, isZero } from '../value/decimal.ts';
import { no, ok, type Result } from '../value/result.ts';
import { placesOf } from '../value/scaled.ts';
import type { OpeningCommand, OpeningEvent } from './opening.ts';

export type OpeningDecision = Result<readonly OpeningEvent[], Refusal>;

/** Records what was still unpaid of an order when the book began, or corrects it (R45). Null = there is no such order. Pure. */
export function decideOpening(command: OpeningCommand, order: PayableOrder | null): OpeningDecision {
  const closed = closedTo(command, openingDoor);
  if (closed !== null) return no(closed);
  if (order === null) return no({ code: 'order.not-found' });
  const { open } = command;
  const { number, currency, customer, status } = order;
  if (status === 'closed' || status === 'archived' || status === 'destroyed')
    return no({ code: 'payment.order-closed', data: { order: number } });
  if (isNegative(open) || placesOf(open) > 2) return no({ code: 'payment.amount-invalid', data: { amount: open } });
  const worth = worthBefore(order);
  if (isZero(worth)) return no({ code: 'opening.nothing-left-before', data: { order: number } });
  if (compare(open, worth) > 0)
    return no({ code: 'opening.exceeds-worth', data: { order: number, wanted: open, worth, currency } });
  return ok([{ type: 'opening-recorded', number, customerCode: customer.code, currency, open, ...stamp(command) }]);
}
