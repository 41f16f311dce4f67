import { sameText } from '../sheet/text.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

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
