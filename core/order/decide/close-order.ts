import { mayClose } from '../../receivable/may-close.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { heldBack } from '../held-back.ts';
import { accountIn } from '../order-account.ts';
import { isGiven } from '../order-type.ts';
import { stamp } from '../stamp.ts';
import type { InExecution } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row 15: paid, invoiced, nothing open. */
export function closeOrder(
  command: CommandOf<'close-order'>,
  order: InExecution,
  context: OrderContext,
): OrderDecision {
  const { openBeside, invoices, money } = context;
  const held = heldBack(command.type, 'close', order, { ...context, status: 'completed' });
  if (held !== null) return no(held);
  if (openBeside.length > 0)
    return no(refusal(command.type, 'completed', 'close.still-open', { records: openBeside.join(', ') }));
  const { today, by } = command;
  const door = { today, roles: by.roles, policy: money.policy };
  const refused = isGiven(order) ? null : mayClose(accountIn(order, context), invoices, door);
  if (refused === null) return ok([{ type: 'order-closed', ...stamp(command) }]);
  return no({
    ...refusal(command.type, 'completed', refused.code, refused.data),
    ...(refused.who && { who: refused.who }),
  });
}
