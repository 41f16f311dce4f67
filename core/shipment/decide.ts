import type { OrderAndShipments } from '../order/progress.ts';
import type { Refusal } from '../order/refusal.ts';
import { no, type Result, unreachable } from '../value/result.ts';
import type { ShipmentCommand } from './command.ts';
import { recordReceipt } from './record-receipt.ts';
import { shipGoods } from './ship-goods.ts';
import type { Shipment, ShipmentEvent } from './shipment.ts';

/** The orders the shipment has to do with, each with all its shipments so far; loaded in the same transaction. */
export interface ShipmentContext {
  readonly orders: readonly OrderAndShipments[];
}

/** What a command comes to: events to append, or why not. */
export type ShipmentDecision = Result<readonly ShipmentEvent[], Refusal>;

/** What a command does to a shipment (null = goods that haven't left yet). Pure. */
export function decideShipment(
  command: ShipmentCommand,
  shipment: Shipment | null,
  context: ShipmentContext,
): ShipmentDecision {
  switch (command.type) {
    case 'ship-goods':
      if (shipment !== null) throw new Error(`number ${command.number} is taken by another shipment`);
      return shipGoods(command, context);
    case 'record-receipt':
      return shipment === null ? no({ code: 'shipment.not-found' }) : recordReceipt(command, shipment, context);
    default:
      return unreachable(command);
  }
}
