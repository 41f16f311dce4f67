import type { PlainDate } from '../value/date.ts';
import { add, type Decimal, subtract, zero } from '../value/decimal.ts';
import type { InWarehouse } from './elsewhere.ts';
import type { Held } from './held.ts';
import type { Taken } from './pool.ts';
import type { Demand } from './source.ts';

/** So much on a day; null = by the day asked for, or now where none was. */
export interface Part {
  readonly quantity: Decimal;
  readonly on: PlainDate | null;
}

/** What a demand can be promised (R22, X3). */
export interface StockAnswer {
  /** In time. */
  readonly available: Decimal;
  /** Wanted and not in time. */
  readonly short: Decimal;
  /** What can be promised when, earliest first; without what nobody knows a day for. */
  readonly parts: readonly Part[];
  /** The first day on which all of it is there; null when nobody knows one. */
  readonly complete: PlainDate | null;
  /** Some of it must be made or bought anew. */
  readonly needsSupply: boolean;
  /** In time and free, but lying in other warehouses than the one asked for. */
  readonly elsewhere: readonly InWarehouse[];
  readonly held: Held | null;
}

/** What the taking means to who asked. */
export function answerOf(demand: Demand, taken: Taken): StockAnswer {
  const { allocations, elsewhere, inTime: available, missing, held } = taken;
  const { quantity, supplyFrom } = demand;
  const needsSupply = missing !== zero;
  const parts: Part[] = [];
  put(parts, available, null);
  for (const { inTime, quantity: late, source } of allocations) if (!inTime) put(parts, late, source.date);
  if (supplyFrom !== null) put(parts, missing, supplyFrom);
  return {
    available,
    short: subtract(quantity, available),
    parts,
    complete: needsSupply && supplyFrom === null ? null : (parts.at(-1)?.on ?? null),
    needsSupply,
    elsewhere,
    held,
  };
}

/** One part a day; they are few. */
function put(parts: Part[], quantity: Decimal, on: PlainDate | null): void {
  if (quantity === zero) return;
  const at = parts.findIndex((part) => part.on === on);
  const known = parts[at];
  if (known) parts[at] = { quantity: add(known.quantity, quantity), on };
  else parts.push({ quantity, on });
}
