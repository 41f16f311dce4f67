import type { StockedLine } from '../reallocation/reallocate.ts';
import type { Shipment } from '../shipment/shipment.ts';
import { maximum, subtract, zero } from '../value/decimal.ts';
import { progressOf } from './progress.ts';
import { dateDue } from './promise.ts';
import type { OrderState } from './state.ts';

/** A line as far as its stock goes; null when the order has no such line. */
export function stockedLineOf(order: OrderState, shipments: readonly Shipment[], line: number): StockedLine | null {
  const content = order.lines.find((each) => each.line === line);
  const progress = progressOf(order, shipments).find((each) => each.line === line);
  if (content === undefined || progress === undefined) return null;
  const due = dateDue(order, line);
  return {
    order: order.number,
    line,
    itemCode: content.itemCode,
    held: progress.reserved,
    lacking: maximum(zero, subtract(progress.open, progress.reserved)),
    ...(due !== undefined && { due }),
  };
}
