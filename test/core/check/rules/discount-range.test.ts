import { expect, it } from 'vitest';
import { discountRange } from '../../../../core/check/rules/discount-range.ts';
import { cells, checkWith, decimal } from '../given.ts';

it('discounts lie between nothing and all', () => {
  const { findings } = checkWith(
    [discountRange],
    ['0', '1', '0.05', '1.01', '95', '-0.05', undefined].map((discount) =>
      discount === undefined ? {} : { discount: decimal(discount) },
    ),
  );
  expect(cells({ findings })).toEqual([5, 6, 7].map((row) => `H${row} discount.out-of-range`));
  expect(findings.map(({ actual }) => actual)).toEqual(
    ['1.01', '95', '-0.05'].map((value) => ({ kind: 'ratio', value })),
  );
  expect(findings.map(({ data }) => data?.context)).toEqual([undefined, undefined, 'negative']);
});
