import { isNegative, isZero } from '../value/decimal.ts';
import type { CheckContext, LineInCheck } from './context.ts';
import { type ListPriceAnswer, listPriceOf } from './list-price.ts';

/** The list price of a row on its order's date (else today); null while item or quantity are not clear. */
export function listPriceOfLine({ item, order, parsed }: LineInCheck, context: CheckContext): ListPriceAnswer | null {
  const { quantity } = parsed;
  const book = context.knowledge.prices;
  if (!book || item.kind !== 'found' || !quantity || isNegative(quantity) || isZero(quantity)) return null;
  return listPriceOf(book, item.entry, {
    quantity,
    currency: order.currency,
    customerClass: order.customer.kind === 'found' ? order.customer.entry.customerClass : undefined,
    on: order.parsed.orderDate ?? context.today,
  });
}
