import type { PlainDate } from '../value/date.ts';
import { compare, type Decimal, maximum, subtract, zero } from '../value/decimal.ts';
import type { OrderState } from './state.ts';

/**
 * Where the goods of a line come from when they don't lie in stock: made, bought in, or sent by the supplier straight to the
 * customer (直发). Each is planned with a date, reported as it gets done and released by quality before it may leave (R30, R34,
 * R35).
 */
export const supplyModes = ['production', 'purchase', 'direct'] as const;
export type SupplyMode = (typeof supplyModes)[number];

/** So much of a line. */
export interface LineQuantity {
  readonly line: number;
  readonly quantity: Decimal;
}

/** How far the supply of one line has come; reported ≥ released. */
export interface LineSupply {
  readonly line: number;
  readonly mode: SupplyMode;
  /** The date production, or who buys, has written down (R28: not the letter's); absent until supply has begun. */
  readonly readyOn?: PlainDate;
  /** When its material is complete; absent = it lies there. */
  readonly materialsOn?: PlainDate;
  /** What the production order says beside the order: packing, a recipe that is kept. */
  readonly instructions?: string;
  /** Made or come in, by daily reports. */
  readonly reported: Decimal;
  /** Of that, what quality let through. */
  readonly released: Decimal;
}

/** Lines in the order of their numbers; none of an order that isn't confirmed. */
export const suppliesOf = (order: OrderState): readonly LineSupply[] =>
  'supply' in order && order.supply !== undefined ? order.supply : [];

export const supplyOf = (order: OrderState, line: number): LineSupply | undefined =>
  suppliesOf(order).find((supply) => supply.line === line);

/** What of an open quantity may leave now: what was released and hasn't left yet, what is held; all of what isn't held at all. */
export function readyOf({ supply, open, shipped, reserved }: Leaving): Decimal {
  const here = supply === undefined ? (reserved ?? open) : maximum(zero, subtract(supply.released, shipped));
  return compare(here, open) < 0 ? here : open;
}
interface Leaving {
  readonly supply: LineSupply | undefined;
  readonly open: Decimal;
  readonly shipped: Decimal;
  /** Absent where the stock book doesn't keep the item. */
  readonly reserved?: Decimal;
}
