import { bookKinds } from '../../../../core/check/knowledge.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { Load, Loaded, OrderRecord, ShipmentRecord } from '../../../ports.ts';
import { numberIn } from './numbers.ts';
import type { Records } from './records.ts';

/**
 * What one decision sees. It may look only at what it asked for: an adapter that fetches from a database has nothing
 * else, so asking for more is a mistake here too.
 */
export class LoadedRecords implements Loaded {
  readonly prices: Loaded['prices'];
  readonly stock: Loaded['stock'];
  readonly customers: Loaded['customers'];
  readonly bookVersions: Loaded['bookVersions'];
  /** Numbers given out to this decision, in the order it asked for them. */
  readonly drawn = new Map<string, string[]>();
  readonly #records: Records;
  readonly #load: Load;
  readonly #orders: ReadonlySet<string>;

  constructor(records: Records, load: Load) {
    this.#records = records;
    this.#load = load;
    const byKey = (load.orderKeys ?? []).flatMap((key) => records.orderByKey(key)?.state.number ?? []);
    this.#orders = new Set<string>([...(load.orders ?? []), ...byKey]);
    const [prices, stock, customers] = bookKinds.map((kind) => records.books.get(kind));
    this.prices = (prices?.current?.content ?? null) as Loaded['prices'];
    this.stock = (stock?.current?.content ?? null) as Loaded['stock'];
    this.customers = (customers?.current?.content ?? null) as Loaded['customers'];
    this.bookVersions = {
      prices: prices?.highest ?? 0,
      stock: stock?.highest ?? 0,
      customers: customers?.highest ?? 0,
    };
  }

  order(number: OrderNumber): OrderRecord | null {
    expectLoaded(this.#orders.has(number), 'order', number);
    return this.#records.orders.get(number) ?? null;
  }

  orderByKey(key: string): OrderRecord | null {
    expectLoaded(this.#load.orderKeys?.includes(key), 'order key', key);
    return this.#records.orderByKey(key);
  }

  shipmentsOf(number: OrderNumber): readonly ShipmentRecord[] {
    const asked = this.#load.shipmentsOf?.includes(number);
    expectLoaded(asked || this.#orders.has(number), 'shipments of', number);
    return this.#records.shipmentsOf(number);
  }

  shipment(number: ShipmentRecord['state']['number']): ShipmentRecord | null {
    expectLoaded(this.#load.shipments?.includes(number), 'shipment', number);
    return this.#records.shipments.get(number) ?? null;
  }

  paper(id: string): ReturnType<Loaded['paper']> {
    expectLoaded(this.#load.papers?.includes(id), 'paper', id);
    return this.#records.papers.get(id) ?? null;
  }

  held(itemCode: string): ReturnType<Loaded['held']> {
    expectLoaded(this.#load.holding?.includes(itemCode), 'item held', itemCode);
    return this.#records.demand.of(itemCode);
  }

  nextNumber(series: string): string {
    const drawn = this.drawn.get(series) ?? [];
    const number = numberIn(series, (this.#records.counters.get(series) ?? 0) + drawn.length + 1);
    this.drawn.set(series, [...drawn, number]);
    return number;
  }
}

function expectLoaded(asked: boolean | undefined, what: string, name: string): void {
  if (!asked) throw new Error(`a decision looked at ${what} "${name}" without asking for it in its load`);
}
