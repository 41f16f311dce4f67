import { closedDoor, refusal } from '../order/door.ts';
import { statusOf } from '../order/progress.ts';
import { stamp } from '../order/stamp.ts';
import type { OrderStatus } from '../order/status.ts';
import { no, ok } from '../value/result.ts';
import type { ShipmentCommand } from './command.ts';
import type { ShipmentContext, ShipmentDecision } from './decision.ts';
import type { Shipment } from './shipment.ts';

type RecordReceipt = Extract<ShipmentCommand, { readonly type: 'record-receipt' }>;

/** Row 12: the signed receipt of one shipment is in; once, not before the goods left, not for a day to come. */
export function recordReceipt(command: RecordReceipt, shipment: Shipment, context: ShipmentContext): ShipmentDecision {
  const statuses = statusesOf(shipment, context);
  const status = statuses[0] ?? 'none';
  const data = { shipment: shipment.number };
  if (shipment.received !== undefined)
    return no(refusal('record-receipt', status, 'shipment.already-received', { ...data, date: shipment.received.on }));
  for (const each of statuses) {
    const closed = closedDoor(command, each);
    if (closed !== null) return no(closed);
  }
  if (command.on > command.today) return no(refusal('record-receipt', status, 'date.in-future', { date: command.on }));
  if (command.on < shipment.shippedOn)
    return no(refusal('record-receipt', status, 'receipt.before-shipment', { ...data, date: shipment.shippedOn }));
  return ok([{ type: 'goods-received', on: command.on, ...stamp(command) }]);
}

/** Where the shipment's orders stand; every one of them must have been loaded. */
const statusesOf = (shipment: Shipment, { orders }: ShipmentContext): readonly OrderStatus[] =>
  [...new Set(shipment.lines.map(({ order }) => order))].map((number) => {
    const found = orders.find(({ order }) => order.number === number);
    if (found === undefined) throw new Error(`shipment ${shipment.number}: order ${number} was not loaded`);
    return statusOf(found.order, found.shipments);
  });
