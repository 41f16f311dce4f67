import type { OrderEvent } from '../order/event.ts';
import { type OrderAndShipments, progressOf, statusOf } from '../order/progress.ts';
import { lettersOf } from '../order/promise.ts';
import { supplyOf } from '../order/supply.ts';
import type { ChangeableOrder } from './changeable-order.ts';

/** The order as a change request sees it. `events`: all of its own, for lines that are gone keep their numbers. */
export function changeableOrderOf(
  { order, shipments }: OrderAndShipments,
  events: readonly OrderEvent[],
): ChangeableOrder {
  const contents = events.flatMap((event) => ('content' in event ? [event.content] : []));
  // Rows that were only ever saved with errors have no line; nobody changes a draft by a request.
  const content = contents.at(-1) ?? order;
  return {
    content,
    status: statusOf(order, shipments),
    letter: lettersOf(order).at(-1)?.revision ?? 0,
    lastLine: Math.max(0, ...contents.flatMap(({ lines }) => lines.map(({ line }) => line))),
    lines: progressOf(order, shipments).map(({ line, shipped }) => ({
      line,
      shipped,
      begun: supplyOf(order, line)?.readyOn !== undefined,
    })),
  };
}
