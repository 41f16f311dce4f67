import { describe, expect, it } from 'vitest';
import { listPrice } from '../../../../core/check/rules/list-price.ts';
import { type Books, cells, checkWith, date, decimal, type GivenPrice, type Row } from '../given.ts';

const checkPrice = (unitPrice: string, prices: readonly GivenPrice[], row: Row = {}, books: Books = {}) =>
  checkWith([listPrice], [{ unitPrice: decimal(unitPrice), ...row }], { items: [{ code: 'A-1', prices }], ...books });

describe('list price', () => {
  it('accepts the list price however many zeros it is written with', () => {
    expect(cells(checkPrice('12.5', [{ price: '12.50' }]))).toEqual([]);
  });

  it.each([
    ['11.8', '5.6', 'below'],
    ['12.51', '-0.1', 'above'],
  ])('%s against 12.50: says how far off and offers the list price', (price, discount, context) => {
    const result = checkPrice(price, [{ price: '12.5' }]);
    expect(cells(result)).toEqual(['G2 price.not-list']);
    expect(result.findings[0]).toMatchObject({
      severity: 'warning',
      expected: { kind: 'money', value: '12.5', currency: 'CNY' },
      actual: { kind: 'money', value: price },
      data: { item: 'A-1', discount, context },
      fix: { cell: 'G2', value: 12.5 },
    });
  });

  it.each([
    ['12.5001', '12.5'],
    ['1', '0'],
  ])('%s against %s: says no percentage that would read as none', (price, list) => {
    expect(checkPrice(price, [{ price: list }]).findings[0]?.data).toEqual({ item: 'A-1' });
  });

  const breaks = [{ price: '10' }, { price: '9', minimumQuantity: '100' }, { price: '8', minimumQuantity: '500' }];
  it.each([
    ['99', '10'],
    ['100', '9'],
    ['499.999', '9'],
    ['500', '8'],
  ])('quantity break: %s pieces cost %s', (quantity, price) => {
    expect(cells(checkPrice(price, breaks, { quantity: decimal(quantity) }))).toEqual([]);
    expect(cells(checkPrice('7', breaks, { quantity: decimal(quantity) }))).toEqual(['G2 price.not-list']);
  });

  it('puts the price of the customer’s class before the general one', () => {
    const prices = [{ price: '10' }, { price: '9', customerClass: 'A' }, { price: '1', customerClass: 'B' }];
    expect(cells(checkPrice('9', prices, {}, { customers: [{ customerClass: 'ａ' }] }))).toEqual([]);
    expect(cells(checkPrice('9', prices))).toEqual(['G2 price.not-list']);
    expect(cells(checkPrice('9', prices, {}, { customers: [{ customerClass: 'A类' }] }))).toEqual([]);
  });

  const seasons = [
    { price: '10', validTo: date('2026-06-30') },
    { price: '11', validFrom: date('2026-07-01') },
    { price: '12', validFrom: date('2026-11-21'), validTo: date('2026-11-21') },
  ];
  it.each([
    ['2026-06-30', '10'],
    ['2026-07-01', '11'],
    ['2026-11-21', '12'],
    ['2026-11-22', '11'],
  ])('an order of %s pays %s', (orderDate, price) => {
    expect(cells(checkPrice(price, seasons, { order: { orderDate: date(orderDate) } }))).toEqual([]);
  });
  it('judges an order without a date by today', () => {
    expect(cells(checkPrice('12', seasons))).toEqual([]);
  });

  it.each([
    ['no-price', []],
    ['not-valid', [{ price: '10', validTo: date('2026-01-01') }]],
    ['not-valid', [{ price: '10', minimumQuantity: '50' }]],
    ['currency', [{ price: '10', currency: 'USD' }]],
  ])('says that the list has no price: %s', (context, prices) => {
    expect(checkPrice('10', prices).findings).toMatchObject([{ code: 'price.none', cell: 'G2', data: { context } }]);
  });

  it('compares in the order’s currency', () => {
    const prices = [{ price: '70' }, { price: '10', currency: 'USD' }];
    expect(cells(checkPrice('10', prices, { order: { currency: '美元' } }))).toEqual([]);
    expect(cells(checkPrice('10', prices, { order: { currency: '人民币' } }))).toEqual(['G2 price.not-list']);
  });

  it('accepts each of several prices of the same standing and names them for any other', () => {
    const prices = [{ price: '10' }, { price: '11' }];
    expect(cells(checkPrice('11', prices))).toEqual([]);
    expect(checkPrice('12', prices).findings).toMatchObject([{ code: 'price.ambiguous', data: { prices: '10, 11' } }]);
  });

  it('leaves the discount column out: it is granted, not listed', () => {
    expect(cells(checkPrice('10', [{ price: '10' }], { discount: decimal('0.05') }))).toEqual([]);
  });
});
