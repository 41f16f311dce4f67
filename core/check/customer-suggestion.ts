import { sameText } from '../sheet/text.ts';
import { oneKeystrokeApart } from './item-suggestion.ts';
import type { Customer, CustomerBook } from './knowledge.ts';

/** A customer and his names as they are compared. */
interface Named {
  readonly customer: Customer;
  readonly names: readonly string[];
}

const namesIn = new WeakMap<CustomerBook, readonly Named[]>();
const suggestedIn = new WeakMap<CustomerBook, Map<string, Customer | null>>();

/**
 * The customer an unknown name most likely means, or null: the only one whose name is one keystroke away, else the only one
 * whose name holds what was typed (永光五金 of 宁波永光五金有限公司). Names that differ in a number are two customers: 分店1, 分店2.
 * One unknown customer may have many orders: he is looked for once per book.
 */
export function suggestCustomer(book: CustomerBook, typed: string): Customer | null {
  const said = sameText(typed);
  if (!saysEnough(said)) return null;
  const suggested = suggestedIn.get(book) ?? new Map<string, Customer | null>();
  suggestedIn.set(book, suggested);
  const known = suggested.get(said);
  if (known !== undefined) return known;
  const meant = theOneAlike(namedIn(book), said);
  suggested.set(said, meant);
  return meant;
}

/** Looks through the whole book. */
function theOneAlike(all: readonly Named[], said: string): Customer | null {
  const mistyped = all.filter(({ names }) => names.some((name) => isMistyped(said, name)));
  if (mistyped.length > 0) return only(mistyped);
  return only(all.filter(({ names }) => names.some((name) => name.includes(said))));
}

const only = ([first, second]: readonly Named[]): Customer | null => (first && !second ? first.customer : null);

function namedIn(book: CustomerBook): readonly Named[] {
  const known = namesIn.get(book);
  if (known) return known;
  const named = book.customers.map((customer) => ({
    customer,
    names: [customer.name, customer.shortName ?? ''].map(sameText).filter((name) => name !== ''),
  }));
  namesIn.set(book, named);
  return named;
}

/** Two Chinese characters or four letters: less is in every other name. */
const saysEnough = (said: string): boolean => /\p{Script=Han}.*\p{Script=Han}|\p{L}.*\p{L}.*\p{L}.*\p{L}/u.test(said);

/** Of two characters one is half the name: another name, not a slip. */
const isMistyped = (said: string, name: string): boolean =>
  said.length > 2 && name.length > 2 && digitsOf(said) === digitsOf(name) && oneKeystrokeApart(said, name);

const digitsOf = (name: string): string => name.replace(/\D/g, '');
