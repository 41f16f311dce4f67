import type { CompanyProfile } from '../policy/company.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { Decimal } from '../value/decimal.ts';

/**
 * What a decision about an order must know beyond the order itself; the server loads it in the same transaction, so that
 * it can't change before the events are kept.
 */
export interface OrderContext {
  /** Shipments with lines of this order: what has left decides the derived statuses. */
  readonly shipments: readonly Shipment[];
  /** Free quantity of an item (demand.ts `availability`); null = the stock book doesn't keep the item, nothing to hold. */
  readonly available: (itemCode: string) => Decimal | null;
  readonly policy: OrderPolicy;
}

/** The company settings the lifecycle asks; a CompanyProfile fits. */
export type OrderPolicy = Pick<CompanyProfile, 'separationOfDuties' | 'letterValidDays'>;
