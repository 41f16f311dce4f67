import { closedDoor, refusal } from '../order/door.ts';
import { statusOf } from '../order/progress.ts';
import type { RefusalCode } from '../order/refusal.ts';
import { stamp } from '../order/stamp.ts';
import type { OrderStatus } from '../order/status.ts';
import { compare, zero } from '../value/decimal.ts';
import { no, ok } from '../value/result.ts';
import type { ShipmentCommand } from './command.ts';
import type { ShipmentContext, ShipmentDecision } from './decision.ts';
import type { Shipment, ShipmentLine } from './shipment.ts';

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
  const wrong = wronglyRefused(command, shipment);
  if (wrong !== null) return no(refusal('record-receipt', status, ...wrong));
  const { on, refused, objection, copy } = command;
  const said = objection?.trim();
  return ok([
    {
      type: 'goods-received',
      on,
      ...(refused !== undefined && refused.length > 0 && { refused }),
      ...(said && { objection: said }),
      ...(copy !== undefined && { copy }),
      ...stamp(command),
    },
  ]);
}

/** R42: only what this shipment brought can be refused, each line once. */
function wronglyRefused(
  { refused = [] }: RecordReceipt,
  { lines }: Shipment,
): readonly [RefusalCode, Readonly<Record<string, string>>] | null {
  for (const [at, each] of refused.entries()) {
    const place = { order: each.order, line: `${each.line}` };
    const isSame = (other: ShipmentLine): boolean => other.order === each.order && other.line === each.line;
    const brought = lines.find(isSame);
    if (brought === undefined || refused.findIndex(isSame) !== at) return ['shipment.line-unknown', place];
    const amounts = { ...place, wanted: each.quantity };
    if (compare(each.quantity, zero) <= 0) return ['shipment.quantity-not-positive', amounts];
    if (compare(each.quantity, brought.quantity) > 0)
      return ['receipt.refuses-too-much', { ...amounts, brought: brought.quantity }];
  }
  return null;
}

/** Where the shipment's orders stand; every one of them must have been loaded. */
const statusesOf = (shipment: Shipment, { orders }: ShipmentContext): readonly OrderStatus[] =>
  [...new Set(shipment.lines.map(({ order }) => order))].map((number) => {
    const found = orders.find(({ order }) => order.number === number);
    if (found === undefined) throw new Error(`shipment ${shipment.number}: order ${number} was not loaded`);
    return statusOf(found.order, found.shipments);
  });
