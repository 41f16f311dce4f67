import type { OrderRecord, ShipmentRecord } from '../ports.ts';

/** Rises with each event of the order and of its shipments: what somebody saw of it has this version. */
export const versionOf = (order: OrderRecord, shipments: readonly ShipmentRecord[]): number =>
  shipments.reduce((total, { version }) => total + version, order.version);
