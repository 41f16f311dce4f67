import type { StockBook } from '../../check/knowledge.ts';
import { demandOf } from '../../order/demand.ts';
import { progressOf } from '../../order/progress.ts';
import type { OrderLine, OrderState, Reservation } from '../../order/state.ts';
import { standardPolicy } from '../../policy/policy.ts';
import type { PolicyVersion } from '../../policy/policy-version.ts';
import type { Shipment } from '../../shipment/shipment.ts';
import { add, compare, type Decimal, maximum, multiply, sum, zero } from '../../value/decimal.ts';

interface OfLine {
  /** "SO-202611-00042". */
  readonly number: string;
  readonly line: number;
}
export type QuantityMisfit =
  /** Goods of a line that the order doesn't have. */
  | (OfLine & { readonly code: 'line-unknown'; readonly by: string })
  | (OfLine & { readonly code: 'shipped-too-much'; readonly ordered: Decimal; readonly shipped: Decimal })
  | (OfLine & { readonly code: 'reserved-too-much'; readonly ordered: Decimal; readonly reserved: Decimal })
  | { readonly code: 'shipped-though-void'; readonly number: string; readonly by: string };

/** More is promised of an item than the stock sheet has and expects. A count that was lowered does that: no damage. */
export interface Shortfall {
  readonly item: string;
  readonly promised: Decimal;
  readonly stock: Decimal;
}

/** What orders hold and what has left must fit what was ordered. `policies`: every version there was. */
export function misfitsOfQuantities(
  orders: readonly OrderState[],
  shipments: readonly Shipment[],
  policies: readonly PolicyVersion[],
): readonly QuantityMisfit[] {
  const ofOrder = shipmentsByOrder(shipments);
  const tolerance = largestTolerance(policies);
  return orders.flatMap((order) => [
    ...shippedLines(order, ofOrder.get(order.number) ?? [], tolerance),
    ...heldLines(order, tolerance),
  ]);
}

function shippedLines(order: OrderState, shipments: readonly Shipment[], tolerance: Decimal): QuantityMisfit[] {
  const { number } = order;
  const known = new Set(order.lines.map(({ line }) => line));
  const [first] = shipments;
  if (first !== undefined && (order.status === 'void' || order.status === 'cancelled'))
    return [{ code: 'shipped-though-void', number, by: first.number }];
  const unknown = shipments.flatMap((shipment) =>
    shipment.lines
      .filter((shipped) => shipped.order === number && !known.has(shipped.line))
      .map(({ line }) => ({ code: 'line-unknown', number, line, by: shipment.number }) as const),
  );
  const tooMuch = progressOf(order, shipments)
    .filter(({ ordered, shipped }) => compare(shipped, withTolerance(ordered, tolerance)) > 0)
    .map(({ line, ordered, shipped }) => ({ code: 'shipped-too-much', number, line, ordered, shipped }) as const);
  return [...unknown, ...tooMuch];
}

function heldLines(order: OrderState, tolerance: Decimal): QuantityMisfit[] {
  const { number } = order;
  const reservations: readonly Reservation[] = 'reservations' in order ? order.reservations : [];
  return reservations.flatMap(({ line, quantity: reserved }): QuantityMisfit[] => {
    const ordered = order.lines.find((each: OrderLine) => each.line === line)?.quantity;
    if (ordered === undefined) return [{ code: 'line-unknown', number, line, by: number }];
    const fits = compare(reserved, withTolerance(ordered, tolerance)) <= 0;
    return fits ? [] : [{ code: 'reserved-too-much', number, line, ordered, reserved }];
  });
}

/** Items of which orders hold more than there is and will be. */
export function shortfalls(
  orders: readonly OrderState[],
  shipments: readonly Shipment[],
  stock: StockBook | null,
): readonly Shortfall[] {
  if (stock === null) return [];
  const ofOrder = shipmentsByOrder(shipments);
  const countedAt = stock.source.asOf ?? null;
  const demand = orders.flatMap((order) => demandOf({ order, shipments: ofOrder.get(order.number) ?? [] }, countedAt));
  const lines = Map.groupBy(stock.lines, ({ itemCode }) => itemCode);
  return [...Map.groupBy(demand, ({ itemCode }) => itemCode)].flatMap(([item, each]) => {
    const promised = sum(each.map(({ quantity }) => quantity));
    const there = lines.get(item)?.flatMap(({ onHand, inbound }) => [onHand, inbound]) ?? [];
    const short = { item, promised, stock: sum(there) };
    return compare(short.promised, short.stock) > 0 ? [short] : [];
  });
}

function shipmentsByOrder(shipments: readonly Shipment[]): ReadonlyMap<string, readonly Shipment[]> {
  const found = new Map<string, Shipment[]>();
  for (const shipment of shipments)
    for (const order of new Set<string>(shipment.lines.map((line) => line.order)))
      found.set(order, [...(found.get(order) ?? []), shipment]);
  return found;
}

/** The largest that was ever allowed: which one counted for a line depends on the books of that day. */
function largestTolerance(policies: readonly PolicyVersion[]): Decimal {
  const all = [standardPolicy, ...policies.map(({ policy }) => policy)];
  const tolerances = all.flatMap(({ goods }) => [goods.tolerance, goods.toleranceCustomMade]);
  return tolerances.reduce(maximum, zero);
}

const withTolerance = (ordered: Decimal, tolerance: Decimal): Decimal => add(ordered, multiply(ordered, tolerance));
