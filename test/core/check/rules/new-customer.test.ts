import { expect, it } from 'vitest';
import { newCustomer } from '../../../../core/check/rules/new-customer.ts';
import { type Books, cells, checkWith } from '../given.ts';

const known = { customerCode: 'C7', confirmedOrders: 3 };
const found = (openAmounts: NonNullable<Books['openAmounts']>) =>
  checkWith([newCustomer], [{}, {}, { key: '2', customer: { code: 'C9' } }], { openAmounts });

it('new customer: his first three orders go to finance', () => {
  const [finding, ...rest] = found([known, { customerCode: 'c1', confirmedOrders: 2 }]).findings;
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
  expect(found([known]).findings[0]?.data).toEqual({ before: '0', first: '3' });
});

it.each([
  ['he had three', [known, { customerCode: 'C1', confirmedOrders: 3 }]],
  ['the house itself is new', [{ customerCode: 'C1', confirmedOrders: 2 }]],
])('new customer: not when %s', (_, openAmounts) => {
  expect(cells(found(openAmounts))).toEqual([]);
});
