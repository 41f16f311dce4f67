import { stampOf } from '../order/stamp.ts';
import { isNegative } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import type { Invoice, InvoiceEvent } from './invoice.ts';
import { standingLines } from './standing.ts';

/** The invoice after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolveInvoice(invoice: Invoice | null, event: InvoiceEvent): Invoice {
  switch (event.type) {
    case 'invoice-recorded':
      if (invoice !== null) throw new Error(`invoice ${invoice.number} was recorded twice`);
      return { ...event.invoice, recorded: stampOf(event), reversals: [] };
    case 'invoice-reversed': {
      if (invoice === null) throw new Error('an invoice was reversed before it was recorded');
      const { redNumber, on, lines } = event;
      const reversed = { ...invoice, reversals: [...invoice.reversals, { ...stampOf(event), redNumber, on, lines }] };
      if (standingLines(reversed).some(({ quantity, amount }) => isNegative(quantity) || isNegative(amount)))
        throw new Error(`invoice ${invoice.number}: more was reversed than invoiced`);
      return reversed;
    }
    default:
      return unreachable(event);
  }
}

/** The invoice its events tell of. An empty stream is a broken invariant. */
export function replayInvoice(events: readonly InvoiceEvent[]): Invoice {
  const invoice = events.reduce<Invoice | null>(evolveInvoice, null);
  if (invoice === null) throw new Error('an invoice without events');
  return invoice;
}
