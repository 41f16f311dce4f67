import type { OpenDemand, StockBook } from '../check/knowledge.ts';
import { itemNamesIn } from '../check/stock-names.ts';
import { goneDemand, heldDemand } from '../order/demand.ts';
import { type OrderAndShipments, progressOf } from '../order/progress.ts';
import type { OrderLine, OrderState } from '../order/state.ts';
import { goodsOf, type StockAtHand } from '../order/stock-promise.ts';
import { supplyOf } from '../order/supply.ts';
import { inOrderOfService, Stock, stockKeys } from '../stock/stock.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, type Decimal, isZero, minimum, subtract, zero } from '../value/decimal.ts';
import type { ShipmentLine } from './shipment.ts';

/** Something that is to leave and isn't there, or is another's. Quantities as the stock sheet counts them. */
export interface NotThere {
  readonly entry: ShipmentLine;
  /** Held for the line; else what leaves beyond that, which must be free. */
  readonly isHeld: boolean;
  readonly wanted: Decimal;
  readonly onHand: Decimal;
  /** The day by which all of it is expected; null when nobody knows one. */
  readonly expected: PlainDate | null;
}

/**
 * What of a shipment the stock book doesn't have on hand, in the order it is served; empty = all of it is there, or was never in
 * the book (made or bought for the order, not listed). What is held for a line is served in its turn, after those who are due
 * before it: who is due later can take what it leaves. What isn't held for it comes after everybody who holds some.
 */
export function notOnHand(
  lines: readonly ShipmentLine[],
  orders: readonly OrderAndShipments[],
  at: StockAtHand,
): readonly NotThere[] {
  if (at.stock === null) return [];
  const keyOf = stockKeys(at.stock, itemNamesIn(at.prices));
  const parts = partsOf(lines, orders).toSorted(inTurn);
  const leaving = Map.groupBy(parts, ({ content }) => keyOf(content.itemCode));
  const staying = Map.groupBy(demandBeside(lines, orders, at.openDemand), ({ itemCode }) => keyOf(itemCode));
  return [...leaving].flatMap(([key, own]) =>
    key === null ? [] : served(own, staying.get(key) ?? [], { ...at, book: at.stock as StockBook }),
  );
}

/** So much of one line: what is held for it, or what leaves beyond that. */
interface Part {
  readonly entry: ShipmentLine;
  readonly order: OrderState;
  readonly content: OrderLine;
  readonly quantity: Decimal;
  readonly isHeld: boolean;
  /** As it stands among those who hold some of the same. */
  readonly turn: OpenDemand;
}

function partsOf(lines: readonly ShipmentLine[], orders: readonly OrderAndShipments[]): readonly Part[] {
  return lines.flatMap((entry): readonly Part[] => {
    const { order, content, reserved } = found(entry, orders);
    if (supplyOf(order, entry.line) !== undefined) return [];
    const held = minimum(entry.quantity, reserved);
    const part = (quantity: Decimal, isHeld: boolean): readonly Part[] =>
      isZero(quantity) ? [] : [{ entry, order, content, quantity, isHeld, turn: heldDemand(order, content, quantity) }];
    return [...part(held, true), ...part(subtract(entry.quantity, held), false)];
  });
}

/** What everybody takes from the book beside this shipment: of its own orders what is held for later ones, and what has left. */
function demandBeside(
  lines: readonly ShipmentLine[],
  orders: readonly OrderAndShipments[],
  openDemand: readonly OpenDemand[],
): readonly OpenDemand[] {
  const numbers = new Set<string>(orders.map(({ order }) => order.number));
  const rest = orders.flatMap(({ order, shipments }) =>
    progressOf(order, shipments).flatMap(({ line, reserved }): readonly OpenDemand[] => {
      const content = order.lines.find((each) => each.line === line);
      const left = lines.find((entry) => entry.order === order.number && entry.line === line)?.quantity ?? zero;
      const stays = subtract(reserved, minimum(left, reserved));
      return content === undefined || isZero(stays) ? [] : [heldDemand(order, content, stays)];
    }),
  );
  return [...openDemand.filter(({ orderNumber, gone }) => gone || !numbers.has(orderNumber)), ...rest];
}

/** Of one stock: each part by itself, what was served before it gone already. */
function served(
  parts: readonly Part[],
  staying: readonly OpenDemand[],
  { book, prices, today }: StockAtHand & { readonly book: StockBook },
): readonly NotThere[] {
  const names = itemNamesIn(prices);
  const gone: OpenDemand[] = [];
  const missing: NotThere[] = [];
  for (const part of parts) {
    const { entry, order, content, isHeld } = part;
    const before = staying.filter((demand) => demand.gone || !isHeld || inOrderOfService(demand, part.turn) < 0);
    const stock = new Stock({ book, openDemand: [...before, ...gone], items: names, today });
    const kept = goodsOf(content, part.quantity, { stock, prices, names });
    if (kept === null) continue;
    const { goods, quantity: wanted, unit } = kept;
    const taken = goods.pool.take({
      holder: { order: order.number },
      quantity: wanted,
      unit,
      warehouse: content.warehouse,
      batch: content.batch,
      by: null,
      supplyFrom: null,
    });
    if (compare(taken.inTime, wanted) < 0) {
      const expected = isZero(taken.missing) ? (taken.allocations.at(-1)?.source.date ?? null) : null;
      missing.push({ entry, isHeld, wanted, onHand: taken.inTime, expected });
    }
    gone.push(goneDemand(order, content, part.quantity));
  }
  return missing;
}

function found(
  entry: ShipmentLine,
  orders: readonly OrderAndShipments[],
): { readonly order: OrderState; readonly content: OrderLine; readonly reserved: Decimal } {
  const followed = orders.find(({ order }) => order.number === entry.order);
  const content = followed?.order.lines.find(({ line }) => line === entry.line);
  if (followed === undefined || content === undefined)
    throw new Error(`line ${entry.line} of ${entry.order} was not loaded`);
  const progress = progressOf(followed.order, followed.shipments).find(({ line }) => line === entry.line);
  return { order: followed.order, content, reserved: progress?.reserved ?? zero };
}

/** What is held first, by the day it is held for; what isn't, last. */
const inTurn = (a: Part, b: Part): number => Number(b.isHeld) - Number(a.isHeld) || inOrderOfService(a.turn, b.turn);
