import { type Decimal, subtract, sum, zero } from '../value/decimal.ts';
import { type Allocation, type Demand, type Holder, isCountedIn, isThereBy } from './source.ts';

/** Who holds the goods a demand would have needed: first come first, and what others hold besides. */
export interface Held {
  readonly named: readonly { readonly holder: Holder; readonly quantity: Decimal }[];
  readonly others: Decimal;
}

/** More than these nobody reads in one message. */
const namedHolders = 5;

/** What was promised of one item, to whom. */
export class Holdings {
  readonly #byHolder = new Map<Holder, Allocation[]>();

  add(holder: Holder, allocations: readonly Allocation[]): void {
    const known = this.#byHolder.get(holder);
    if (known) known.push(...allocations);
    else this.#byHolder.set(holder, [...allocations]);
  }

  /**
   * Who holds the sources that would be in time for a demand.
   * @param total what is held of these sources: the search ends when it is found
   */
  of({ by, unit }: Pick<Demand, 'by' | 'unit'>, total: Decimal): Held {
    const named: { holder: Holder; quantity: Decimal }[] = [];
    let others = total;
    for (const [holder, allocations] of this.#byHolder) {
      if (others === zero || named.length === namedHolders) break;
      const held = allocations.filter(({ source }) => isThereBy(source, by) && isCountedIn(source, unit));
      if (held.length === 0) continue;
      const quantity = sum(held.map((allocation) => allocation.quantity));
      named.push({ holder, quantity });
      others = subtract(others, quantity);
    }
    return { named, others };
  }
}
