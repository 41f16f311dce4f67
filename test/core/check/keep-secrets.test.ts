import { expect, it } from 'vitest';
import { keepCosts, keepCredit } from '../../../core/check/keep-secrets.ts';
import type { CustomerBook, Item, PriceBook } from '../../../core/check/knowledge.ts';
import { withheld } from '../../../core/check/withhold.ts';
import { decimal, knowledge } from './given.ts';

const secretItem = { code: 'A-1', unit: '瓶', cost: decimal('6'), floorPrice: decimal('7') };
const last = knowledge({ items: [secretItem], customers: [{ creditLimit: decimal('500'), overdueDays: 9 }] });
const prices = last.prices as PriceBook;
const customers = last.customers as CustomerBook;
const listing = (item: Partial<Item>, more: Partial<PriceBook> = {}): PriceBook => ({
  ...prices,
  items: [{ code: 'a-1', unit: '瓶', discontinued: false, prices: [], ...item }],
  ...more,
});

it('a book that comes back without what its publisher may not see loses nothing', () => {
  const handed = withheld(last, ['costs', 'credit']);
  expect(keepCosts(handed.prices as PriceBook, prices, ['costs'])).toEqual(prices);
  expect(keepCredit(handed.customers as CustomerBook, customers, ['credit'])).toEqual(customers);
});

it('what it says itself holds, and who may see it deletes it by leaving it out', () => {
  expect(keepCosts(listing({ cost: decimal('5') }), prices, ['costs']).items[0]).toMatchObject({ cost: '5' });
  expect(keepCosts(listing({}), prices, ['credit']).items[0]).not.toHaveProperty('cost');
  const open = withheld(last, ['credit']).customers as CustomerBook;
  expect(keepCredit(open, customers, ['costs'])).toBe(open);
});

it.each<[string, PriceBook]>([
  ['by another unit', listing({ unit: '箱' })],
  ['of another size', listing({ specification: 'M8' })],
  ['in another currency', listing({}, { currency: 'USD' })],
  ['without tax', listing({}, { tax: 'excluded' })],
  ['under another code', listing({ code: 'A-2' })],
])('an item %s takes no cost over', (_, book) => {
  expect(keepCosts(book, prices, ['costs'])).toEqual(book);
});

it('a first book has nothing to take over', () => {
  const book = listing({});
  expect(keepCosts(book, null, ['costs'])).toBe(book);
  expect(keepCredit(customers, null, ['credit'])).toBe(customers);
});
