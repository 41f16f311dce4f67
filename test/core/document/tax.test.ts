import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitTax } from '../../../core/document/tax.ts';
import { add, type Decimal, subtract, sum } from '../../../core/value/decimal.ts';

it('rounds each line by itself, so that the printed lines add up', () => {
  // 3 × 0.05: line by line 0.04 + 0.01; over the sum it would be 0.13 + 0.02
  const lines = Array.from({ length: 3 }, () => ({ amount: '0.05' as Decimal, rate: '0.13' as Decimal }));
  expect(splitTax(lines)).toEqual({ net: '0.12', tax: '0.03', total: '0.15' });
});

it('splits any amounts into parts that make up the whole, tax never beyond its rate by more than the rounding', () => {
  const amount = fc
    .integer({ min: 0, max: 10_000_000 })
    .map((cents) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}` as Decimal);
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 30 }), fc.constantFrom('0', '0.06', '0.13'), (amounts, rate) => {
      const { net, tax, total } = splitTax(amounts.map((each) => ({ amount: each, rate: rate as Decimal })));
      expect(add(net, tax)).toBe(total);
      expect(subtract(total, sum(amounts))).toBe('0');
      expect(Math.abs(Number(tax) - Number(net) * Number(rate))).toBeLessThanOrEqual(
        0.006 * amounts.length * (1 + Number(rate)) + 1e-6,
      );
    }),
  );
});
