import { customMadeIn } from '../check/custom-made.ts';
import type { PriceBook } from '../check/knowledge.ts';
import type { Policy } from '../policy/policy.ts';
import { add, type Decimal, multiply } from '../value/decimal.ts';
import type { OrderLine } from './state.ts';

/** By how much of the quantity ordered more of an item may be made and leave (policy 9); custom-made goods come out less exactly. */
export const toleranceOf = (itemCode: string, { goods }: Pick<Policy, 'goods'>, prices: PriceBook | null): Decimal =>
  customMadeIn(prices)(itemCode) ? goods.toleranceCustomMade : goods.tolerance;

/** The most of a line that may be made, or leave in all. */
export const mostOf = (
  { itemCode, quantity }: Pick<OrderLine, 'itemCode' | 'quantity'>,
  policy: Pick<Policy, 'goods'>,
  prices: PriceBook | null,
): Decimal => add(quantity, multiply(quantity, toleranceOf(itemCode, policy, prices)));
