import { sameText } from '../sheet/text.ts';
import { add, compare, type Decimal, subtract, zero } from '../value/decimal.ts';
import { type Held, Holdings } from './held.ts';
import { inOrderOfArrival, Lane, type Lot } from './lane.ts';
import { type Allocation, type Demand, isCountedIn, isThereBy, type Source } from './source.ts';

/** What a demand got: in time + late + missing = wanted. */
export interface Taken {
  readonly allocations: readonly Allocation[];
  /** What of it comes in time. */
  readonly inTime: Decimal;
  /** In no source, neither in time nor late. */
  readonly missing: Decimal;
  /** When not all of it is in time: who got what would have been. */
  readonly held: Held | null;
}

type Wish = Omit<Demand, 'holder'>;

/**
 * The stock of one item, handed out demand by demand: who comes first is served first, and nothing is promised twice (R21,
 * R23).
 *
 * Each demand gets the latest source that is still in time. Whoever comes after with an earlier date could only use what is
 * there sooner, so this leaves the most to others; planning systems call it consuming backward from the wished date. What
 * isn't to be had in time is claimed of the first arrivals after it: he who comes first keeps his turn, or the date he is
 * told today would be somebody else's tomorrow.
 */
export class Pool {
  readonly #lots: readonly Lot[];
  readonly #lanes = new Map<string | null, Lane>();
  readonly #lanesByWarehouse = new Map<string, Lane>();
  readonly #holdings = new Holdings();
  readonly #heldBefore = new Map<string, Held>();
  readonly #promisable = new Map<Lane, readonly Decimal[]>();
  readonly #free = new Map<Lane, readonly Decimal[]>();

  constructor(sources: readonly Source[]) {
    this.#lots = inOrderOfArrival(sources).map((source) => ({
      source,
      promisable: source.quantity,
      left: source.quantity,
    }));
  }

  /** Takes what is wanted, as far as there is any. */
  take(demand: Demand): Taken {
    const { allocations, inTime, missing } = this.#draw(demand);
    const held = compare(inTime, demand.quantity) < 0 ? this.#heldFrom(demand, inTime) : null;
    if (allocations.length > 0) this.#holdings.add(demand.holder, allocations);
    if (this.#free.size > 0) this.#free.clear();
    return { allocations, inTime, missing, held };
  }

  /** What nobody has taken of the sources that are there by a day. */
  freeBy({ by, unit }: Pick<Demand, 'by' | 'unit'>): Decimal {
    const lane = this.#laneOf(unit);
    return at(
      knownOr(this.#free, lane, () => lane.running('left')),
      lane.countBy(by),
    );
  }

  /** What is left of its sources, as sources of another pool. */
  rest(): readonly Source[] {
    const left = this.#lots.filter((lot) => lot.left !== zero).map((lot) => ({ ...lot.source, quantity: lot.left }));
    return left.toReversed();
  }

  /** False when all there is is counted in units nobody can convert. */
  isComparable(unit: string | null): boolean {
    return this.#lots.length === 0 || !this.#laneOf(unit).isEmpty;
  }

  #draw(wish: Wish): Omit<Taken, 'held'> {
    const allocations: Allocation[] = [];
    let [inTime, missing] = [zero, wish.quantity];
    while (missing !== zero) {
      const lot = this.#bestFor(wish);
      if (!lot) break;
      const quantity = compare(missing, lot.left) < 0 ? missing : lot.left;
      lot.left = subtract(lot.left, quantity);
      missing = subtract(missing, quantity);
      const isInTime = isThereBy(lot.source, wish.by);
      if (isInTime) inTime = add(inTime, quantity);
      allocations.push({ source: lot.source, quantity, inTime: isInTime });
    }
    return { allocations, inTime, missing };
  }

  #bestFor({ by, unit, warehouse, supplyFrom }: Wish): Lot | null {
    const everywhere = this.#laneOf(unit);
    const near = warehouse === undefined ? everywhere : this.#laneOf(unit, warehouse);
    return near.latestBy(by) ?? everywhere.latestBy(by) ?? everywhere.earliestAfter(by, supplyFrom);
  }

  /**
   * The sources in time for a demand that is short are empty, and stay so. What is answered once is answered for all who
   * come later, so that ten thousand short rows don't ask ten thousand holders each.
   */
  #heldFrom({ by, unit }: Demand, own: Decimal): Held {
    const lane = this.#laneOf(unit);
    const count = lane.countBy(by);
    const total = subtract(
      at(
        knownOr(this.#promisable, lane, () => lane.running('promisable')),
        count,
      ),
      own,
    );
    const find = () => this.#holdings.of({ by, unit }, total);
    return own === zero ? knownOr(this.#heldBefore, `${unit}\n${count}`, find) : find();
  }

  /** The lots that count for a unit, of all warehouses or of one; a lot that names none is in each. */
  #laneOf(unit: string | null, warehouse?: string): Lane {
    const everywhere = this.#lanes.get(unit) ?? this.#newLane(unit);
    if (warehouse === undefined) return everywhere;
    const place = sameText(warehouse);
    return knownOr(this.#lanesByWarehouse, `${unit}\n${place}`, () =>
      everywhere.where(({ warehouse: of }) => of === undefined || sameText(of) === place),
    );
  }

  #newLane(unit: string | null): Lane {
    const lane = new Lane(this.#lots).where((source) => isCountedIn(source, unit));
    this.#lanes.set(unit, lane);
    return lane;
  }
}

const at = (sums: readonly Decimal[], count: number): Decimal => sums[count] ?? zero;

/** What is known of a key; found and kept where nothing is. */
function knownOr<Key, Value>(memory: Map<Key, Value>, key: Key, find: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  memory.set(key, found);
  return found;
}
