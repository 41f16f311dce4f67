import { add, type Decimal, zero } from '../value/decimal.ts';
import { Pool } from './pool.ts';
import type { Demand, Holder, Source } from './source.ts';

/** Who takes what: so much of one source. */
export interface Share {
  readonly order: string;
  readonly source: Source;
  readonly quantity: Decimal;
}
export interface Allotted {
  /** One an order and source. */
  readonly shares: readonly Share[];
  /** By order: what no source covers. */
  readonly uncovered: ReadonlyMap<string, Decimal>;
}
/** What an order takes of one stock: promised already, or gone. */
export type Taking = Pick<Demand, 'quantity' | 'unit' | 'by' | 'warehouse' | 'batch'> & { readonly order: string };

/** Which sources of one stock orders take, in the order given: each as a promise that was made already (`Demand.isTaken`). */
export function allot(sources: readonly Source[], takings: readonly Taking[], keepsBatches?: boolean): Allotted {
  const pool = new Pool(sources, keepsBatches);
  const holders = new Map<string, Holder>();
  const uncovered = new Map<string, Decimal>();
  for (const { order, ...wanted } of takings) {
    const holder = holders.get(order) ?? { order };
    holders.set(order, holder);
    const { missing } = pool.take({ ...wanted, holder, supplyFrom: null, isTaken: true });
    if (missing !== zero) uncovered.set(order, add(uncovered.get(order) ?? zero, missing));
  }
  const shares = [...holders.values()].flatMap((holder) => sharesOf(holder, pool));
  return { shares, uncovered };
}

/** Read when all have taken: who doesn't mind where from makes room for those who do. */
function sharesOf(holder: Holder, pool: Pool): readonly Share[] {
  const bySource = new Map<Source, Decimal>();
  for (const { source, quantity } of pool.heldBy(holder))
    if (quantity !== zero) bySource.set(source, add(bySource.get(source) ?? zero, quantity));
  return Array.from(bySource, ([source, quantity]) => ({ order: holder.order, source, quantity }));
}
