import type { Opening } from '../opening/opening.ts';
import type { OrderContent, OrderNumber, OrderState } from '../order/state.ts';
import type { Payment } from '../payment/payment.ts';
import type { PaymentTerms } from '../payment/terms.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { WriteOff } from '../write-off/write-off.ts';

/** What money asks of an order; every OrderState fits. */
export type PayableOrder = Pick<
  OrderContent,
  'number' | 'customer' | 'currency' | 'total' | 'lines' | 'paymentTerms' | 'type'
> & { readonly status: OrderState['status'] };

/** What money asks of a shipment; a Shipment fits. */
export interface Delivery {
  readonly number: string;
  readonly shippedOn: PlainDate;
  readonly lines: readonly { readonly order: OrderNumber; readonly line: number; readonly quantity: Decimal }[];
  readonly received?: {
    readonly on: PlainDate;
    /** Came back with the carrier: nobody pays for it. */
    readonly refused?: Delivery['lines'];
  };
}

/** What else changes the debt: goods credited after a return (below 0), costs charged with a change or cancellation (above 0). */
export interface Adjustment {
  readonly on: PlainDate;
  readonly amount: Decimal;
  /** Number of the return or change request. */
  readonly reference: string;
}

/**
 * An order with everything that touches its money: payments with a part for it and write-offs on it, whatever became of
 * them, and shipments with lines of it. Loaded together; what it owes is derived from this and stored nowhere.
 */
export interface OrderAccount {
  readonly order: PayableOrder;
  readonly deliveries: readonly Delivery[];
  readonly payments: readonly Payment[];
  readonly writeOffs: readonly WriteOff[];
  readonly adjustments: readonly Adjustment[];
  /** Of goods that had left before the order was entered; absent = they were paid by then. */
  readonly opening?: Pick<Opening, 'open'>;
}

/** The account, and the terms that hold for it (terms-in-force.ts): what is due, and which doors are shut. */
export interface TermedAccount extends OrderAccount {
  readonly terms: PaymentTerms;
}

/** Everything one customer has with the house. */
export interface CustomerAccount {
  readonly customerCode: string;
  readonly accounts: readonly TermedAccount[];
  /** All he ever paid, allocated or not. */
  readonly payments: readonly Payment[];
  /** In the house's currency; null = none was set, nothing is compared. */
  readonly creditLimit: Decimal | null;
}

/** What the doors that money opens ask of: the customer's account, and the policy it is judged by. */
export interface MoneyBasis {
  readonly customer: CustomerAccount;
  readonly policy: MoneyPolicy;
}
