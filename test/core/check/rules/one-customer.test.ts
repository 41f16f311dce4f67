import { expect, it } from 'vitest';
import { oneCustomer } from '../../../../core/check/rules/one-customer.ts';
import { cells, checkWith } from '../given.ts';

it('one customer: names the row of an order that has another customer', () => {
  const result = checkWith([oneCustomer], [{}, { otherCustomer: 'Rival' }, { key: '2' }]);
  expect(cells(result)).toEqual(['B3 customer.conflict']);
  expect(result.findings[0]).toMatchObject({
    expected: { kind: 'text', value: 'C1' },
    actual: { kind: 'text', value: 'Rival' },
  });
});
