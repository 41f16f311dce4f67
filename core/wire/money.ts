import { z } from 'zod';
import { isPayable } from '../payment/amounts.ts';
import { paymentKinds } from '../payment/payment.ts';
import { type Decimal, isZero } from '../value/decimal.ts';
import { currency, date, decimal, shortText, text } from './values.ts';

/** What a person may ask for payments, write-offs and invoices; who and when come from the token and the server's clock. */
const reason = text.exactOptional();
const amount = decimal.refine(isPayable, 'amount').meta({ description: 'above 0, at most two decimals: "1234.50"' });

const isOpening = (value: Decimal): boolean => isZero(value) || isPayable(value);

const allocations = z.array(z.strictObject({ order: shortText, amount })).max(1000);
const means = z.discriminatedUnion('by', [
  z.strictObject({ by: z.enum(['transfer', 'cash', 'cheque', 'online']) }),
  z.strictObject({ by: z.literal('bill-of-acceptance'), bill: shortText, dueOn: date }),
]);
/** Money that came in; what is allocated to no order stays the customer's prepayment. */
export const newPayment = z.strictObject({
  customerCode: shortText,
  kind: z.enum(paymentKinds),
  means,
  amount,
  currency,
  receivedOn: date,
  reference: shortText.exactOptional(),
  allocations: allocations.exactOptional(),
  reason,
});
export type NewPayment = z.output<typeof newPayment>;

const someAllocations = allocations.min(1);
export const paymentCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('allocate-payment'), allocations: someAllocations, reason }),
  z.strictObject({ type: z.literal('release-allocation'), allocations: someAllocations, reason }),
  z.strictObject({ type: z.literal('move-allocation'), from: shortText, allocations: someAllocations, reason }),
  z.strictObject({ type: z.literal('refund-payment'), amount, on: date, reason }),
  z.strictObject({
    type: z.literal('reverse-payment'),
    on: date,
    cause: z.enum(['bounced', 'entered-wrongly']),
    reason,
  }),
]);
export type PaymentCommandRequest = z.output<typeof paymentCommand>;

/** Of goods that had left before their order was entered: what of them was still unpaid when the book began. */
export const newOpening = z.strictObject({
  order: shortText,
  open: decimal.refine(isOpening, 'amount').meta({ description: 'from 0, at most two decimals: "1234.50"' }),
  reason,
});
export type NewOpening = z.output<typeof newOpening>;

const cause = z.enum(['rounding', 'bad-debt']);
export const newWriteOff = z.strictObject({ order: shortText, amount, cause, reason });
export type NewWriteOff = z.output<typeof newWriteOff>;

export const writeOffCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('undo-write-off'), reason }),
]);
export type WriteOffCommandRequest = z.output<typeof writeOffCommand>;

const parts = z.array(z.strictObject({ order: shortText, line: z.int().min(1), quantity: decimal })).max(5000);
/** A tax invoice issued elsewhere, over all of some orders that may be invoiced and isn't, over some lines, or both. */
export const newInvoice = z.strictObject({
  taxNumber: shortText,
  issuedOn: date,
  orders: z.array(shortText).max(1000).exactOptional(),
  parts: parts.exactOptional(),
  reason,
});
export type NewInvoice = z.output<typeof newInvoice>;

export const invoiceCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('reverse-invoice'),
    redNumber: shortText,
    on: date,
    /** All that stands of it, unless named. */
    parts: parts.min(1).exactOptional(),
    reason,
  }),
]);
export type InvoiceCommandRequest = z.output<typeof invoiceCommand>;
