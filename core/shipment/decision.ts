import type { OrderAndShipments } from '../order/progress.ts';
import type { Refusal } from '../order/refusal.ts';
import type { MoneyBasis } from '../receivable/order-account.ts';
import type { Result } from '../value/result.ts';
import type { ShipmentEvent } from './shipment.ts';

/** The orders the shipment has to do with, each with all its shipments so far; loaded in the same transaction. */
export interface ShipmentContext {
  readonly orders: readonly OrderAndShipments[];
  /** Of the customer whose goods leave; null where none do. */
  readonly money: MoneyBasis | null;
}

/** What a command comes to: events to append, or why not. */
export type ShipmentDecision = Result<readonly ShipmentEvent[], Refusal>;
