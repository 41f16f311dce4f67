import { describe, expect, it } from 'vitest';
import type { PriceBook } from '../../../core/check/knowledge.ts';
import { listPriceOf, type PriceQuestion } from '../../../core/check/list-price.ts';
import { date, decimal, type GivenPrice, knowledge, today } from './given.ts';

/** The price of an item with these list prices, or all that could be it, or why there is none. */
const priceOf = (prices: readonly GivenPrice[], question: Partial<PriceQuestion> = {}) => {
  const book = knowledge({ items: [{ code: 'A-1', prices }] }).prices as PriceBook;
  const [item] = book.items;
  if (!item) throw new Error('no item');
  const asked = { quantity: decimal('10'), currency: 'CNY', on: today, ...question };
  const answer = listPriceOf(book, item, asked);
  return answer.kind === 'price' ? answer.price : answer.kind === 'ambiguous' ? answer.prices : answer.because;
};

/** Whatever order the list is in. */
const eitherWay = (prices: readonly GivenPrice[], question: Partial<PriceQuestion> = {}) => {
  const [there, back] = [priceOf(prices, question), priceOf(prices.toReversed(), question)];
  expect([there].flat().toSorted()).toEqual([back].flat().toSorted());
  return there;
};

describe('of several prices that hold', () => {
  it('the highest quantity break counts, however its numbers are written', () => {
    const breaks = [{ price: '10' }, { price: '8', minimumQuantity: '10' }, { price: '9', minimumQuantity: '5' }];
    expect(eitherWay(breaks)).toBe('8');
    expect(
      eitherWay([
        { price: '8', minimumQuantity: '9' },
        { price: '7', minimumQuantity: '10' },
      ]),
    ).toBe('7');
    expect(
      eitherWay([
        { price: '8', minimumQuantity: '10' },
        { price: '7', minimumQuantity: '10.0' },
      ]),
    ).toEqual(['8', '7']);
  });

  it('the one that began last counts', () => {
    const seasons = [
      { price: '10' },
      { price: '11', validFrom: date('2026-07-01') },
      { price: '12', validFrom: date('2026-11-21') },
      { price: '13', validFrom: date('2026-11-22') },
    ];
    expect(eitherWay(seasons)).toBe('12');
    expect(eitherWay(seasons, { on: date('2026-11-20') })).toBe('11');
    expect(eitherWay(seasons, { on: date('2026-06-30') })).toBe('10');
  });

  it('a quantity break goes before a later beginning', () => {
    const prices = [
      { price: '9', minimumQuantity: '10' },
      { price: '11', validFrom: date('2026-11-01') },
    ];
    expect(eitherWay(prices)).toBe('9');
  });

  it('of the same standing all count, each once', () => {
    expect(eitherWay([{ price: '10' }, { price: '11' }, { price: '10' }, { price: '11' }])).toHaveLength(2);
    expect(eitherWay([{ price: '10' }, { price: '10' }])).toBe('10');
    // A weaker one in between changes nothing.
    const stronger = { minimumQuantity: '5' };
    expect(priceOf([{ price: '10', ...stronger }, { price: '12' }, { price: '11', ...stronger }])).toEqual([
      '10',
      '11',
    ]);
  });

  it('a promotion goes before class and break, where it holds for this customer', () => {
    const prices = [
      { price: '9', customerClass: 'A' },
      { price: '8', minimumQuantity: '10' },
      { price: '12', promotion: true, validTo: date('2026-11-21') },
    ];
    expect(eitherWay(prices, { customerClass: 'A' })).toBe('12');
    expect(eitherWay(prices, { customerClass: 'A', on: date('2026-11-22') })).toBe('9');
    expect(eitherWay(prices, { on: date('2026-11-22') })).toBe('8');
    expect(
      eitherWay([{ price: '9' }, { price: '5', promotion: true, customerClass: 'B' }], { customerClass: 'A' }),
    ).toBe('9');
  });
});

describe('no price', () => {
  it.each<[string, readonly GivenPrice[], string]>([
    ['at all', [], 'no-price'],
    ['in the order’s currency', [{ price: '10', currency: 'USD' }], 'currency'],
    ['yet', [{ price: '10', validFrom: date('2026-11-22') }], 'not-valid'],
    ['any more', [{ price: '10', validTo: date('2026-11-20') }], 'not-valid'],
    ['for so few', [{ price: '10', minimumQuantity: '10.01' }], 'not-valid'],
    ['for this customer', [{ price: '10', customerClass: 'B' }], 'not-valid'],
  ])('%s', (_, prices, because) => {
    expect(priceOf(prices)).toBe(because);
  });
});
