import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../../core/check/context.ts';
import { creditLimit } from '../../../../core/check/rules/credit-limit.ts';
import { runRules } from '../../../../core/check/run-rules.ts';
import { type Books, batchOf, cells, checkWith, decimal, given, knowledge, type Row } from '../given.ts';

const customers = [
  { name: 'Ever Bright', creditLimit: decimal('1000'), receivable: decimal('300') },
  { code: 'C2', name: 'Other' },
];
const openAmounts = [{ amount: decimal('500') }, { amount: decimal('9999'), currency: 'USD' }];
/** An order of so much; C1 owes 800 of his 1000. */
const order = (key: string, amount: string, more: Row = {}): Row => ({
  key,
  quantity: decimal('1'),
  unitPrice: decimal(amount),
  ...more,
});
const found = (rows: readonly Row[], books: Books = {}) =>
  checkWith([creditLimit], rows, { customers, openAmounts, ...books });

describe('credit limit', () => {
  it('is kept by an order that just reaches it', () => {
    expect(cells(found([order('1', '200')]))).toEqual([]);
  });

  it('is crossed: says limit, debt, order, and who decides', () => {
    expect(found([order('1', '200.01')]).findings).toMatchObject([
      {
        cell: 'B2',
        code: 'customer.over-credit',
        severity: 'warning',
        order: '1',
        expected: { kind: 'money', value: '1000', currency: 'CNY' },
        actual: { kind: 'money', value: '1000.01', currency: 'CNY' },
        data: {
          customer: 'Ever Bright',
          currency: 'CNY',
          owed: '800',
          orderAmount: '200.01',
          over: '0.01',
          role: 'finance-manager',
        },
      },
    ]);
  });

  it.each([
    ['300', 'finance-manager'],
    ['300.01', 'general-manager'],
  ])('by %s: %s decides', (amount, role) => {
    expect(found([order('1', amount)]).findings[0]?.data?.role).toBe(role);
  });

  it('counts a customer’s orders together as they stand in the sheet, and names the one that crosses it', () => {
    const rows = [order('1', '150'), order('2', '40'), order('3', '20'), order('1', '1'), order('4', '5')];
    expect(found(rows).findings.map(({ cell, order: key, data }) => [cell, key, data?.owed])).toEqual([
      ['B4', '3', '991'],
      ['B6', '4', '1011'],
    ]);
  });

  it('is the same in whatever order the orders were handed over', () => {
    const rows = [order('1', '150'), order('2', '60')];
    const batch = batchOf(rows);
    const turned = contextOf(
      { ...batch, orders: batch.orders.toReversed() },
      given(knowledge({ customers, openAmounts })),
    );
    expect(runRules([creditLimit], turned).map(({ finding }) => finding)).toEqual(found(rows).findings);
    expect(found(rows).findings.map(({ order: key }) => key)).toEqual(['2']);
  });

  it.each<[string, Row]>([
    ['another customer, who has no limit', { customer: { code: 'C2' } }],
    ['an unknown customer', { customer: { code: 'C9' } }],
    ['a return', { quantity: decimal('-1') }],
    ['a row without price', { unitPrice: undefined } as never],
  ])('is no matter of %s', (_, row) => {
    expect(cells(found([order('1', '5000', row)]))).toEqual([]);
  });

  it('says nothing of a return even where the limit is crossed already', () => {
    expect(cells(found([order('1', '5000'), order('2', '10', { quantity: decimal('-1') })]))).toEqual([
      'B2 customer.over-credit',
    ]);
  });

  it('starts at nothing where nobody knows of debts or open orders', () => {
    const books = { customers: [{ creditLimit: decimal('100') }], openAmounts: [] };
    expect(cells(found([order('1', '100')], books))).toEqual([]);
    expect(found([order('1', '101')], books).findings[0]?.data).toMatchObject({ owed: '0', over: '1' });
  });

  it('is in the house’s currency: an order in another is said not to have been compared, and adds nothing', () => {
    const rows = [order('1', '5000', { order: { currency: 'USD' } }), order('2', '200')];
    expect(found(rows).findings).toMatchObject([
      {
        cell: 'B2',
        code: 'check.not-run',
        order: '1',
        expected: { kind: 'text', value: 'CNY' },
        actual: { kind: 'text', value: 'USD' },
        data: { rule: 'credit-limit', context: 'currency' },
      },
    ]);
  });
});
