import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  absolute,
  add,
  type Decimal,
  divide,
  multiply,
  negate,
  round,
  subtract,
  sum,
} from '../../../core/value/decimal.ts';
import { plus, times } from '../../../core/value/scaled.ts';

const text = (value: Big): string => (value.eq(0) ? '0' : value.toFixed());
/** Any decimal the product can hold, in canonical form: from a cent to twenty digits before and ten behind the point. */
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.nat(9), fc.nat(100_000), fc.bigInt({ min: 0n, max: 10n ** 20n - 1n })),
    fc.oneof(fc.constant(''), fc.stringMatching(/^\d{1,4}$/), fc.stringMatching(/^\d{1,10}$/)),
  )
  .map(
    ([isNegative, whole, decimals]) => text(new Big(`${isNegative ? '-' : ''}${whole}.${decimals || '0'}`)) as Decimal,
  );
const places = fc.integer({ min: 0, max: 10 });

test('sums, differences and products are what a library of any precision makes of them', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(add(a, b)).toBe(text(new Big(a).plus(b)));
      expect(subtract(a, b)).toBe(text(new Big(a).minus(b)));
      expect(multiply(a, b)).toBe(text(new Big(a).times(b)));
      expect(sum([a, b, a])).toBe(text(new Big(a).plus(b).plus(a)));
    }),
    { numRuns: 2000 },
  );
});

test('so are quotients to ten decimals, rounded half away from zero', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      fc.pre(b !== '0');
      Big.DP = 60;
      const right = new Big(a).div(b).round(10, Big.roundHalfUp);
      Big.DP = 20;
      expect(divide(a, b)).toBe(text(right));
    }),
    { numRuns: 2000 },
  );
  expect(() => divide('1' as Decimal, '0' as Decimal)).toThrow();
});

test('and rounding, negation and size', () => {
  fc.assert(
    fc.property(decimal, places, (a, to) => {
      expect(round(a, to)).toBe(text(new Big(a).round(to, Big.roundHalfUp)));
      expect(negate(a)).toBe(text(new Big(a).neg()));
      expect(absolute(a)).toBe(text(new Big(a).abs()));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['0.005', 2, '0.01'],
  ['-0.005', 2, '-0.01'],
  ['0.0049', 2, '0'],
  ['1.995', 2, '2'],
  ['12345678.125', 2, '12345678.13'],
])('%s to %i decimals is %s', (a, to, right) => expect(round(a as Decimal, to)).toBe(right));

test('what a float could not hold exactly is left to the library', () => {
  expect(plus('9007199254740991', '1', 1)).toBeNull();
  expect(times('94906267', '94906267')).toBeNull();
  expect(times('94906265', '94906265')).toBe('9007199136250225');
  expect(plus('0.00000000001', '1', 1)).toBeNull();
  expect(add('9007199254740991' as Decimal, '0.1' as Decimal)).toBe('9007199254740991.1');
});
