import { expect, it } from 'vitest';
import { cells, check, decimal } from '../given.ts';

it('positive quantity: zero and less are no order', () => {
  const rows = ['0', '-3', '0.001'].map((quantity) => ({ quantity: decimal(quantity) }));
  expect(cells(check(rows)).filter((cell) => cell.includes('quantity'))).toEqual([
    'F2 quantity.not-positive',
    'F3 quantity.not-positive',
  ]);
});
