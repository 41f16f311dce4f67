import { deliveredLines } from '../shipment/delivered-lines.ts';
import type { Shipment, ShipmentLine } from '../shipment/shipment.ts';
import { compare, type Decimal, isZero, maximum, subtract, sum, zero } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import type { InExecution, OrderLine, OrderState, Reservation } from './state.ts';
import type { OrderStatus } from './status.ts';
import { readyOf, suppliesOf, supplyOf } from './supply.ts';

/** An order with the shipments that have lines of it: what its progress is derived from. */
export interface OrderAndShipments {
  readonly order: OrderState;
  readonly shipments: readonly Shipment[];
}

/**
 * What became of one line's quantity: ordered = open + shipped + cancelled, received ≤ shipped; shipped is more than ordered
 * by no more than the tolerance. What was refused at the door counts as never shipped.
 */
export interface LineProgress {
  readonly line: number;
  readonly ordered: Decimal;
  /** Still held in stock for this line: reserved and not shipped yet. */
  readonly reserved: Decimal;
  readonly shipped: Decimal;
  readonly received: Decimal;
  readonly cancelled: Decimal;
  readonly open: Decimal;
  /**
   * Of `open`, what may leave now: goods that are made or bought for the order wait for their release by quality, those that
   * went to another order until they are held again.
   */
  readonly ready: Decimal;
}

/** What the order holds of the stock book, before anything shipped; nothing when it isn't confirmed or no longer runs. */
function reservationsOf(order: OrderState): readonly Reservation[] {
  switch (order.status) {
    case 'to-confirm':
    case 'awaiting-countersign':
    case 'released':
      return order.reservations;
    case 'draft':
    case 'faulty':
    case 'in-review':
    case 'closed':
    case 'archived':
    case 'destroyed':
    case 'void':
    case 'cancelled':
      return [];
    default:
      return unreachable(order);
  }
}

export function progressOf(order: OrderState, shipments: readonly Shipment[]): readonly LineProgress[] {
  const held = reservationsOf(order);
  const given = order.status === 'void' || order.status === 'cancelled';
  return order.lines.map((line) => {
    const shipped = shippedOf(order, line, shipments);
    const reservation = held.find((each) => each.line === line.line)?.quantity;
    const reserved = maximum(zero, subtract(reservation ?? zero, shipped));
    const rest = maximum(zero, subtract(line.quantity, shipped));
    const open = given ? zero : rest;
    return {
      line: line.line,
      ordered: line.quantity,
      reserved,
      shipped,
      received: receivedOf(order, line, shipments),
      cancelled: given ? rest : zero,
      open,
      ready: readyOf({
        supply: supplyOf(order, line.line),
        open,
        shipped,
        ...(reservation !== undefined && { reserved }),
      }),
    };
  });
}

/** The order's place in its life: its own events up to the release, its shipments from there on. */
export function statusOf(order: OrderState, shipments: readonly Shipment[]): OrderStatus {
  if (order.status === 'released') return statusInExecution(order, shipments);
  return order.status === 'faulty' ? 'draft' : order.status;
}

function statusInExecution(order: InExecution, shipments: readonly Shipment[]): OrderStatus {
  const lines = progressOf(order, shipments);
  if (lines.every(({ shipped }) => isZero(shipped))) return beforeShipping(order, lines);
  if (lines.some(({ open }) => !isZero(open))) return 'part-shipped';
  if (lines.some(({ shipped, received }) => compare(received, shipped) < 0)) return 'shipped';
  return order.countersignedOn === undefined ? 'received' : 'completed';
}

/** To ship when all that is open may leave; until then what the lines that are supplied say. */
function beforeShipping(order: InExecution, lines: readonly LineProgress[]): 'to-supply' | 'in-supply' | 'to-ship' {
  if (lines.every(({ open, ready }) => compare(ready, open) === 0)) return 'to-ship';
  return suppliesOf(order).some(({ readyOn }) => readyOn !== undefined) ? 'in-supply' : 'to-supply';
}

/**
 * A line with a shipped date had left before the order was entered: the sheet is all that is known of it, no delivery note
 * and no receipt of it will ever come, so it counts as delivered.
 */
function shippedOf(order: OrderState, line: OrderLine, shipments: readonly Shipment[]): Decimal {
  return line.shippedDate === undefined ? sum(quantitiesOf(order, line, shipments)) : line.quantity;
}

function receivedOf(order: OrderState, line: OrderLine, shipments: readonly Shipment[]): Decimal {
  const arrived = shipments.filter((shipment) => shipment.received !== undefined);
  return line.shippedDate === undefined ? sum(quantitiesOf(order, line, arrived)) : line.quantity;
}

const quantitiesOf = (order: OrderState, line: OrderLine, shipments: readonly Shipment[]): readonly Decimal[] =>
  shipments.flatMap((shipment) =>
    deliveredLines(shipment)
      .filter((shipped) => isOf(shipped, order, line))
      .map(({ quantity }) => quantity),
  );

const isOf = (shipped: ShipmentLine, order: OrderState, line: OrderLine): boolean =>
  shipped.order === order.number && shipped.line === line.line;
