import { sameText } from '../sheet/text.ts';
import { add, compare, type Decimal, isNegative, subtract, zero } from '../value/decimal.ts';
import type { OpenDemand, StockBook } from './knowledge.ts';

/** Someone who got stock before: an open order on the server by its number, an order of this check by its key. */
export interface Holder {
  readonly order: string;
  readonly quantity: Decimal;
}

export interface StockAnswer {
  /** What is left for this line; never below zero. */
  readonly available: Decimal;
  /** Wanted − available; zero when there is enough. */
  readonly short: Decimal;
  /** When short: who holds the stock, first come first, at most `namedHolders` of them. */
  readonly holders: readonly Holder[];
  readonly furtherHolders: number;
}

/** More than these nobody reads in one message. */
const namedHolders = 5;

/** An item's stock over all warehouses, and what each order got of it. */
interface Pool {
  /** May fall below zero: a later line then finds nothing. */
  left: Decimal;
  readonly held: Map<string, Decimal>;
}

/**
 * Stock handed out in running order (R21): first what open orders on the server still want, then line by line. What one line
 * took, the next one hasn't, also within one order. Inbound goods don't count: without a date they can't be promised.
 */
export class RunningStock {
  readonly #pools = new Map<string, Pool>();
  readonly #byBarcode = new Map<string, Pool>();

  constructor(book: StockBook, openDemand: readonly OpenDemand[]) {
    for (const line of book.lines) {
      const pool = this.#poolOf(sameText(line.itemCode));
      pool.left = add(pool.left, line.onHand);
      if (line.barcode) this.#byBarcode.set(sameText(line.barcode), pool);
    }
    for (const demand of openDemand) this.take([demand.itemCode], demand.orderNumber, demand.quantity);
  }

  /**
   * Takes what a line wants, whether or not there is enough: a short line still waits for its goods before the next.
   * `names` are the codes the item is known by, tried in turn. Null when the stock sheet doesn't list the item.
   */
  take(names: readonly string[], order: string, wanted: Decimal): StockAnswer | null {
    const pool = this.#find(names);
    if (!pool) return null;
    const available = isNegative(pool.left) ? zero : pool.left;
    const short = compare(wanted, available) > 0 ? subtract(wanted, available) : zero;
    const isShort = short !== zero;
    const holders = isShort ? firstHolders(pool.held) : [];
    const furtherHolders = isShort ? pool.held.size - holders.length : 0;
    pool.left = subtract(pool.left, wanted);
    const got = isShort ? available : wanted;
    if (got !== zero) pool.held.set(order, add(pool.held.get(order) ?? zero, got));
    return { available, short, holders, furtherHolders };
  }

  #find(names: readonly string[]): Pool | undefined {
    for (const name of names) {
      const key = sameText(name);
      const pool = this.#pools.get(key) ?? this.#byBarcode.get(key);
      if (pool) return pool;
    }
    return undefined;
  }

  #poolOf(key: string): Pool {
    const known = this.#pools.get(key);
    if (known) return known;
    const pool: Pool = { left: zero, held: new Map() };
    this.#pools.set(key, pool);
    return pool;
  }
}

/** Stops at the last one it names: the map may hold thousands. */
function firstHolders(held: ReadonlyMap<string, Decimal>): Holder[] {
  const first: Holder[] = [];
  for (const [order, quantity] of held) {
    if (first.length === namedHolders) break;
    first.push({ order, quantity });
  }
  return first;
}
