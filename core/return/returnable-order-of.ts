import { type OrderAndShipments, progressOf } from '../order/progress.ts';
import { zero } from '../value/decimal.ts';
import type { ReturnableOrder } from './decision.ts';

/** The order as a return sees it, whatever its status: what of each line the customer has signed for. */
export function returnableOrderOf({ order, shipments }: OrderAndShipments): ReturnableOrder {
  const progress = progressOf(order, shipments);
  return {
    number: order.number,
    customerCode: order.customer.code,
    lines: order.lines.map(({ line, itemCode, quantity, unit }, index) => ({
      line,
      itemCode,
      ordered: quantity,
      ...(unit !== undefined && { unit }),
      received: progress[index]?.received ?? zero,
    })),
  };
}
