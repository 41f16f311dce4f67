import type { OrderContent, OrderLine } from '../order/state.ts';
import type { ShipmentLine } from '../shipment/shipment.ts';

/** The order's line that a line of a shipment points to. @throws Error when its order was not given: papers have no gaps */
export function shippedLine(orders: readonly OrderContent[], { order: number, line }: ShipmentLine): OrderLine {
  const found = orders.find((order) => order.number === number)?.lines.find((candidate) => candidate.line === line);
  if (!found) throw new Error(`a shipment points to line ${line} of ${number}, which was not given`);
  return found;
}

/** What the shipment's orders say of one thing, each once: "HY-2026-1, HY-2026-2". */
export const listed = (texts: readonly (string | null | undefined)[]): string =>
  [...new Set(texts.filter((text) => text !== null && text !== undefined))].join(', ');
