import { expect, it } from 'vitest';
import { positiveQuantity } from '../../../../core/check/rules/positive-quantity.ts';
import { checkWith, decimal } from '../given.ts';

it('positive quantity: zero is no order, less is a return', () => {
  const rows = ['0', '-3', '0.001', undefined].map((quantity) => ({
    quantity: quantity === undefined ? undefined : decimal(quantity),
  }));
  expect(checkWith([positiveQuantity], rows).findings).toEqual([
    expect.objectContaining({ code: 'quantity.not-positive', cell: 'F2', actual: { kind: 'quantity', value: '0' } }),
    expect.objectContaining({ code: 'quantity.not-positive', cell: 'F3', data: { context: 'return' } }),
  ]);
});
