import { type Decimal, subtract, sum, zero } from '../value/decimal.ts';
import { type Demand, type Fits, type Holder, isCountedIn, isThereBy, type Source } from './source.ts';

/** Who holds the goods a demand would have needed: first come first, and what others hold besides. */
export interface Held {
  readonly named: readonly { readonly holder: Holder; readonly quantity: Decimal }[];
  readonly others: Decimal;
}

/** So much of one source; less of it when some is moved to another. */
export interface Holding {
  readonly source: Source;
  quantity: Decimal;
}

/** More than these nobody reads in one message. */
const namedHolders = 5;

/** What was promised of one item, to whom. */
export class Holdings {
  readonly #byHolder = new Map<Holder, Holding[]>();

  add(holder: Holder, holdings: readonly Holding[]): void {
    const known = this.#byHolder.get(holder);
    if (known) known.push(...holdings);
    else this.#byHolder.set(holder, [...holdings]);
  }

  /** What somebody holds. */
  by(holder: Holder): readonly Holding[] {
    return this.#byHolder.get(holder) ?? [];
  }

  /**
   * Who holds the sources that would be in time for a demand.
   * @param fits whether a source lies where it should come from
   * @param total what is held of these sources: the search ends when it is found
   */
  of({ by, unit }: Pick<Demand, 'by' | 'unit'>, fits: Fits, total: Decimal): Held {
    const named: { holder: Holder; quantity: Decimal }[] = [];
    let others = total;
    for (const [holder, holdings] of this.#byHolder) {
      if (others === zero || named.length === namedHolders) break;
      const held = holdings.filter(({ source }) => isThereBy(source, by) && isCountedIn(source, unit) && fits(source));
      const quantity = sum(held.map((holding) => holding.quantity));
      if (quantity === zero) continue;
      named.push({ holder, quantity });
      others = subtract(others, quantity);
    }
    return { named, others };
  }
}
