import { splitTax } from '../document/tax.ts';
import type { Refusal } from '../order/refusal.ts';
import { stamp } from '../order/stamp.ts';
import { happenedBy } from '../payment/dates.ts';
import { valueUpTo } from '../receivable/delivered.ts';
import { add, compare, type Decimal, maximum, subtract, zero } from '../value/decimal.ts';
import { no, ok } from '../value/result.ts';
import type { InvoiceCommandOf } from './command.ts';
import type { InvoiceContext, InvoiceDecision, InvoicedOrder } from './decision.ts';
import { firstRefusal, quantityNotPositive, refusedNumber } from './guards.ts';
import type { InvoicedPart, InvoiceLine } from './invoice.ts';
import { invoiceableOf } from './invoiceable.ts';
import { invoicedOfLine, perLine } from './standing.ts';

/** R44: an invoice issued elsewhere is recorded, over one or several orders of one customer. */
export function recordInvoice(command: InvoiceCommandOf<'record-invoice'>, context: InvoiceContext): InvoiceDecision {
  const { number, issuedOn } = command;
  const named = [...new Set([...command.orders, ...command.parts.map(({ order }) => order)])];
  const missing = named.find((order) => !context.orders.some((known) => known.order.number === order));
  if (missing !== undefined) return no({ code: 'order.not-found', data: { order: missing } });
  const orders = context.orders.filter(({ order }) => named.includes(order.number));
  const whole = orders.filter(({ order }) => command.orders.includes(order.number));
  const parts = perLine([...whole.flatMap((each) => restOf(each, context)), ...command.parts]);
  const refused =
    refusedNumber(command.taxNumber, context) ??
    happenedBy(issuedOn, command.today) ??
    differing(orders) ??
    firstRefusal(command.parts, quantityNotPositive) ??
    firstRefusal(parts, (part) => beyondLine(part, orders, context));
  if (refused !== null) return no(refused);
  const [first] = orders;
  if (first === undefined || parts.length === 0) return no({ code: 'invoice.nothing' });
  const { customer, currency } = first.order;
  const lines = parts.map((part) => invoiceLine(part, orders, context));
  const taxNumber = command.taxNumber.trim();
  const invoice = { number, taxNumber, customerCode: customer.code, currency, issuedOn, lines };
  return ok([{ type: 'invoice-recorded', invoice, ...stamp(command) }]);
}

/** Everything of the order that may be invoiced and isn't. */
const restOf = (invoiced: InvoicedOrder, { policy }: InvoiceContext): readonly InvoicedPart[] =>
  invoiced.order.lines
    .map(({ line }) => ({
      order: invoiced.order.number,
      line,
      quantity: remainderOf(invoiced, line, policy.invoiceAt),
    }))
    .filter(({ quantity }) => compare(quantity, zero) > 0);

const remainderOf = (invoiced: InvoicedOrder, line: number, at: InvoiceContext['policy']['invoiceAt']): Decimal =>
  subtract(invoiceableOf(invoiced, line, at), invoicedOfLine(invoiced.invoices, invoiced.order.number, line).quantity);

function differing([first, ...others]: readonly InvoicedOrder[]): Refusal | null {
  for (const { order } of others) {
    if (order.customer.code !== first?.order.customer.code)
      return {
        code: 'invoice.customers-differ',
        data: { order: order.number, customer: first?.order.customer.name ?? '', other: order.customer.name },
      };
    if (order.currency !== first.order.currency)
      return {
        code: 'invoice.currencies-differ',
        data: { order: order.number, currency: first.order.currency, other: order.currency },
      };
  }
  return null;
}

function beyondLine(part: InvoicedPart, orders: readonly InvoicedOrder[], { policy }: InvoiceContext): Refusal | null {
  const place = { order: part.order, line: `${part.line}` };
  const invoiced = orders.find(({ order }) => order.number === part.order);
  const line = invoiced?.order.lines.find((candidate) => candidate.line === part.line);
  if (invoiced === undefined || line === undefined) return { code: 'invoice.line-unknown', data: place };
  const open = remainderOf(invoiced, part.line, policy.invoiceAt);
  if (compare(part.quantity, open) <= 0) return null;
  const code = policy.invoiceAt === 'delivery' ? 'invoice.exceeds-shipped' : 'invoice.exceeds-ordered';
  return { code, data: { ...place, item: line.itemCode, wanted: part.quantity, open } };
}

/** The part's value follows from what was invoiced before: in however many invoices, a line comes to its amount to the cent. */
function invoiceLine(part: InvoicedPart, orders: readonly InvoicedOrder[], { policy }: InvoiceContext): InvoiceLine {
  const invoiced = orders.find(({ order }) => order.number === part.order);
  const line = invoiced?.order.lines.find((candidate) => candidate.line === part.line);
  if (invoiced === undefined || line === undefined) throw new Error(`${part.order} line ${part.line} was not checked`);
  const before = invoicedOfLine(invoiced.invoices, part.order, part.line);
  // Never below 0: what a reversal left may already be a cent above its share.
  const amount = maximum(zero, subtract(valueUpTo(line, add(before.quantity, part.quantity)), before.amount));
  const taxRate = line.taxRate ?? policy.taxRate;
  return { ...part, amount, taxRate, tax: splitTax([{ amount, rate: taxRate }]).tax };
}
