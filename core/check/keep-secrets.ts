import { sameText } from '../sheet/text.ts';
import type { Customer, CustomerBook, Item, PriceBook, Secret } from './knowledge.ts';
import { sameUnit } from './unit.ts';

/**
 * A price list as it is kept when somebody publishes it who may not see costs: where it says nothing of floor price or cost, the
 * last list's still hold. Nobody deletes what he can't see; who sees it deletes it by leaving it out. A list in other terms
 * (currency, tax) can't take figures over.
 */
export function keepCosts(book: PriceBook, last: PriceBook | null, unseen: readonly Secret[]): PriceBook {
  if (!unseen.includes('costs') || !last || last.currency !== book.currency || last.tax !== book.tax) return book;
  const known = Map.groupBy(last.items, thingOf);
  const kept = (item: Item): Item => {
    const [before, another] = (known.get(thingOf(item)) ?? []).filter((other) => isSoldAlike(item, other));
    if (!before || another) return item;
    const { cost, floorPrice } = before;
    return { ...(cost !== undefined && { cost }), ...(floorPrice !== undefined && { floorPrice }), ...item };
  };
  return { ...book, items: book.items.map(kept) };
}

/** The same of a customer book and what customers may owe and do owe. */
export function keepCredit(book: CustomerBook, last: CustomerBook | null, unseen: readonly Secret[]): CustomerBook {
  if (!unseen.includes('credit') || !last) return book;
  const known = new Map(last.customers.map((customer) => [sameText(customer.code), customer]));
  const kept = (customer: Customer): Customer => {
    const { creditLimit, overdueDays, overdueDebt, receivable } = known.get(sameText(customer.code)) ?? {};
    return {
      ...(creditLimit !== undefined && { creditLimit }),
      ...(receivable !== undefined && { receivable }),
      ...(overdueDebt !== undefined && { overdueDebt }),
      ...(overdueDays !== undefined && { overdueDays }),
      ...customer,
    };
  };
  return { ...book, customers: book.customers.map(kept) };
}

/** What tells an item from others of its code. */
const thingOf = ({ code, barcode = '', specification = '', color = '', material = '', brand = '' }: Item): string =>
  JSON.stringify([code, barcode, specification, color, material, brand].map(sameText));

/** A cost per carton is none per bottle. */
const isSoldAlike = ({ unit: one }: Item, { unit: other }: Item): boolean =>
  one === undefined || other === undefined ? one === other : sameUnit(one, other);
