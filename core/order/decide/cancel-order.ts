import type { Shipment } from '../../shipment/shipment.ts';
import { isZero } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { progressOf, statusOf } from '../progress.ts';
import { stamp } from '../stamp.ts';
import type {
  AwaitingCountersign,
  Draft,
  FaultyDraft,
  InExecution,
  InReview,
  OrderState,
  ToConfirm,
} from '../state.ts';
import { suppliesOf } from '../supply.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row X: before anything is shipped, made or bought. Goods that left before the order was entered are gone as well: that is a return. */
export function cancelOrder(
  command: CommandOf<'cancel-order'>,
  order: ToConfirm | AwaitingCountersign | InExecution,
  { shipments }: OrderContext,
): OrderDecision {
  const status = order.status === 'released' ? statusOf(order, shipments) : order.status;
  const left = goodsLeft(order, shipments);
  if (left !== null) return no(refusal('cancel-order', status, 'cancel.goods-left', left));
  const begun = suppliesOf(order).find(({ readyOn }) => readyOn !== undefined);
  if (begun !== undefined) return no(refusal('cancel-order', status, 'cancel.supply-begun', { line: `${begun.line}` }));
  return ok([{ type: 'order-cancelled', ...stamp(command) }]);
}

/** Row 3. Goods that left in an emergency stay bought: the order is mended, not given up. */
export function voidOrder(
  command: CommandOf<'void-order'>,
  order: Draft | FaultyDraft | InReview,
  { shipments }: OrderContext,
): OrderDecision {
  const left = shipments.length === 0 ? null : goodsLeft(order, shipments);
  return left === null
    ? ok([{ type: 'order-voided', ...stamp(command) }])
    : no(refusal('void-order', statusOf(order, shipments), 'cancel.goods-left', left));
}

/** The first line of which something has left, also before the order was entered; null while all of it is here. */
export function goodsLeft(
  order: OrderState,
  shipments: readonly Shipment[],
): { readonly line: string; readonly item: string } | null {
  const left = progressOf(order, shipments).find(({ shipped }) => !isZero(shipped))?.line;
  const content = order.lines.find(({ line }) => line === left);
  return content === undefined ? null : { line: `${content.line}`, item: content.itemCode };
}
