import type { OpenDemand } from '../check/knowledge.ts';
import { demandOf } from '../order/demand.ts';
import type { OrderAndShipments } from '../order/progress.ts';
import { promiseStock, type StockAtHand } from '../order/stock-promise.ts';
import { zero } from '../value/decimal.ts';

/**
 * Whether the stock book still has what the order holds of it, after those who are due before it: the count may have fallen
 * while it was held. An order that holds nothing lacks nothing. `openDemand`: everybody's, the order's own included.
 */
export function isStillCovered(held: OrderAndShipments, at: StockAtHand): boolean {
  const { number } = held.order;
  const own = demandOf(held, at.stock?.source.asOf ?? null);
  const last =
    own
      .map(({ dueDate = '' }): string => dueDate)
      .toSorted()
      .at(-1) ?? '';
  const before = at.openDemand.filter(({ orderNumber, dueDate = '' }) => orderNumber !== number && dueDate <= last);
  const { short } = promiseStock({ ...held.order, lines: own.map(asLine) }, { ...at, openDemand: before });
  return short.length === 0;
}

/** What is held as if it were ordered now; money plays no part in it. */
const asLine = ({ itemCode, name = itemCode, quantity, dueDate, ...goods }: OpenDemand, index: number) => ({
  line: index + 1,
  itemCode,
  itemName: name,
  quantity,
  unitPrice: zero,
  amount: zero,
  ...(dueDate !== undefined && { dueDate }),
  ...(goods.specification !== undefined && { specification: goods.specification }),
  ...(goods.color !== undefined && { color: goods.color }),
  ...(goods.unit !== undefined && { unit: goods.unit }),
  ...(goods.warehouse !== undefined && { warehouse: goods.warehouse }),
  ...(goods.batch !== undefined && { batch: goods.batch }),
});
