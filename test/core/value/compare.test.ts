import Big from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, type Decimal, parseDecimal } from '../../../core/value/decimal.ts';

/** Twenty digits before the point, ten behind: more than a float can tell apart. */
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }), fc.bigInt({ min: 0n, max: 10n ** 10n - 1n }))
  .map(
    ([minus, whole, part]) => parseDecimal(`${minus ? '-' : ''}${whole}.${String(part).padStart(10, '0')}`) as Decimal,
  );

it('compares as exact arithmetic does', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(compare(a, b)).toBe(new Big(a).cmp(b));
    }),
  );
});

it.each([
  ['10000000000000000000.0000000001', '10000000000000000000', 1],
  ['-0.3', '-0.30000000000000001', 1],
  ['0', '0', 0],
] as const)('%s against %s: %d, though floats see no difference', (a, b, order) => {
  expect(compare(a as Decimal, b as Decimal)).toBe(order);
  expect(compare(b as Decimal, a as Decimal) + order).toBe(0);
});
