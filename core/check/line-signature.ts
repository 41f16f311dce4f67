import type { Field } from '../sheet/fields.ts';
import { sameText } from '../sheet/text.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { LineInCheck, OrderInCheck } from './context.ts';
import { itemIdentity } from './item-index.ts';
import { pricePerUnit } from './line-amount.ts';

/** What one line orders, whatever it is called: item, quantity, price, date. */
export interface SignedLine {
  /** As the price book writes it, where it is known. */
  readonly item: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly dueDate?: PlainDate | undefined;
}

/** Two lines with the same signature order the same thing: an order that comes again under another number shows by them. */
export const lineSignature = ({ item, quantity, unitPrice, dueDate }: SignedLine): string =>
  JSON.stringify([sameText(item), quantity, unitPrice, dueDate ?? null]);

/** A row with a cell that can't be read (03/04/2027, ASAP) may say anything there: it is the very same as no other. */
export const saysUnread = ({ parsed }: LineInCheck, fields: readonly Field<'orders'>[]): boolean =>
  parsed.unreadable?.some(({ field }) => (fields as readonly string[]).includes(field)) ?? false;

const signed = ['quantity', 'unitPrice', 'dueDate'] as const satisfies readonly Field<'orders'>[];

/** What an order orders, as `PostedOrder.lines` has it; null while one of its lines isn't clear. */
export function orderSignature({ lines }: OrderInCheck): readonly string[] | null {
  const signatures = lines.map(signatureOf).filter((signature) => signature !== null);
  return signatures.length === lines.length ? signatures.sort() : null;
}

function signatureOf(line: LineInCheck): string | null {
  const item = itemIdentity(line);
  const { quantity, dueDate } = line.parsed;
  const unitPrice = pricePerUnit(line.parsed);
  if (item === undefined || quantity === undefined || unitPrice === undefined || saysUnread(line, signed)) return null;
  return lineSignature({ item, quantity, unitPrice, dueDate });
}
