import type { Refusal } from '../order/refusal.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import type { Delivery, PayableOrder } from '../receivable/order-account.ts';
import type { Result } from '../value/result.ts';
import type { Invoice, InvoiceEvent } from './invoice.ts';

/** An order with everything that bears on its invoicing: all invoices and shipments with lines of it. */
export interface InvoicedOrder {
  readonly order: PayableOrder;
  readonly deliveries: readonly Delivery[];
  readonly invoices: readonly Invoice[];
}

/** Loaded in the same transaction, so that nothing is invoiced twice. */
export interface InvoiceContext {
  /** The orders the command names. */
  readonly orders: readonly InvoicedOrder[];
  /** Tax numbers, red-letter ones too, that other records bear already, of those the command names. */
  readonly numbersTaken: readonly string[];
  readonly policy: Pick<MoneyPolicy, 'invoiceAt' | 'taxRate'>;
}

/** What a command comes to: events to append, or why not. */
export type InvoiceDecision = Result<readonly InvoiceEvent[], Refusal>;
