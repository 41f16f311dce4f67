import type { ParsedOrder } from '../sheet/parsed-order.ts';
import { sameText } from '../sheet/text.ts';
import type { OrderInCheck } from './context.ts';
import type { Customer, CustomerBook } from './knowledge.ts';
import { file, type Match, matchOf, noBook, unnamed } from './match.ts';

/** The customer book by code and by name; a short name counts where it is nobody's name. */
export interface CustomerIndex {
  readonly byCode: ReadonlyMap<string, readonly Customer[]>;
  readonly byName: ReadonlyMap<string, readonly Customer[]>;
}

const indexes = new WeakMap<CustomerBook, CustomerIndex>();

/** The index of a book, made once per book: a pane checks the same books again and again. */
export function customerIndexOf(book: CustomerBook): CustomerIndex {
  const known = indexes.get(book);
  if (known) return known;
  const byCode = new Map<string, Customer[]>();
  const byName = new Map<string, Customer[]>();
  for (const customer of book.customers) {
    file(byCode, sameText(customer.code), customer);
    file(byName, sameText(customer.name), customer);
  }
  const names = new Set(byName.keys());
  for (const customer of book.customers) {
    if (customer.shortName === undefined) continue;
    const key = sameText(customer.shortName);
    if (!names.has(key)) file(byName, key, customer);
  }
  const index = { byCode, byName };
  indexes.set(book, index);
  return index;
}

/**
 * The customer an order names: by code when it gives one, else by name. Where the sheet has a single column "customer",
 * either may stand in it: a name that stands in the code column counts as long as no name column contradicts it.
 */
export function findCustomer(book: CustomerBook | null, { code, name }: ParsedOrder['customer']): Match<Customer> {
  const said = code || name;
  if (!said) return unnamed;
  if (!book) return noBook;
  const { byCode, byName } = customerIndexOf(book);
  const key = sameText(said);
  if (code) return matchOf(byCode.get(key) ?? (name ? undefined : byName.get(key)));
  return matchOf(byName.get(key) ?? byCode.get(key));
}

/** What tells one order's customer from another's: his code in the book, else what the rows call him; null = nobody. */
export function customerIdentity({ customer, parsed }: OrderInCheck): string | null {
  const name = customer.kind === 'found' ? customer.entry.code : (parsed.customer.code ?? parsed.customer.name);
  return name === undefined ? null : sameText(name);
}
