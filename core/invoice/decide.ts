import { closedMoneyDoor } from '../payment/door.ts';
import { no, unreachable } from '../value/result.ts';
import type { InvoiceCommand } from './command.ts';
import type { InvoiceContext, InvoiceDecision } from './decision.ts';
import type { Invoice } from './invoice.ts';
import { recordInvoice } from './record-invoice.ts';
import { reverseInvoice } from './reverse-invoice.ts';

/** What a command does to an invoice (null = none recorded yet). Pure. */
export function decideInvoice(
  command: InvoiceCommand,
  invoice: Invoice | null,
  context: InvoiceContext,
): InvoiceDecision {
  const closed = closedMoneyDoor(command);
  if (closed !== null) return no(closed);
  switch (command.type) {
    case 'record-invoice':
      if (invoice !== null) throw new Error(`number ${command.number} is taken by another invoice`);
      return recordInvoice(command, context);
    case 'reverse-invoice':
      return invoice === null ? no({ code: 'invoice.not-found' }) : reverseInvoice(command, invoice, context);
    default:
      return unreachable(command);
  }
}
