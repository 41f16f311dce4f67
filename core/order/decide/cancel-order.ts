import { no, ok } from '../../value/result.ts';
import { refusal } from '../door.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, ToConfirm } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row X: before anything is shipped. Goods that left before the order was entered are gone as well: that is a return. */
export function cancelOrder(
  command: CommandOf<'cancel-order'>,
  order: ToConfirm | AwaitingCountersign | InExecution,
): OrderDecision {
  const left = order.lines.find(({ shippedDate }) => shippedDate !== undefined);
  if (left === undefined) return ok([{ type: 'order-cancelled', ...stamp(command) }]);
  const status = order.status === 'released' ? 'to-ship' : order.status;
  return no(refusal('cancel-order', status, 'cancel.goods-left', { line: `${left.line}`, item: left.itemCode }));
}
