import type { PlainDate } from '../value/date.ts';
import { add, type Decimal, zero } from '../value/decimal.ts';
import { isThereBy, type Source } from './source.ts';

/** A source, what of it could be promised at first, and what still can. */
export interface Lot {
  readonly source: Source;
  readonly promisable: Decimal;
  left: Decimal;
}

/**
 * The lots a demand may draw on, by date: on hand first, then inbound as it arrives. Finding the next lot that still has
 * something costs next to nothing however many are empty: each search leaves a short cut over the empty ones it met.
 */
export class Lane {
  readonly #lots: readonly Lot[];
  readonly #below: number[];
  readonly #above: number[];

  /** @param lots of sources that are `inOrderOfArrival` */
  constructor(lots: readonly Lot[]) {
    this.#lots = lots;
    this.#below = lots.map((_, index) => index - 1);
    this.#above = lots.map((_, index) => index + 1);
  }

  /** Those of its lots whose source fits. */
  where(fits: (source: Source) => boolean): Lane {
    return new Lane(this.#lots.filter(({ source }) => fits(source)));
  }

  get isEmpty(): boolean {
    return this.#lots.length === 0;
  }

  /** The last to arrive of those in time that have something left. */
  latestBy(by: PlainDate | null): Lot | null {
    return this.#nextFilled(this.countBy(by) - 1, this.#below);
  }

  /** The first to arrive of those that are late, unless it comes after `until`. */
  earliestAfter(by: PlainDate | null, until: PlainDate | null): Lot | null {
    const lot = this.#nextFilled(this.countBy(by), this.#above);
    return lot && (until === null || isThereBy(lot.source, until)) ? lot : null;
  }

  /** Its lots that are there by a day, empty ones too; the last to arrive first. */
  lotsBy(by: PlainDate | null): readonly Lot[] {
    return this.#lots.slice(0, this.countBy(by)).reverse();
  }

  /** How many of its lots are there by a day. */
  countBy(by: PlainDate | null): number {
    let low = 0;
    let high = this.#lots.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const lot = this.#lots[middle];
      if (lot && isThereBy(lot.source, by)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The sum over the first n lots, at index n. */
  running(what: 'promisable' | 'left'): readonly Decimal[] {
    const sums = [zero];
    let total = zero;
    for (const lot of this.#lots) {
      total = add(total, lot[what]);
      sums.push(total);
    }
    return sums;
  }

  #nextFilled(from: number, next: number[]): Lot | null {
    let at = from;
    while (this.#lots[at]?.left === zero) at = next[at] ?? -1;
    for (let index = from; index !== at; ) {
      const passed = index;
      index = next[passed] ?? -1;
      next[passed] = at;
    }
    return this.#lots[at] ?? null;
  }
}

/** By date; of one day the lot the sheet lists first comes last, for a search from the latest on meets it first. */
export const inOrderOfArrival = (sources: readonly Source[]): Source[] =>
  sources.toReversed().sort((a, b) => byText(a.date ?? '', b.date ?? ''));

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
