import type { Refusal } from '../order/refusal.ts';
import { compare, zero } from '../value/decimal.ts';
import type { InvoiceContext } from './decision.ts';
import type { InvoicedPart } from './invoice.ts';

/** The tax authority gives a number once; without one there is no invoice. */
export function refusedNumber(number: string, { numbersTaken }: Pick<InvoiceContext, 'numbersTaken'>): Refusal | null {
  const plain = number.trim();
  if (plain === '') return { code: 'invoice.number-missing' };
  return numbersTaken.includes(plain) ? { code: 'invoice.number-taken', data: { number: plain } } : null;
}

/** Asked of each part as it was sent, before parts of one line are summed: a negative one must not hide in a sum. */
export const quantityNotPositive = ({ order, line, quantity }: InvoicedPart): Refusal | null =>
  compare(quantity, zero) > 0
    ? null
    : { code: 'invoice.quantity-not-positive', data: { order, line: `${line}`, wanted: quantity } };

export function firstRefusal(
  parts: readonly InvoicedPart[],
  guard: (part: InvoicedPart) => Refusal | null,
): Refusal | null {
  for (const part of parts) {
    const refused = guard(part);
    if (refused !== null) return refused;
  }
  return null;
}
