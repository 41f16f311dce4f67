import type { ParsedLine } from '../sheet/parsed-order.ts';
import { type Decimal, subtract, zero } from '../value/decimal.ts';

/**
 * What a row still wants: what it says is still to go, else what it ordered less what has left. A shipped date alone says
 * that all has left; beside quantities it is the date of a part. Undefined while the row says no quantity.
 */
export function openQuantityOf({
  quantity,
  openQuantity,
  shippedQuantity,
  shippedDate,
}: ParsedLine): Decimal | undefined {
  if (openQuantity !== undefined || quantity === undefined) return openQuantity;
  if (shippedQuantity !== undefined) return subtract(quantity, shippedQuantity);
  return shippedDate === undefined ? quantity : zero;
}
