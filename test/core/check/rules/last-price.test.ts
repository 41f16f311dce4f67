import { describe, expect, it } from 'vitest';
import { lastPrice } from '../../../../core/check/rules/last-price.ts';
import { type Books, cells, checkWith, date, decimal, ordersTable, type Row } from '../given.ts';

const deal = { itemCode: 'A-1', lastPrice: decimal('10'), lastOn: date('2026-09-01'), lastOrder: 'SO-202609-00007' };
const found = (row: Row, books: Books = {}) => checkWith([lastPrice], [row], { pastDeals: [deal], ...books }).findings;
const at = (unitPrice: string, more: Row = {}): Row => ({ unitPrice: decimal(unitPrice), ...more });

describe('the customer’s last price was 10.00', () => {
  it.each([['11'], ['9'], ['10']])('%s is about that', (price) => {
    expect(found(at(price))).toEqual([]);
  });

  it.each([
    ['11.01', '-10.1', 'above'],
    ['8.99', '10.1', 'below'],
  ])('%s is not: names the deal', (price, discount, context) => {
    expect(found(at(price))).toMatchObject([
      {
        code: 'price.unlike-last',
        severity: 'warning',
        cell: 'G2',
        expected: { kind: 'money', value: '10', currency: 'CNY' },
        actual: { kind: 'money', value: price, currency: 'CNY' },
        data: { item: 'A-1', on: '2026-09-01', lastOrder: 'SO-202609-00007', discount, context },
      },
    ]);
  });

  it('counts the discount', () => {
    expect(found(at('12', { discount: decimal('0.1') }))).toEqual([]);
    expect(found(at('10', { discount: decimal('0.15') }))).toMatchObject([{ actual: { value: '8.5' } }]);
  });

  it('compares in the row’s own unit', () => {
    const books = { items: [{ code: 'A-1', unit: '个', pack: { size: decimal('24'), unit: '箱' } }] };
    expect(found(at('240', { quantityUnit: '箱' }), books)).toEqual([]);
    expect(found(at('300', { quantityUnit: '箱' }), books)).toMatchObject([{ expected: { value: '240' } }]);
  });

  it('compares with tax what was with tax, whatever the list is', () => {
    expect(found(at('10'), { tax: 'excluded' })).toEqual([]);
    const table = { ...ordersTable, beforeTax: ['unitPrice' as const] };
    const without = (price: string) => checkWith([lastPrice], [at(price)], { pastDeals: [deal] }, { table });
    expect(cells(without('8.85'))).toEqual([]);
    expect(cells(without('10'))).toEqual(['G2 price.unlike-last']);
  });

  it.each([
    ['a gift', at('1', { gift: true })],
    ['nothing to pay', at('0')],
    ['a return', at('1', { quantity: decimal('-2') })],
    ['no price', { unitPrice: undefined }],
    ['another currency', at('1', { order: { currency: 'USD' } })],
    ['another item', at('1', { itemCode: 'A-2' })],
    ['another customer', at('1', { customer: { code: 'C2' } })],
    ['an unknown customer', at('1', { customer: { code: 'C9' } })],
  ])('says nothing of %s', (_, row) => {
    const books = { items: [{ code: 'A-1' }, { code: 'A-2' }], customers: [{}, { code: 'C2', name: 'Rival' }] };
    expect(found(row, books)).toEqual([]);
  });

  it('says nothing where the last one was free, or nobody bought before', () => {
    expect(found(at('10'), { pastDeals: [{ ...deal, lastPrice: decimal('0') }] })).toEqual([]);
    expect(found(at('10'), { pastDeals: [] })).toEqual([]);
  });
});
