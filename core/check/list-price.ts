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
  const payable = item.prices.filter((price) => (price.currency ?? book.currency) === question.currency);
  if (payable.length === 0) return { kind: 'none', because: 'currency' };
  const valid = payable.filter((price) => holds(price, question));
  const promotions = forClass(
    valid.filter(({ promotion }) => promotion),
    question,
  );
  return strongest(promotions.length > 0 ? promotions : forClass(valid, question));
}

/** What the customer's class pays; where it has no price of its own, what everybody pays. */
function forClass(prices: readonly ListPrice[], { customerClass }: PriceQuestion): readonly ListPrice[] {
  const ofClass = prices.filter((price) => sameClass(price.customerClass, customerClass));
  return ofClass.length > 0 ? ofClass : prices.filter((price) => price.customerClass === undefined);
}

const holds = (price: ListPrice, { on, quantity }: PriceQuestion): boolean =>
  (price.validFrom === undefined || price.validFrom <= on) &&
  (price.validTo === undefined || on <= price.validTo) &&
  compare(price.minimumQuantity, quantity) <= 0;

function strongest(candidates: readonly ListPrice[]): ListPriceAnswer {
  let best: ListPrice[] = [];
  for (const price of candidates) {
    const order = best[0] ? byStrength(price, best[0]) : 1;
    if (order > 0) best = [price];
    else if (order === 0 && !best.some((other) => other.price === price.price)) best.push(price);
  }
  const [first, second] = best;
  if (!first) return { kind: 'none', because: 'not-valid' };
  return second
    ? { kind: 'ambiguous', prices: best.map(({ price }) => price) }
    : {
        kind: 'price',
        price: first.price,
        isPromotion: first.promotion ?? false,
        isOfClass: first.customerClass !== undefined,
      };
}

/** Positive when `a` goes before `b`. */
function byStrength(a: ListPrice, b: ListPrice): number {
  const byQuantity = a.minimumQuantity === b.minimumQuantity ? 0 : compare(a.minimumQuantity, b.minimumQuantity);
  if (byQuantity !== 0) return byQuantity;
  const [fromA, fromB] = [a.validFrom ?? '', b.validFrom ?? ''];
  return fromA === fromB ? 0 : fromA > fromB ? 1 : -1;
}
