import { expect, it } from 'vitest';
import { pricePrecision } from '../../../../core/check/rules/price-precision.ts';
import { cells, checkWith, decimal } from '../given.ts';

const found = (unitPrice: string | undefined) =>
  checkWith([pricePrecision], [{ unitPrice: unitPrice === undefined ? undefined : decimal(unitPrice) }]).findings;

it('price precision: four decimals are enough', () => {
  expect(['3', '3.3333', '10000', undefined].flatMap(found)).toEqual([]);
});

it.each([
  ['3.33333333333333', '3.3333', 3.3333],
  ['3.33335', '3.3334', 3.3334],
  ['12.00001', '12', 12],
])('%s is shown as it stands, with %s to put in its place', (unitPrice, value, fix) => {
  const findings = found(unitPrice);
  expect(cells({ findings })).toEqual(['G2 price.too-precise']);
  expect(findings).toMatchObject([
    {
      expected: { kind: 'money', value, currency: 'CNY' },
      actual: { kind: 'text', value: unitPrice },
      fix: { cell: 'G2', value: fix },
    },
  ]);
});
