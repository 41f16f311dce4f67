import { expect, it } from 'vitest';
import { newCustomer } from '../../../../core/check/rules/new-customer.ts';
import { type Books, cells, checkWith } from '../given.ts';

const found = (openAmounts: NonNullable<Books['openAmounts']>, ordersConfirmed = 30) =>
  checkWith([newCustomer], [{}, {}, { key: '2', customer: { code: 'C9' } }], { openAmounts, ordersConfirmed });

it('new customer: his first three orders go to finance', () => {
  const [finding, ...rest] = found([{ customerCode: 'c1', confirmedOrders: 2 }]).findings;
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({
    cell: 'B2',
    code: 'customer.new',
    severity: 'info',
    actual: { kind: 'text', value: 'Ever Bright' },
    data: { before: '2', first: '3' },
  });
});

it('new customer: one nobody has heard of had none', () => {
  expect(found([]).findings[0]?.data).toEqual({ before: '0', first: '3' });
});

it.each([
  ['he had three', 3, 30],
  ['the house itself has hardly any', 2, 29],
])('new customer: not when %s', (_, confirmedOrders, ordersConfirmed) => {
  expect(cells(found([{ customerCode: 'C1', confirmedOrders }], ordersConfirmed))).toEqual([]);
});
