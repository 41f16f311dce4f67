import type { OrderNumber, Stamp } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/** "INV-202611-00007": the house's own series; the tax authority's number is a text beside it. */
export type InvoiceNumber = string & { readonly invoiceNumber: true };

/**
 * A tax invoice issued elsewhere, as the office records it (R44). Its lines point to order lines, of several orders of one
 * customer if need be. What was taken back by red-letter invoices 红字发票 is in `reversals`; nothing is deleted.
 */
export interface Invoice {
  readonly number: InvoiceNumber;
  /** 发票号码, as the tax authority gave it. */
  readonly taxNumber: string;
  readonly customerCode: string;
  /** ISO 4217; of all its orders. */
  readonly currency: string;
  readonly issuedOn: PlainDate;
  /** One entry an order line. */
  readonly lines: readonly InvoiceLine[];
  readonly recorded: Stamp;
  readonly reversals: readonly (Stamp & InvoiceReversal)[];
}

/** An order line, or a part of it. */
export interface InvoicedPart {
  readonly order: OrderNumber;
  /** OrderLine.line */
  readonly line: number;
  /** Above 0, in the order line's unit. */
  readonly quantity: Decimal;
}

export interface InvoiceLine extends InvoicedPart {
  /** Tax included, in cents. */
  readonly amount: Decimal;
  /** The tax the amount holds, 0.13 = 13 %. */
  readonly taxRate: Decimal;
  /** amount − round(amount ÷ (1 + rate)). */
  readonly tax: Decimal;
}

/** A red-letter invoice: its quantities and amounts, here written above 0, come off. */
export interface InvoiceReversal {
  readonly redNumber: string;
  readonly on: PlainDate;
  readonly lines: readonly InvoiceLine[];
}

/** What happened to an invoice, in the past tense. */
export type InvoiceEvent =
  | ({ readonly type: 'invoice-recorded'; readonly invoice: Omit<Invoice, 'recorded' | 'reversals'> } & Stamp)
  | ({ readonly type: 'invoice-reversed' } & InvoiceReversal & Stamp);
