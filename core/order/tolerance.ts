import { customMadeIn } from '../check/custom-made.ts';
import type { PriceBook } from '../check/knowledge.ts';
import type { Policy } from '../policy/policy.ts';
import { add, type Decimal, multiply } from '../value/decimal.ts';
import type { OrderLine } from './state.ts';
import { inWholePieces } from './whole-pieces.ts';

/** By how much of the quantity ordered more of an item may be made and leave (policy 9); custom-made goods come out less exactly. */
export const toleranceOf = (itemCode: string, { goods }: Pick<Policy, 'goods'>, prices: PriceBook | null): Decimal =>
  customMadeIn(prices)(itemCode) ? goods.toleranceCustomMade : goods.tolerance;

/** The most of a line that may be made, or leave in all; of pieces whole ones. */
export const mostOf = (
  line: Pick<OrderLine, 'itemCode' | 'quantity' | 'unit'>,
  policy: Pick<Policy, 'goods'>,
  prices: PriceBook | null,
): Decimal =>
  inWholePieces(add(line.quantity, multiply(line.quantity, toleranceOf(line.itemCode, policy, prices))), line);
