import { isRetail, sameClass } from '../policy/customer-class.ts';
import { compare, type Decimal, divide, multiply, zero } from '../value/decimal.ts';
import type { CheckContext, LineInCheck } from './context.ts';
import { hasItem, type ItemLine } from './item-line.ts';
import type { Customer, Item, ListPrice } from './knowledge.ts';
import { type ListPriceAnswer, listPriceOf } from './list-price.ts';
import type { Match } from './match.ts';
import { oncePerLine } from './once-per-line.ts';
import { inRowTerms, type RowPrice } from './price-terms.ts';
import { countedIn, ratioOf } from './unit-conversion.ts';

export type RowListPrice =
  | (RowPrice & {
      readonly kind: 'price';
      readonly isPromotion: boolean;
      /** False where the item has prices by class and this one is not known to be the customer's: no row is mended by it. */
      readonly isCertain: boolean;
    })
  | { readonly kind: 'ambiguous'; readonly prices: readonly RowPrice[] }
  | Extract<ListPriceAnswer, { kind: 'none' }>;

/**
 * The list price of a row on its order's date (else today), in the row's own terms: its unit, with or without tax as its
 * column says. Null while item or quantity are not clear, the row counts in a unit the list price says nothing about, or the
 * item is priced by class and nobody knows what this customer's is or pays.
 */
export const listPriceOfLine = oncePerLine(findListPrice);

/** The same, of a row that may stand in no sheet: as it would be if it said something else. */
export function findListPrice(line: LineInCheck, context: CheckContext): RowListPrice | null {
  const book = context.knowledge.prices;
  if (!book || !hasItem(line)) return null;
  const quantity = inItemUnits(line);
  if (quantity === null || compare(quantity, zero) <= 0) return null;
  const { item, order } = line;
  const standing = standingOf(item.entry, order.customer);
  if (standing === null) return null;
  const answer = listPriceOf(book, item.entry, {
    quantity,
    currency: order.currency,
    customerClass: standing.customerClass,
    on: order.parsed.orderDate ?? context.today,
  });
  if (answer.kind === 'none') return answer;
  const { tax } = book;
  if (answer.kind === 'ambiguous') {
    const prices = answer.prices.flatMap((price) => inRowTerms({ price, tax }, line, context) ?? []);
    return prices.length === 0 ? null : { kind: 'ambiguous', prices };
  }
  const inRow = inRowTerms({ price: answer.price, tax }, line, context);
  if (!inRow) return null;
  // One a row: written out, for spreading costs several times as much.
  const { exact, isConverted, listed, price, step } = inRow;
  const { isOfClass, isPromotion } = answer;
  const isCertain = isOfClass || standing.paysGeneral;
  return { kind: 'price', price, exact, listed, step, isConverted, isPromotion, isCertain };
}

/**
 * The class the customer buys in, and whether he surely pays the general price where his class has none of its own. Null when
 * the item has prices by class and the customer can't be told, or no price is his.
 */
function standingOf(
  { prices }: Item,
  customer: Match<Customer>,
): { readonly customerClass: string | undefined; readonly paysGeneral: boolean } | null {
  const customerClass = customer.kind === 'found' ? customer.entry.customerClass : undefined;
  if (prices.every(isGeneral)) return { customerClass, paysGeneral: true };
  if (customer.kind === 'unknown' || customer.kind === 'ambiguous') return null;
  const isHis = (price: ListPrice) =>
    price.customerClass === undefined || sameClass(price.customerClass, customerClass);
  if (!prices.some(isHis)) return null;
  const hasNone = customer.kind === 'found' && customerClass === undefined;
  return { customerClass, paysGeneral: hasNone || isRetail(customerClass) };
}

const isGeneral = (price: ListPrice): boolean => price.customerClass === undefined;

/** The row's quantity in the item's unit; null while it has none or its unit says nothing about the item's. */
export function inItemUnits({ item, parsed }: ItemLine): Decimal | null {
  const ratio = ratioOf(countedIn(parsed), item.entry, parsed);
  if (!ratio || parsed.quantity === undefined) return null;
  const counted = ratio.times === '1' ? parsed.quantity : multiply(parsed.quantity, ratio.times);
  return ratio.per === '1' ? counted : divide(counted, ratio.per);
}
