import type { Hold } from '../hold/hold.ts';
import type { Invoice } from '../invoice/invoice.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { WorkingTime } from '../policy/working-time.ts';
import type { MoneyBasis } from '../receivable/order-account.ts';
import type { ReviewFacts } from '../review/facts.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { RoutingBasis } from './owner.ts';
import type { PostedContent } from './state.ts';
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
  readonly review: ReviewBasis;
  readonly routing: RoutingBasis;
  readonly money: MoneyBasis;
  /** Those of the order and of its customer (row H). */
  readonly holds: readonly Hold[];
  readonly invoices: readonly Invoice[];
  /** Numbers of what is still open beside the order: change requests, returns, complaints. */
  readonly openBeside: readonly string[];
}

/** What a review is planned and followed by, beside the policy. */
export interface ReviewBasis {
  /** Asked only where a plan is made: it takes a whole check. The same order, the same facts. */
  factsOf(order: PostedContent): ReviewFacts;
  readonly time: WorkingTime;
}
