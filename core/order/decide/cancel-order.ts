import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { statusOf } from '../progress.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, ToConfirm } from '../state.ts';
import { suppliesOf } from '../supply.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row X: before anything is shipped, made or bought. Goods that left before the order was entered are gone as well: that is a return. */
export function cancelOrder(
  command: CommandOf<'cancel-order'>,
  order: ToConfirm | AwaitingCountersign | InExecution,
  { shipments }: OrderContext,
): OrderDecision {
  const status = order.status === 'released' ? statusOf(order, shipments) : order.status;
  const left = order.lines.find(({ shippedDate }) => shippedDate !== undefined);
  if (left !== undefined)
    return no(refusal('cancel-order', status, 'cancel.goods-left', { line: `${left.line}`, item: left.itemCode }));
  const begun = suppliesOf(order).find(({ readyOn }) => readyOn !== undefined);
  if (begun !== undefined) return no(refusal('cancel-order', status, 'cancel.supply-begun', { line: `${begun.line}` }));
  return ok([{ type: 'order-cancelled', ...stamp(command) }]);
}
