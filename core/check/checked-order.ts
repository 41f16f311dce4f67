import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

declare const checked: unique symbol;
/** An order without error. Only core/check makes one; over HTTP only the server's own check counts. */
export interface CheckedOrder {
  readonly [checked]: true;
  readonly key: string | null;
  readonly customer: OrderCustomer;
  readonly poNumber?: string;
  readonly currency: string;
  readonly orderDate?: PlainDate;
  readonly paymentTerms?: string;
  readonly deliveryMethod?: string;
  readonly salesperson?: string;
  readonly lines: readonly CheckedLine[];
  /** Sum of the rounded line amounts, tax included. */
  readonly total: Decimal;
}

/** The customer as the customer book knows him, with the contact and address the row may name for this order. */
export interface OrderCustomer {
  readonly code: string;
  readonly name: string;
  readonly customerClass?: string;
  readonly contact?: string;
  readonly phone?: string;
  readonly address?: string;
}

export interface CheckedLine {
  readonly itemCode: string;
  readonly itemName: string;
  readonly specification?: string;
  readonly color?: string;
  readonly unit?: string;
  readonly quantity: Decimal;
  /** Up to four decimals, tax included. */
  readonly unitPrice: Decimal;
  readonly discount?: Decimal;
  /** quantity × unit price × (1 − discount), rounded to two decimals. */
  readonly amount: Decimal;
  /** The tax the amount holds, 0.13 = 13 %; absent = the company's usual rate. */
  readonly taxRate?: Decimal;
  readonly dueDate?: PlainDate;
  /** When it is to be at the customer's, by agreement 约定到货日期 (R28). */
  readonly agreedArrival?: PlainDate;
  /** Where it goes; absent = to the order's address. */
  readonly address?: string;
  /** Where it comes from (R23); absent = from anywhere. */
  readonly warehouse?: string;
  readonly batch?: string;
  /** Set = the goods left before the order was entered. */
  readonly shippedDate?: PlainDate;
  /** What the customer wants done to it (R11): the letter says it, or nobody promised it. */
  readonly specialRequirements?: string;
  readonly remark?: string;
}
