import type { PriceBook } from '../check/knowledge.ts';
import { type OrderAndShipments, progressOf } from '../order/progress.ts';
import { supplyOf } from '../order/supply.ts';
import { mostOf } from '../order/tolerance.ts';
import type { Policy } from '../policy/policy.ts';
import { compare, type Decimal, isZero, subtract, zero } from '../value/decimal.ts';

/**
 * How much of a line may leave now: what is ready; once that is all that is open, beyond it the tolerance (policy 9), of goods
 * made or bought as far as quality let them through. Null: the order has no such line. Whether it is on hand, the door asks.
 */
export function mostThatMayLeave(
  { order, shipments }: OrderAndShipments,
  line: number,
  { policy, prices }: { readonly policy: Pick<Policy, 'goods'>; readonly prices: PriceBook | null },
): Decimal | null {
  const content = order.lines.find((each) => each.line === line);
  const progress = progressOf(order, shipments).find((each) => each.line === line);
  if (content === undefined || progress === undefined) return null;
  const { open, ready, shipped } = progress;
  if (isZero(open) || compare(ready, open) < 0) return ready;
  const most = subtract(mostOf(content, policy, prices), shipped);
  const supply = supplyOf(order, line);
  const released = supply === undefined ? most : subtract(supply.released, shipped);
  return compare(released, most) < 0 ? released : most;
}

/** What of a line may still leave in all, by what was ordered and the tolerance. */
export function mostInAll(
  { order, shipments }: OrderAndShipments,
  line: number,
  { policy, prices }: { readonly policy: Pick<Policy, 'goods'>; readonly prices: PriceBook | null },
): Decimal {
  const content = order.lines.find((each) => each.line === line);
  const progress = progressOf(order, shipments).find((each) => each.line === line);
  if (content === undefined || progress === undefined || isZero(progress.open)) return zero;
  return subtract(mostOf(content, policy, prices), progress.shipped);
}
