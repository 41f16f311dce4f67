import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { colleaguesCalled, sameOwner } from '../owner.ts';
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
  const [owner, ...others] = 'role' in to ? [to] : colleaguesCalled(to.user, routing);
  const named = 'user' in to ? { user: to.user } : {};
  if (owner === undefined) return no(refusal(type, status, 'assign.user-unknown', named));
  if (others.length > 0) return no(refusal(type, status, 'assign.user-ambiguous', named));
  if (sameOwner(owner, order.owner)) return no(refusal(type, status, 'assign.same-owner'));
  return ok([{ type: 'order-assigned', owner: { ...owner, by: 'assigned' }, ...stamp(command) }]);
}
