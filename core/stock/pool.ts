import type { PlainDate } from '../value/date.ts';
import { add, compare, type Decimal, subtract, zero } from '../value/decimal.ts';
import { elsewhere, type InWarehouse } from './elsewhere.ts';
import { type Held, type Holding, Holdings } from './held.ts';
import { inOrderOfArrival, Lane, type Lot } from './lane.ts';
import { Sittings } from './sittings.ts';
import {
  type Allocation,
  type Demand,
  fitsPlace,
  type GoodsPlace,
  type Holder,
  isCountedIn,
  isThereBy,
  namesPlace,
  type Source,
} from './source.ts';

/** What a demand got: in time + late + missing = wanted. */
export interface Taken {
  readonly allocations: readonly Allocation[];
  /** What of it comes in time. */
  readonly inTime: Decimal;
  /** In no source, neither in time nor late. */
  readonly missing: Decimal;
  /** In time and free, but in other warehouses than the one asked for; as much as is not in time from there. */
  readonly elsewhere: readonly InWarehouse[];
  /** When not all of it is in time: who got what would have been. */
  readonly held: Held | null;
}

/**
 * The stock of one item, handed out demand by demand: who comes first is served first, and nothing is promised twice (R21,
 * R23).
 *
 * Each demand gets the latest source that is still in time. Whoever comes after with an earlier date could only use what is
 * there sooner, so this leaves the most to others; planning systems call it consuming backward from the wished date. What
 * isn't to be had in time is claimed of the first arrivals after it: he who comes first keeps his turn, or the date he is
 * told today would be somebody else's tomorrow.
 *
 * Who names a warehouse or a batch gets goods of that one only; those who don't mind make room for him (sittings.ts).
 */
export class Pool {
  readonly #lots: readonly Lot[];
  readonly #lanes = new Map<string | null, Lane>();
  readonly #lanesByPlace = new Map<string, Lane>();
  readonly #holdings = new Holdings();
  readonly #keepsBatches: boolean;
  /** Null where all lies in one place: nobody could move. */
  readonly #sittings: Sittings | null;
  readonly #heldBefore = new Map<string, Held>();
  readonly #promisable = new Map<Lane, readonly Decimal[]>();
  readonly #free = new Map<Lane, readonly Decimal[]>();

  /** @param keepsBatches whether the stock sheet tells batches of the item apart, be they all gone */
  constructor(sources: readonly Source[], keepsBatches = sources.some(({ batch }) => batch !== undefined)) {
    this.#keepsBatches = keepsBatches;
    const isInPlaces = sources.some(namesPlace);
    this.#sittings = isInPlaces ? new Sittings(this.#holdings) : null;
    this.#lots = inOrderOfArrival(sources).map((source) => ({
      source,
      promisable: source.quantity,
      left: source.quantity,
    }));
  }

  /** Takes what is wanted, as far as there is any. */
  take(demand: Demand): Taken {
    const { allocations, inTime, missing } = this.#draw(demand);
    const short = subtract(demand.quantity, inTime);
    const held = short === zero ? null : this.#heldFrom(demand, inTime);
    const { by, isTaken = false, unit, batch, warehouse } = demand;
    const others =
      short === zero || warehouse === undefined || isTaken
        ? []
        : elsewhere(this.#laneOf(unit, { batch }).lotsBy(by), warehouse, short);
    if (this.#free.size > 0) this.#free.clear();
    return { allocations, inTime, missing, elsewhere: others, held };
  }

  /** What nobody has taken of the sources that are there by a day. */
  freeBy({ by, unit }: Pick<Demand, 'by' | 'unit'>): Decimal {
    const lane = this.#laneOf(unit);
    return at(
      knownOr(this.#free, lane, () => lane.running('left')),
      lane.countBy(by),
    );
  }

  /** What somebody has by now: he may have been moved since he took it. */
  heldBy(holder: Holder): readonly Holding[] {
    return this.#holdings.by(holder);
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

  #draw(demand: Demand): Pick<Taken, 'allocations' | 'inTime' | 'missing'> {
    const allocations: Allocation[] = [];
    const holdings: Holding[] = [];
    let [inTime, missing] = [zero, demand.quantity];
    while (missing !== zero) {
      const share = this.#nextFor(demand, missing);
      if (!share) break;
      const { lot, quantity, lane } = share;
      const { source } = lot;
      missing = subtract(missing, quantity);
      const isInTime = isThereBy(source, demand.by);
      if (isInTime) inTime = add(inTime, quantity);
      allocations.push({ source, quantity, inTime: isInTime });
      const holding = { source, quantity };
      holdings.push(holding);
      if (isInTime) this.#sittings?.add(lot, { holder: demand.holder, holding, lane, by: demand.by });
    }
    if (holdings.length > 0) this.#holdings.add(demand.holder, holdings);
    return { allocations, inTime, missing };
  }

  /** The best there is of what is missing, taken from its lot; null when there is none. */
  #nextFor(demand: Demand, missing: Decimal): Share | null {
    const { by, isTaken = false, supplyFrom, unit } = demand;
    const near = this.#laneOf(unit, demand);
    const own = near.latestBy(by);
    if (own) return taken(own, missing, near);
    const cleared = namesPlace(demand) ? this.#clearedFor(near, by, missing) : null;
    if (cleared) return cleared;
    const far = isTaken ? this.#laneOf(unit) : near;
    const other = far.latestBy(by) ?? far.earliestAfter(by, supplyFrom);
    return other && taken(other, missing, far);
  }

  #clearedFor(near: Lane, by: PlainDate | null, missing: Decimal): Share | null {
    if (this.#sittings === null) return null;
    for (const lot of near.lotsBy(by)) {
      const quantity = this.#sittings.clear(lot, missing);
      if (quantity !== zero) return { lot, quantity, lane: near };
    }
    return null;
  }

  /**
   * The sources in time for a demand that is short are empty, and stay so. What is answered once is answered for all who
   * come later, so that ten thousand short rows don't ask ten thousand holders each.
   */
  #heldFrom(demand: Demand, own: Decimal): Held {
    const { by, unit, isTaken = false } = demand;
    const place: GoodsPlace = isTaken ? {} : demand;
    const lane = this.#laneOf(unit, place);
    const count = lane.countBy(by);
    const total = subtract(
      at(
        knownOr(this.#promisable, lane, () => lane.running('promisable')),
        count,
      ),
      own,
    );
    const find = () => this.#holdings.of({ by, unit }, fitsPlace(place, this.#keepsBatches), total);
    return own === zero ? knownOr(this.#heldBefore, `${laneKey(unit, place)}\n${count}`, find) : find();
  }

  /** The lots that count for a unit, of all places or of one. */
  #laneOf(unit: string | null, place: GoodsPlace = {}): Lane {
    const everywhere = this.#lanes.get(unit) ?? this.#newLane(unit);
    if (!namesPlace(place)) return everywhere;
    return knownOr(this.#lanesByPlace, laneKey(unit, place), () =>
      everywhere.where(fitsPlace(place, this.#keepsBatches)),
    );
  }

  #newLane(unit: string | null): Lane {
    const lane = new Lane(this.#lots).where((source) => isCountedIn(source, unit));
    this.#lanes.set(unit, lane);
    return lane;
  }
}

/** So much of a lot, and among which lots it was looked for. */
interface Share {
  readonly lot: Lot;
  readonly quantity: Decimal;
  readonly lane: Lane;
}

function taken(lot: Lot, missing: Decimal, lane: Lane): Share {
  const quantity = compare(missing, lot.left) < 0 ? missing : lot.left;
  lot.left = subtract(lot.left, quantity);
  return { lot, quantity, lane };
}

const laneKey = (unit: string | null, { warehouse, batch }: GoodsPlace): string =>
  JSON.stringify([unit, warehouse ?? null, batch ?? null]);

const at = (sums: readonly Decimal[], count: number): Decimal => sums[count] ?? zero;

/** What is known of a key; found and kept where nothing is. */
function knownOr<Key, Value>(memory: Map<Key, Value>, key: Key, find: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  memory.set(key, found);
  return found;
}
