import type { PolicyInForce } from '../policy/in-force.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { StockAtHand } from './stock-promise.ts';

/**
 * What a decision about an order must know beyond the order itself; the server loads it in the same transaction, so that
 * it can't change before the events are kept.
 */
export interface OrderContext {
  /** Shipments with lines of this order: what has left decides the derived statuses. */
  readonly shipments: readonly Shipment[];
  /** What the order's goods would be promised from. */
  readonly stock: Omit<StockAtHand, 'today'>;
  readonly policy: PolicyInForce;
}
