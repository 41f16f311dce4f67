import { add, compare, type Decimal, subtract, zero } from '../value/decimal.ts';
import type { Lot } from './lane.ts';
import { fitsPlace } from './source.ts';

/** Free goods of one warehouse. */
export interface InWarehouse {
  readonly warehouse: string;
  readonly quantity: Decimal;
}

/** What of a quantity is free among lots of other warehouses than the one asked for, in the order of the lots. */
export function elsewhere(lots: readonly Lot[], asked: string, wanted: Decimal): readonly InWarehouse[] {
  const isNear = fitsPlace({ warehouse: asked }, false);
  const found = new Map<string, Decimal>();
  let missing = wanted;
  for (const { left, source } of lots) {
    const { warehouse } = source;
    if (warehouse === undefined || isNear(source) || left === zero || missing === zero) continue;
    const quantity = compare(missing, left) < 0 ? missing : left;
    missing = subtract(missing, quantity);
    found.set(warehouse, add(found.get(warehouse) ?? zero, quantity));
  }
  return Array.from(found, ([warehouse, quantity]) => ({ warehouse, quantity }));
}
