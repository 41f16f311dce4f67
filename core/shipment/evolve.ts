import { stampOf } from '../order/stamp.ts';
import { unreachable } from '../value/result.ts';
import type { Receipt, Shipment, ShipmentEvent } from './shipment.ts';

/** The shipment after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolveShipment(shipment: Shipment | null, event: ShipmentEvent): Shipment {
  switch (event.type) {
    case 'goods-shipped':
      if (shipment !== null) throw new Error(`shipment ${shipment.number} was shipped twice`);
      return { ...byLine(event.shipment), shipped: stampOf(event) };
    case 'goods-received':
      if (shipment === null || shipment.received !== undefined)
        throw new Error(`shipment ${shipment?.number ?? '(none)'} can't be received`);
      return { ...shipment, received: { ...stampOf(event), ...receiptOf(event) } };
    default:
      return unreachable(event);
  }
}

/** One paper for a whole shipment was that of the lines that drew on goods to come. */
function byLine({ takenIn, ...shipment }: ShippedEvent['shipment']): ShippedEvent['shipment'] {
  if (takenIn === undefined) return shipment;
  const lines = shipment.lines.map((line) => (line.inbound === undefined ? line : { ...line, takenIn }));
  return { ...shipment, lines };
}
type ShippedEvent = Extract<ShipmentEvent, { readonly type: 'goods-shipped' }>;

const receiptOf = ({ on, refused, objection, copy }: Receipt): Receipt => ({
  on,
  ...(refused !== undefined && { refused }),
  ...(objection !== undefined && { objection }),
  ...(copy !== undefined && { copy }),
});

/** The shipment its events tell of. An empty stream is a broken invariant. */
export function replayShipment(events: readonly ShipmentEvent[]): Shipment {
  const shipment = events.reduce<Shipment | null>(evolveShipment, null);
  if (shipment === null) throw new Error('a shipment without events');
  return shipment;
}
