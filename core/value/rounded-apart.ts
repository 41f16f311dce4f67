import { compare, type Decimal, round } from './decimal.ts';

/** Beyond these there are only errors of division (core/value/decimal.ts). */
const most = 10;

/**
 * Rounded to `places` decimals, or to as many more as it takes to differ from limits it isn't equal to: "3 % below; you may
 * grant 3 %" explains nothing.
 */
export function roundedApart(value: Decimal, places: number, limits: readonly Decimal[]): Decimal {
  const others = limits.filter((limit) => compare(limit, value) !== 0);
  for (let more = places; more < most; more++) {
    const rounded = round(value, more);
    if (others.every((other) => compare(other, rounded) !== 0)) return rounded;
  }
  return round(value, most);
}
