import { expect, test } from 'vitest';
import type { PastDeal } from '../../../core/check/knowledge.ts';
import { lastPrices } from '../../../core/lookup/last-prices.ts';
import { type Books, batchOf, date, decimal, given, knowledge, ordersTable, type Row } from '../check/given.ts';

const deal: PastDeal = {
  customerCode: 'C1',
  itemCode: 'A-1',
  lastPrice: decimal('11.8'),
  currency: 'CNY',
  lastOn: date('2026-10-03'),
  lastOrder: 'SO-202610-00012',
  deals: 1,
};
const pricesOf = (row: Row, books: Books = {}, table = ordersTable) =>
  lastPrices(batchOf([{ customer: { code: 'C1' }, ...row }], table), {
    ...given(knowledge(books)),
    knowledge: { ...knowledge(books), pastDeals: [deal] },
  })[0];

test.each([
  ['11.8', undefined, 'same'],
  ['12.5', undefined, 'above'],
  ['11.79', undefined, 'below'],
  ['12.5', '0.056', 'same'],
])('a price of %s with discount %s is %s', (unitPrice, discount, is) => {
  const row = { unitPrice: decimal(unitPrice), ...(discount && { discount: decimal(discount) }) };
  expect(pricesOf(row)).toMatchObject({ price: '11.8', on: '2026-10-03', order: 'SO-202610-00012', row: { is } });
});

test('compares before tax where the row’s column is without, and nothing across currencies or for a gift', () => {
  const beforeTax = { ...ordersTable, beforeTax: ['unitPrice' as const] };
  expect(pricesOf({ unitPrice: decimal('10.44') }, {}, beforeTax)?.row).toEqual({
    last: '10.44',
    now: '10.44',
    is: 'same',
  });
  expect(pricesOf({ order: { currency: 'USD' } })).toMatchObject({ price: '11.8', currency: 'CNY' });
  expect(pricesOf({ order: { currency: 'USD' } })?.row).toBeUndefined();
  expect(pricesOf({ gift: true })?.row).toBeUndefined();
});

test('nothing of another customer, nor of a customer nobody knows', () => {
  expect(pricesOf({ customer: { code: 'C2' } })).toBeNull();
  expect(pricesOf({ customer: {} })).toBeNull();
});
