import type { Refusal, RefusalCode } from '../../order/refusal.ts';
import { recordRefusal } from '../../record/door.ts';
import type { PlainDate } from '../../value/date.ts';
import type { ChangeRequest } from '../change.ts';
import type { ChangeableOrder } from '../changeable-order.ts';
import type { ChangeCommandType } from '../command.ts';
import type { ChangeContext } from '../decision.ts';
import { movedOrder, obstacle } from '../possible.ts';
import { changeLifecycle } from '../transitions.ts';

/** A refusal of this record, with where it stands and who could. */
export const refuse = (
  command: ChangeCommandType,
  change: ChangeRequest | null,
  code: RefusalCode,
  data?: Readonly<Record<string, string>>,
): Refusal => recordRefusal(changeLifecycle, command, change, code, data);

/** The order a change was asked of; the server must have loaded it. */
export function orderOf(change: ChangeRequest, { order }: ChangeContext): ChangeableOrder {
  if (order === null || order.content.number !== change.order)
    throw new Error(`change ${change.number}: order ${change.order} was not loaded`);
  return order;
}

/** The order has moved on since the change was asked, or goods have left that it is about. */
export function outdated(
  command: { readonly type: ChangeCommandType; readonly today: PlainDate },
  change: ChangeRequest,
  context: ChangeContext,
): Refusal | null {
  const order = orderOf(change, context);
  const found = movedOrder(change.against, order) ?? obstacle(change.items, order, command.today);
  return found === null ? null : refuse(command.type, change, found.code, found.data);
}
