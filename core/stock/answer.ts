import { sameText } from '../sheet/text.ts';
import type { PlainDate } from '../value/date.ts';
import { add, type Decimal, subtract, zero } from '../value/decimal.ts';
import type { Held } from './held.ts';
import type { Taken } from './pool.ts';
import type { Allocation, Demand } from './source.ts';

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
  /** In time, but lying in other warehouses than the one asked for. */
  readonly elsewhere: readonly { readonly warehouse: string; readonly quantity: Decimal }[];
  readonly held: Held | null;
}

/** What the taking means to who asked. */
export function answerOf(demand: Demand, taken: Taken): StockAnswer {
  const { allocations, inTime: available, missing, held } = taken;
  const { quantity, supplyFrom } = demand;
  const late = allocations.filter((allocation) => !allocation.inTime);
  const needsSupply = missing !== zero;
  const parts = byDay([
    { quantity: available, on: null },
    ...late.map((allocation) => ({ quantity: allocation.quantity, on: allocation.source.date })),
    ...(needsSupply && supplyFrom !== null ? [{ quantity: missing, on: supplyFrom }] : []),
  ]);
  return {
    available,
    short: subtract(quantity, available),
    parts,
    complete: needsSupply && supplyFrom === null ? null : (parts.at(-1)?.on ?? null),
    needsSupply,
    elsewhere: elsewhereOf(demand, allocations),
    held,
  };
}

function byDay(parts: readonly Part[]): Part[] {
  const days = new Map<PlainDate | null, Decimal>();
  for (const { quantity, on } of parts) if (quantity !== zero) days.set(on, add(days.get(on) ?? zero, quantity));
  return Array.from(days, ([on, quantity]) => ({ quantity, on }));
}

function elsewhereOf({ warehouse: asked }: Demand, allocations: readonly Allocation[]): StockAnswer['elsewhere'] {
  if (asked === undefined) return [];
  const others = new Map<string, Decimal>();
  for (const { source, quantity, inTime } of allocations) {
    const { warehouse } = source;
    if (inTime && warehouse !== undefined && sameText(warehouse) !== sameText(asked))
      others.set(warehouse, add(others.get(warehouse) ?? zero, quantity));
  }
  return Array.from(others, ([warehouse, quantity]) => ({ warehouse, quantity }));
}
