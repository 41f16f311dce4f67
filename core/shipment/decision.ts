import type { Hold } from '../hold/hold.ts';
import type { OrderAndShipments } from '../order/progress.ts';
import type { Refusal } from '../order/refusal.ts';
import type { StockAtHand } from '../order/stock-promise.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { Actor } from '../policy/roles.ts';
import type { MoneyBasis } from '../receivable/order-account.ts';
import type { Result } from '../value/result.ts';
import type { ShipmentEvent } from './shipment.ts';

/** The orders the shipment has to do with, each with all its shipments so far; loaded in the same transaction. */
export interface ShipmentContext {
  readonly orders: readonly OrderAndShipments[];
  /** Of the customer whose goods leave; null where none do. */
  readonly money: MoneyBasis | null;
  /** Those of the orders and of their customer (row H). */
  readonly holds: readonly Hold[];
  readonly policy: Pick<PolicyInForce, 'goods' | 'work' | 'duties'>;
  /** Everybody who works here now, where goods leave: one of them rechecks. */
  readonly staff: readonly Actor[];
  /** What is on hand of what leaves, and who else holds some of it. */
  readonly stock: Omit<StockAtHand, 'today'>;
}

/** What a command comes to: events to append, or why not. */
export type ShipmentDecision = Result<readonly ShipmentEvent[], Refusal>;
