import type { PlainDate } from '../value/date.ts';
import { add, compare, type Decimal, subtract, zero } from '../value/decimal.ts';
import type { Holding, Holdings } from './held.ts';
import type { Lane, Lot } from './lane.ts';
import type { Holder } from './source.ts';

/** What somebody got of a lot in time, and from which lots he could as well have it. */
export interface Sitting {
  readonly holder: Holder;
  readonly holding: Holding;
  readonly lane: Lane;
  readonly by: PlainDate | null;
}

/**
 * Who sits on which lot of an item that lies in several places. Most orders don't mind where their goods come from; whoever
 * wants them from one place finds it cleared by those who lose nothing by moving, or the sheet's first warehouse would look
 * empty while the others are full.
 */
export class Sittings {
  readonly #byLot = new Map<Lot, Sitting[]>();
  readonly #holdings: Holdings;

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
  }

  add(lot: Lot, sitting: Sitting): void {
    const known = this.#byLot.get(lot);
    if (known) known.push(sitting);
    else this.#byLot.set(lot, [sitting]);
  }

  /**
   * Moves those who sit on an empty lot to others that are as good for them, until so much of it is free.
   * @returns how much is; who asks takes it at once, so that the lot is as empty as before
   */
  clear(lot: Lot, wanted: Decimal): Decimal {
    const sitting = this.#byLot.get(lot) ?? [];
    let freed = zero;
    for (let one = sitting.at(-1); one !== undefined && compare(freed, wanted) < 0; one = sitting.at(-1)) {
      const other = one.lane.latestBy(one.by);
      const moved = other === null ? zero : least(subtract(wanted, freed), one.holding.quantity, other.left);
      if (other !== null) this.#move(one, other, moved);
      freed = add(freed, moved);
      // What is empty stays empty: who can't move now never will.
      if (other === null || one.holding.quantity === zero) sitting.pop();
    }
    if (sitting.length === 0) this.#byLot.delete(lot);
    return freed;
  }

  #move(one: Sitting, to: Lot, quantity: Decimal): void {
    to.left = subtract(to.left, quantity);
    one.holding.quantity = subtract(one.holding.quantity, quantity);
    const holding = { source: to.source, quantity };
    this.#holdings.add(one.holder, [holding]);
    this.add(to, { ...one, holding });
  }
}

const least = (...quantities: readonly [Decimal, ...Decimal[]]): Decimal =>
  quantities.reduce((low, each) => (compare(each, low) < 0 ? each : low));
