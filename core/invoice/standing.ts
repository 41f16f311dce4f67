import type { OrderNumber } from '../order/state.ts';
import { add, type Decimal, subtract, sum, zero } from '../value/decimal.ts';
import type { Invoice, InvoicedPart, InvoiceLine } from './invoice.ts';

/** The invoice's lines less what was reversed of them; a line reversed whole stands with 0. */
export const standingLines = (invoice: Invoice): readonly InvoiceLine[] =>
  invoice.lines.map((line) => {
    const reversed = reversedOf(invoice, line);
    return {
      ...line,
      quantity: subtract(line.quantity, reversed.quantity),
      amount: subtract(line.amount, reversed.amount),
      tax: subtract(line.tax, reversed.tax),
    };
  });

/** What red-letter invoices took back of one line so far. */
export function reversedOf(invoice: Invoice, part: Pick<InvoicedPart, 'order' | 'line'>): PartSum {
  return sumOf(invoice.reversals.flatMap(({ lines }) => lines).filter((line) => isSameLine(line, part)));
}

export interface PartSum {
  readonly quantity: Decimal;
  readonly amount: Decimal;
  readonly tax: Decimal;
}

/** What stands invoiced of one order line, over all invoices. */
export const invoicedOfLine = (invoices: readonly Invoice[], order: OrderNumber, line: number): PartSum =>
  sumOf(invoices.flatMap(standingLines).filter((invoiced) => isSameLine(invoiced, { order, line })));

/** One entry an order line: two entries of one line must not each take the same remainder. */
export function perLine(parts: readonly InvoicedPart[]): readonly InvoicedPart[] {
  const byLine = new Map<string, InvoicedPart>();
  for (const { order, line, quantity } of parts) {
    const place = `${order}/${line}`;
    byLine.set(place, { order, line, quantity: add(byLine.get(place)?.quantity ?? zero, quantity) });
  }
  return [...byLine.values()];
}

const isSameLine = (a: Pick<InvoicedPart, 'order' | 'line'>, b: Pick<InvoicedPart, 'order' | 'line'>): boolean =>
  a.order === b.order && a.line === b.line;

const sumOf = (lines: readonly PartSum[]): PartSum => ({
  quantity: sum(lines.map(({ quantity }) => quantity)),
  amount: sum(lines.map(({ amount }) => amount)),
  tax: sum(lines.map(({ tax }) => tax)),
});
