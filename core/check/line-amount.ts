import type { ParsedLine } from '../sheet/parsed-order.ts';
import { type Decimal, multiply, round, subtract } from '../value/decimal.ts';

/** quantity × unit price × (1 − discount), to the cent, half away from zero; null while quantity or price is missing. */
export function lineAmount({ quantity, unitPrice, discount }: ParsedLine): Decimal | null {
  if (quantity === undefined || unitPrice === undefined) return null;
  const gross = multiply(quantity, unitPrice);
  const isDiscounted = discount !== undefined && discount !== '0';
  return round(isDiscounted ? multiply(gross, subtract('1' as Decimal, discount)) : gross, 2);
}
