import type { Invoice, InvoiceEvent, InvoiceLine } from '../../../core/invoice/invoice.ts';
import type { OrderNumber } from '../../../core/order/state.ts';
import { perOrder } from '../../../core/payment/amounts.ts';
import type { Allocation, Payment, PaymentEvent } from '../../../core/payment/payment.ts';
import { may } from '../../../core/policy/permissions.ts';
import { add, type Decimal, isZero, subtract, sum, zero } from '../../../core/value/decimal.ts';
import { unreachable } from '../../../core/value/result.ts';
import type { WriteOff, WriteOffEvent } from '../../../core/write-off/write-off.ts';
import type { RecordOf, RecordsByKind } from '../../ports.ts';
import type { Caller } from '../company.ts';
import { entryOf, type HistoryData, type HistoryEntry } from './entry.ts';

/** Records of money that touch an order; of payments all of its customer, for what was taken back points nowhere any more. */
export interface MoneyRecords extends Pick<RecordsByKind, 'write-off' | 'invoice' | 'opening'> {
  readonly payments: readonly RecordOf<'payment'>[];
}

/** What payments, write-offs and invoices did to one order, each kind for whoever may read it (R19, R44). */
export function moneyEntries(order: OrderNumber, records: MoneyRecords, { user }: Caller): readonly HistoryEntry[] {
  const credit = may(user.roles, 'credit.read')
    ? [
        ...records.payments.flatMap((payment) => paymentEntries(order, payment)),
        ...records.opening.flatMap(({ events }) =>
          events.map((event) => entryOf(event, { amount: event.open, currency: event.currency })),
        ),
        ...records['write-off'].flatMap(({ state, events }) =>
          events.map((event) => entryOf(event, writeOffData(state, event))),
        ),
      ]
    : [];
  const invoices = may(user.roles, 'invoices.read')
    ? records.invoice.flatMap(({ state, events }) => events.flatMap((event) => invoiceEntry(order, state, event)))
    : [];
  return [...credit, ...invoices];
}

/** What of a payment came to the order, and went again; what befell the rest of it is no part of the order's history. */
function paymentEntries(order: OrderNumber, { state, events }: RecordOf<'payment'>): readonly HistoryEntry[] {
  let stands = zero;
  return events.flatMap((event) => {
    const before = stands;
    stands = add(before, movedBy(order, event, before));
    const moved = subtract(stands, before);
    if (isZero(moved)) return [];
    const amount = moved.startsWith('-') ? subtract(zero, moved) : moved;
    return [entryOf(event, { ...nameOf(state), amount })];
  });
}

const nameOf = ({ number, currency }: Pick<Payment | WriteOff | Invoice, 'number' | 'currency'>): HistoryData => ({
  record: number,
  currency,
});

/** By how much an event moves what the payment pays of the order, of which it paid so much before. */
function movedBy(order: OrderNumber, event: PaymentEvent, before: Decimal): Decimal {
  switch (event.type) {
    case 'payment-received':
    case 'payment-refunded':
      return zero;
    case 'payment-allocated':
      return partOf(order, event.allocations);
    case 'allocation-released':
      return subtract(zero, partOf(order, event.allocations));
    case 'payment-reversed':
      return subtract(zero, before);
    default:
      return unreachable(event);
  }
}

const partOf = (order: OrderNumber, allocations: readonly Allocation[]): Decimal =>
  perOrder(allocations).find((each) => each.order === order)?.amount ?? zero;

const writeOffData = (writeOff: WriteOff, { type }: WriteOffEvent): HistoryData => ({
  ...nameOf(writeOff),
  amount: writeOff.amount,
  ...(type === 'debt-written-off' && writeOff.cause === 'bad-debt' && { context: 'bad-debt' }),
});

/** Only what of it is this order's: an invoice may cover several. */
function invoiceEntry(order: OrderNumber, invoice: Invoice, event: InvoiceEvent): readonly HistoryEntry[] {
  const own = linesOf(event).filter((line) => line.order === order);
  if (own.length === 0) return [];
  const number = event.type === 'invoice-recorded' ? event.invoice.taxNumber : event.redNumber;
  return [entryOf(event, { ...nameOf(invoice), number, amount: sum(own.map(({ amount }) => amount)) })];
}

const linesOf = (event: InvoiceEvent): readonly InvoiceLine[] =>
  event.type === 'invoice-recorded' ? event.invoice.lines : event.lines;
