import { sameClass } from '../policy/customer-class.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, type Decimal } from '../value/decimal.ts';
import type { Item, ListPrice, PriceBook } from './knowledge.ts';

/** What decides which list price holds (R18). */
export interface PriceQuestion {
  /** Of this one line: breaks by an item's total in the order would be a policy of their own. */
  readonly quantity: Decimal;
  readonly currency: string;
  readonly customerClass?: string | undefined;
  readonly on: PlainDate;
}

export type ListPriceAnswer =
  | { readonly kind: 'price'; readonly price: Decimal; readonly isPromotion: boolean; readonly isOfClass: boolean }
  /** The list contradicts itself: rows of the same standing with different prices. */
  | { readonly kind: 'ambiguous'; readonly prices: readonly Decimal[] }
  | { readonly kind: 'none'; readonly because: 'no-price' | 'currency' | 'not-valid' };

/**
 * The list price of an item: valid on the day, in the order's currency, a promotion before all else, of the customer's class
 * before the general one, at the highest quantity break reached; of several validities the one that began last.
 */
export function listPriceOf(book: PriceBook, item: Item, question: PriceQuestion): ListPriceAnswer {
  if (item.prices.length === 0) return { kind: 'none', because: 'no-price' };
  // Asked for every row: one pass, and nothing is allocated on the way.
  let isPayable = false;
  let best: ListPrice | null = null;
  let bestRank = 0;
  let equals: Decimal[] | null = null;
  for (const price of item.prices) {
    if ((price.currency ?? book.currency) !== question.currency) continue;
    isPayable = true;
    const rank = rankOf(price, question);
    if (rank === 0 || !holds(price, question)) continue;
    const order: number = best ? rank - bestRank || byStrength(price, best) : 1;
    if (order > 0) {
      best = price;
      bestRank = rank;
      equals = null;
    } else if (order === 0 && best && price.price !== best.price) {
      equals = [...(equals ?? [best.price]), price.price];
    }
  }
  if (!best) return { kind: 'none', because: isPayable ? 'not-valid' : 'currency' };
  if (equals) return { kind: 'ambiguous', prices: [...new Set(equals)] };
  return {
    kind: 'price',
    price: best.price,
    isPromotion: best.promotion ?? false,
    isOfClass: best.customerClass !== undefined,
  };
}

/** A promotion goes before all else, the customer's class before the general price; 0 = another class's. */
function rankOf({ customerClass, promotion }: ListPrice, question: PriceQuestion): number {
  if (customerClass !== undefined && !sameClass(customerClass, question.customerClass)) return 0;
  return (promotion ? 2 : 0) + (customerClass === undefined ? 1 : 2);
}

const holds = (price: ListPrice, { on, quantity }: PriceQuestion): boolean =>
  (price.validFrom === undefined || price.validFrom <= on) &&
  (price.validTo === undefined || on <= price.validTo) &&
  compare(price.minimumQuantity, quantity) <= 0;

/** Positive when `a` goes before `b`. */
function byStrength(a: ListPrice, b: ListPrice): number {
  const byQuantity = a.minimumQuantity === b.minimumQuantity ? 0 : compare(a.minimumQuantity, b.minimumQuantity);
  if (byQuantity !== 0) return byQuantity;
  const fromA = a.validFrom ?? '';
  const fromB = b.validFrom ?? '';
  return fromA === fromB ? 0 : fromA > fromB ? 1 : -1;
}
