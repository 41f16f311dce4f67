import { expect, it } from 'vitest';
import { cells, check, decimal } from '../given.ts';

it('price precision: four decimals are enough', () => {
  const items = [{ code: 'A-1', prices: [{ price: '3.3333' }] }];
  const rows = ['3.3333', '3.33333333333333'].map((price) => ({ unitPrice: decimal(price) }));
  const found = check(rows, { items }).findings.filter(({ code }) => code === 'price.too-precise');
  expect(cells({ findings: found })).toEqual(['G3 price.too-precise']);
  expect(found[0]).toMatchObject({ expected: { value: '3.3333' }, fix: { value: 3.3333 } });
});
