import type { OpenDemand } from '../../core/check/knowledge.ts';
import { bookKinds } from '../../core/check/knowledge.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import type { NumberOf, RecordKind } from '../../core/record/registry.ts';
import type { Load, Loaded, LoadedRecords, OrderRecord, PublishedBook, RecordOf } from '../ports.ts';
import { numberIn } from './numbers.ts';

/** Where a decision's records come from: memory that holds them all, or what was fetched for it. */
export interface Found {
  of<Kind extends RecordKind>(kind: Kind): FoundRecords<Kind>;
  orderByKey(key: string): OrderRecord | null;
  held(itemCode: string): readonly OpenDemand[];
  heldItems(): readonly string[];
  /** The highest number used in the series; 0 = none. */
  lastOf(series: string): number;
  /** The book in force, and the highest version ever used. */
  book(kind: PublishedBook['kind']): { readonly highest: number; readonly current: PublishedBook | null } | undefined;
}
export interface FoundRecords<Kind extends RecordKind> {
  get(number: NumberOf<Kind>): RecordOf<Kind> | null;
  byName(name: string): RecordOf<Kind> | null;
  /** Oldest first. */
  ofOrder(order: OrderNumber): readonly RecordOf<Kind>[];
  /** Oldest first. */
  ofCustomers(codes: readonly string[]): readonly RecordOf<Kind>[];
}

/**
 * What one decision sees. It may look only at what it asked for: an adapter that fetches from a database has nothing
 * else, so asking for more is a mistake everywhere.
 */
export class LoadedFrom implements Loaded {
  readonly prices: Loaded['prices'];
  readonly stock: Loaded['stock'];
  readonly customers: Loaded['customers'];
  readonly bookVersions: Loaded['bookVersions'];
  /** Numbers given out to this decision, in the order it asked for them. */
  readonly drawn = new Map<string, string[]>();
  readonly #found: Found;
  readonly #load: Load;
  readonly #orders: ReadonlySet<string>;

  constructor(found: Found, load: Load) {
    this.#found = found;
    this.#load = load;
    const byKey = (load.orderKeys ?? []).flatMap((key) => found.orderByKey(key)?.state.number ?? []);
    this.#orders = new Set<string>([...(load.records?.order?.byNumber ?? []), ...byKey]);
    const [prices, stock, customers] = bookKinds.map((kind) => found.book(kind));
    this.prices = (prices?.current?.content ?? null) as Loaded['prices'];
    this.stock = (stock?.current?.content ?? null) as Loaded['stock'];
    this.customers = (customers?.current?.content ?? null) as Loaded['customers'];
    this.bookVersions = {
      prices: prices?.highest ?? 0,
      stock: stock?.highest ?? 0,
      customers: customers?.highest ?? 0,
    };
  }

  records<Kind extends RecordKind>(kind: Kind): LoadedRecords<Kind> {
    const shelf = this.#found.of(kind);
    const wanted: Wanted = this.#load.records?.[kind] ?? {};
    return {
      byNumber: (number) => {
        const asked = wanted.byNumber?.includes(number) || (kind === 'order' && this.#orders.has(number));
        expectLoaded(asked, kind, number);
        return shelf.get(number);
      },
      byName: (name) => {
        expectLoaded(wanted.byName?.includes(name), `${kind} named`, name);
        return shelf.byName(name);
      },
      ofOrder: (order) => {
        expectLoaded(wanted.ofOrder?.includes(order) || this.#orders.has(order), `${kind} of order`, order);
        return shelf.ofOrder(order);
      },
      ofCustomer: (code) => {
        expectLoaded(wanted.ofCustomer?.includes(code), `${kind} of customer`, code);
        return shelf.ofCustomers([code]);
      },
    };
  }

  orderByKey(key: string): OrderRecord | null {
    expectLoaded(this.#load.orderKeys?.includes(key), 'order key', key);
    return this.#found.orderByKey(key);
  }

  held(itemCode: string): ReturnType<Loaded['held']> {
    expectLoaded(this.#load.holding?.includes(itemCode), 'item held', itemCode);
    return this.#found.held(itemCode);
  }

  heldItems(): readonly string[] {
    return this.#found.heldItems();
  }

  nextNumber(series: string): string {
    const drawn = this.drawn.get(series) ?? [];
    const number = numberIn(series, this.#found.lastOf(series) + drawn.length + 1);
    this.drawn.set(series, [...drawn, number]);
    return number;
  }
}

/** What was asked for of one kind, as plain text. */
interface Wanted {
  readonly byNumber?: readonly string[];
  readonly byName?: readonly string[];
  readonly ofOrder?: readonly string[];
  readonly ofCustomer?: readonly string[];
}

function expectLoaded(asked: boolean | undefined, what: string, name: string): void {
  if (!asked) throw new Error(`a decision looked at ${what} "${name}" without asking for it in its load`);
}
