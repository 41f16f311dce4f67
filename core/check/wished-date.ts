import type { ParsedLine } from '../sheet/parsed-order.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, zero } from '../value/decimal.ts';
import { openQuantityOf } from './open-quantity.ts';

/** The day a row's goods are still wished for; undefined where it names none or all has left: that date is history. */
export function wishedDate(row: ParsedLine): PlainDate | undefined {
  const { dueDate, openQuantity, shippedDate, shippedQuantity } = row;
  const tellsWhatLeft = openQuantity !== undefined || shippedDate !== undefined || shippedQuantity !== undefined;
  return tellsWhatLeft && compare(openQuantityOf(row) ?? zero, zero) <= 0 ? undefined : dueDate;
}
