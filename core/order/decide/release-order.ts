import { isClassA } from '../../policy/customer-class.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { heldBack } from '../held-back.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row 7a (R67): only a class A customer is supplied before the countersigned copy is back. */
export function releaseOrder(
  command: CommandOf<'release-order'>,
  order: AwaitingCountersign,
  context: OrderContext,
): OrderDecision {
  const held = heldBack(command.type, 'confirm', order, context);
  if (held !== null) return no(held);
  const { customerClass, name } = order.customer;
  if (!isClassA(customerClass))
    return no(
      refusal('release-order', order.status, 'release.not-class-a', { customer: name, class: customerClass ?? '–' }),
    );
  return ok([{ type: 'released-before-countersign', ...stamp(command) }]);
}
