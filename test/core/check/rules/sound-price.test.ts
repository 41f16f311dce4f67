import { expect, it } from 'vitest';
import { soundPrice } from '../../../../core/check/rules/sound-price.ts';
import { cells, checkWith, decimal } from '../given.ts';

it('sound price: below zero is an error, nothing is a question, a cent is a price', () => {
  const { findings } = checkWith(
    [soundPrice],
    ['-1', '0', '0.01'].map((price) => ({ unitPrice: decimal(price) })),
  );
  expect(cells({ findings })).toEqual(['G2 price.negative', 'G3 price.zero']);
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
});
