import type { TaxSplit } from '../document/tax.ts';
import type { PayableOrder } from '../receivable/order-account.ts';
import { owesNothing } from '../receivable/owes-nothing.ts';
import { compare, type Decimal, isZero, subtract, sum } from '../value/decimal.ts';
import type { InvoicedOrder } from './decision.ts';
import type { Invoice } from './invoice.ts';
import { invoicedOfLine, standingLines } from './standing.ts';

/** An order's invoice axis, derived: 未开票, 部分开票, 全部开票, 已红冲 (all that was invoiced was taken back). */
export const invoiceAxes = ['none', 'part', 'full', 'reversed'] as const;
export type InvoiceAxis = (typeof invoiceAxes)[number];

/** What of an order is invoiced, less what was reversed. */
export interface Invoiced {
  readonly axis: InvoiceAxis;
  /** Tax included. */
  readonly amount: Decimal;
  readonly tax: Decimal;
  readonly lines: readonly LineInvoiced[];
}
export interface LineInvoiced {
  readonly line: number;
  readonly quantity: Decimal;
  readonly amount: Decimal;
  readonly tax: Decimal;
}

/**
 * R44: derived from the invoices with lines of the order. What costs nothing (gifts, samples) needs no invoice, so an order
 * of nothing else is full at once and closes.
 */
export function invoicedOf({ order, invoices }: Pick<InvoicedOrder, 'order' | 'invoices'>): Invoiced {
  const lines = order.lines.map(({ line }) => ({ line, ...invoicedOfLine(invoices, order.number, line) }));
  return {
    axis: axisOf(order, invoices, lines),
    amount: sum(lines.map(({ amount }) => amount)),
    tax: sum(lines.map(({ tax }) => tax)),
    lines,
  };
}

function axisOf(order: PayableOrder, invoices: readonly Invoice[], lines: readonly LineInvoiced[]): InvoiceAxis {
  const isInvoiced = lines.some(({ quantity }) => !isZero(quantity));
  if (!isInvoiced && invoices.some((invoice) => invoice.lines.some((line) => line.order === order.number)))
    return 'reversed';
  if (owesNothing(order) && !isInvoiced) return 'none';
  const priced = order.lines.filter(({ amount }) => !isZero(amount));
  const isFull = priced.every(({ line, quantity }) =>
    lines.some((each) => each.line === line && compare(each.quantity, quantity) >= 0),
  );
  return isFull ? 'full' : isInvoiced ? 'part' : 'none';
}

/** What stands of an invoice, as its foot says it: sums of rounded lines. */
export function invoiceTotals(invoice: Invoice): TaxSplit {
  const lines = standingLines(invoice);
  const total = sum(lines.map(({ amount }) => amount));
  const tax = sum(lines.map((line) => line.tax));
  return { net: subtract(total, tax), tax, total };
}
