import { compare, type Decimal, isZero, parseDecimal, zero } from '../../../core/value/decimal.ts';

/** What is asked of one line of goods. */
export interface QuantityAsked {
  /** What the quantity is typed under: names the line among those of the form. */
  readonly key: string;
  /** The highest that is taken. */
  readonly most: Decimal;
}
/** The same as it is shown. */
export interface QuantityRow extends QuantityAsked {
  readonly name: string;
  readonly unit?: string | undefined;
  /** What the quantity is measured by: what is open, what arrived; less than the most where a tolerance lets more pass. */
  readonly there: Decimal;
}

/** What was typed, by the rows' keys. */
export type Quantities = Readonly<Record<string, string>>;

/** Nothing typed is zero; null = no quantity, below zero, or above the most. */
export function quantityOf({ key, most }: QuantityAsked, texts: Quantities): Decimal | null {
  const text = (texts[key] ?? '').trim();
  const quantity = text === '' ? zero : parseDecimal(text);
  return quantity === null || compare(quantity, zero) < 0 || compare(quantity, most) > 0 ? null : quantity;
}

/** The rows with more than zero typed; null while a quantity is wrong. */
export function quantitiesOf<Row extends QuantityAsked>(
  rows: readonly Row[],
  texts: Quantities,
): readonly { readonly row: Row; readonly quantity: Decimal }[] | null {
  const asked: { row: Row; quantity: Decimal }[] = [];
  for (const row of rows) {
    const quantity = quantityOf(row, texts);
    if (quantity === null) return null;
    if (!isZero(quantity)) asked.push({ row, quantity });
  }
  return asked;
}
