import { splitTax } from '../document/tax.ts';
import type { Refusal } from '../order/refusal.ts';
import { stamp } from '../order/stamp.ts';
import { happenedBy } from '../payment/dates.ts';
import { valueUpTo } from '../receivable/delivered.ts';
import type { PlainDate } from '../value/date.ts';
import { add, compare, type Decimal, isZero, subtract } from '../value/decimal.ts';
import { no, ok } from '../value/result.ts';
import type { InvoiceCommandOf } from './command.ts';
import type { InvoiceContext, InvoiceDecision } from './decision.ts';
import { firstRefusal, quantityNotPositive, refusedNumber } from './guards.ts';
import type { Invoice, InvoicedPart, InvoiceLine } from './invoice.ts';
import { perLine, reversedOf, standingLines } from './standing.ts';

/** A red-letter invoice 红字发票 took the invoice back, whole or in part; never more than stands of it. */
export function reverseInvoice(
  command: InvoiceCommandOf<'reverse-invoice'>,
  invoice: Invoice,
  context: Pick<InvoiceContext, 'numbersTaken'>,
): InvoiceDecision {
  const { on, today } = command;
  const sent = command.parts === 'all' ? restOf(invoice) : command.parts;
  const parts = perLine(sent);
  const refused =
    refusedNumber(command.redNumber, context) ??
    refusedDate(on, today, invoice) ??
    firstRefusal(sent, quantityNotPositive) ??
    firstRefusal(parts, (part) => beyondInvoiced(part, invoice));
  if (refused !== null) return no(refused);
  if (parts.length === 0) return no({ code: 'invoice.nothing' });
  const lines = parts.map((part) => reversedLine(part, invoice));
  return ok([{ type: 'invoice-reversed', redNumber: command.redNumber.trim(), on, lines, ...stamp(command) }]);
}

const restOf = (invoice: Invoice): readonly InvoicedPart[] =>
  standingLines(invoice).filter(({ quantity }) => !isZero(quantity));

const refusedDate = (on: PlainDate, today: PlainDate, { number, issuedOn }: Invoice): Refusal | null =>
  on < issuedOn
    ? { code: 'invoice.reversed-before-issue', data: { invoice: number, date: issuedOn } }
    : happenedBy(on, today);

function beyondInvoiced(part: InvoicedPart, invoice: Invoice): Refusal | null {
  const place = { order: part.order, line: `${part.line}` };
  const standing = standingLines(invoice).find(({ order, line }) => order === part.order && line === part.line);
  if (standing === undefined) return { code: 'invoice.line-not-invoiced', data: { ...place, invoice: invoice.number } };
  if (compare(part.quantity, standing.quantity) <= 0) return null;
  const data = { ...place, invoice: invoice.number, wanted: part.quantity, open: standing.quantity };
  return { code: 'invoice.exceeds-invoiced', data };
}

/** Parts come to the cent to what was invoiced, tax too: the last one takes what rounding left. */
function reversedLine(part: InvoicedPart, invoice: Invoice): InvoiceLine {
  const line = invoice.lines.find((candidate) => candidate.order === part.order && candidate.line === part.line);
  if (line === undefined) throw new Error(`${invoice.number}: ${part.order} line ${part.line} was not checked`);
  const before = reversedOf(invoice, part);
  const after = add(before.quantity, part.quantity);
  const amount = subtract(valueUpTo(line, after), before.amount);
  const left = subtract(line.tax, before.tax);
  const byRate = splitTax([{ amount, rate: line.taxRate }]).tax;
  const tax = compare(after, line.quantity) === 0 ? left : smaller(byRate, left);
  return { ...part, amount, taxRate: line.taxRate, tax };
}

const smaller = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);
