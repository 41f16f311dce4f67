import type { ParsedLine } from '../sheet/parsed-order.ts';
import { compare, type Decimal, multiply, round, subtract, zero } from '../value/decimal.ts';

const one = '1' as Decimal;

/** quantity × unit price × (1 − discount), to the cent, half away from zero; null while quantity or price is missing. */
export function lineAmount(line: ParsedLine): Decimal | null {
  const price = pricePerUnit(line);
  return line.quantity === undefined || price === undefined ? null : amountOf(line.quantity, price, line.discount);
}

/**
 * What one of the row's quantity costs. Most often that is its unit price. Shops that order by the carton and price the
 * single piece have amounts of quantity × pack size × price: such an amount says that a carton costs pack size × price.
 */
export function pricePerUnit({ amount, discount, packSize, quantity, unitPrice }: ParsedLine): Decimal | undefined {
  if (packSize === undefined || amount === undefined || quantity === undefined || unitPrice === undefined)
    return unitPrice;
  const isRight = (price: Decimal): boolean => compare(round(amount, 2), amountOf(quantity, price, discount)) === 0;
  const ofPack = multiply(packSize, unitPrice);
  return compare(packSize, zero) > 0 && !isRight(unitPrice) && isRight(ofPack) ? ofPack : unitPrice;
}

export function amountOf(quantity: Decimal, price: Decimal, discount: Decimal | undefined): Decimal {
  const gross = multiply(quantity, price);
  const isDiscounted = discount !== undefined && discount !== '0';
  return round(isDiscounted ? multiply(gross, subtract(one, discount)) : gross, 2);
}

/** A discount takes off something between nothing and all. */
export const isPossibleDiscount = (discount: Decimal): boolean =>
  compare(discount, zero) >= 0 && compare(discount, one) <= 0;

/** The unit price less the row's discount, unrounded, in the row's own terms. */
export const netPrice = (unitPrice: Decimal, discount: Decimal | undefined): Decimal =>
  discount === undefined || discount === '0' ? unitPrice : multiply(unitPrice, subtract(one, discount));

/** What is paid for one after the discount; null where nothing is sold: a gift, a return, a row that is free or incomplete. */
export function pricePaid({ discount, gift, quantity, unitPrice }: ParsedLine): Decimal | null {
  if (gift || unitPrice === undefined || quantity === undefined || compare(quantity, zero) <= 0) return null;
  const net = netPrice(unitPrice, discount);
  return compare(net, zero) > 0 ? net : null;
}
