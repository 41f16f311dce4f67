import type { ParsedOrder } from '../sheet/parsed-order.ts';
import type { CheckResult } from './check.ts';
import type { Finding } from './finding.ts';
import type { BookNeeded } from './missing-books.ts';

/** What posting would not take, as the server says when it is asked: it judges by its own, published books. */
export interface TurnedAway {
  /** Books nobody has published yet: until then no order is taken. */
  readonly missing: readonly BookNeeded[];
  /** The errors against each order. */
  readonly orders: ReadonlyMap<ParsedOrder, readonly Finding[]>;
}

export const noneTurnedAway: TurnedAway = { missing: [], orders: new Map() };

/**
 * Of that, the orders that are sound here: the workbook's own books may know a customer, an item or a price that the
 * published ones don't. The others wait for their correction anyway.
 */
export function turnedAwayThoughSound({ missing, orders: all }: TurnedAway, { orders }: CheckResult): TurnedAway {
  const sound = orders.flatMap(({ checked, order }) => {
    const errors = all.get(order);
    return checked !== null && errors ? [[order, errors] as const] : [];
  });
  return { missing, orders: new Map(sound) };
}
