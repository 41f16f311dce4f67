import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { colleagueCalled, sameOwner } from '../owner.ts';
import { statusOf } from '../progress.ts';
import { stamp } from '../stamp.ts';
import type { OrderState } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row O (R7): an order is handed over, to somebody who works here or to a role. */
export function assignOrder(
  command: CommandOf<'assign-order'>,
  order: OrderState,
  { shipments, routing }: OrderContext,
): OrderDecision {
  const { type, to } = command;
  const status = statusOf(order, shipments);
  const owner = 'role' in to ? to : colleagueCalled(to.user, routing);
  if (owner === null) return no(refusal(type, status, 'assign.user-unknown', 'user' in to ? { user: to.user } : {}));
  if (sameOwner(owner, order.owner)) return no(refusal(type, status, 'assign.same-owner'));
  return ok([{ type: 'order-assigned', owner: { ...owner, by: 'assigned' }, ...stamp(command) }]);
}
