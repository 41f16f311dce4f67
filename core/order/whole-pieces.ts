import { unitOf } from '../check/unit.ts';
import { type Decimal, maximum, multiply, roundDown } from '../value/decimal.ts';
import { placesOf } from '../value/scaled.ts';
import type { OrderLine } from './state.ts';

/** What of a line says whether its goods move in whole pieces. */
type Ordered = Pick<OrderLine, 'quantity' | 'unit'>;

/** What was ordered in whole pieces is made, sent and brought back in whole pieces (R6); cloth by the metre may be cut. */
export const isPartOfPiece = (wanted: Decimal, { quantity, unit }: Ordered): boolean =>
  unit !== undefined && isCounted(unit) && isWhole(quantity, unit) && !isWhole(wanted, unit);

/**
 * So much of `most` as may move: counted goods in no more decimals than were ordered (half a dozen is six pieces); where that
 * would part a piece, in whole units.
 */
export function inWholePieces(most: Decimal, ordered: Ordered): Decimal {
  const { quantity, unit } = ordered;
  if (unit === undefined || !isCounted(unit)) return most;
  const asOrdered = roundDown(most, placesOf(quantity));
  return isPartOfPiece(asOrdered, ordered) ? maximum(quantity, roundDown(most, 0)) : asOrdered;
}

const isCounted = (unit: string): boolean => unitOf(unit).isCounted;
const isWhole = (quantity: Decimal, unit: string): boolean => !multiply(quantity, unitOf(unit).size).includes('.');
