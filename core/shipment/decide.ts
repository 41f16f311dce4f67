import { no, unreachable } from '../value/result.ts';
import type { ShipmentCommand } from './command.ts';
import type { ShipmentContext, ShipmentDecision } from './decision.ts';
import { recordReceipt } from './record-receipt.ts';
import { shipGoods } from './ship-goods.ts';
import type { Shipment } from './shipment.ts';

/** What a command does to a shipment (null = goods that haven't left yet). Pure. */
export function decideShipment(
  command: ShipmentCommand,
  shipment: Shipment | null,
  context: ShipmentContext,
): ShipmentDecision {
  switch (command.type) {
    case 'ship-goods':
    case 'ship-emergency':
      if (shipment !== null) throw new Error(`number ${command.number} is taken by another shipment`);
      return shipGoods(command, context);
    case 'record-receipt':
      return shipment === null ? no({ code: 'shipment.not-found' }) : recordReceipt(command, shipment, context);
    default:
      return unreachable(command);
  }
}
