import type { OrderNumber } from '../../../../core/order/state.ts';
import { concernsMonth } from '../../../../core/report/concerns-month.ts';
import type { ShipmentNumber } from '../../../../core/shipment/shipment.ts';
import type { Month } from '../../../../core/value/date.ts';
import type { OrderFilter, OrderRecord, PublishedBook, Reader, ShipmentRecord } from '../../../ports.ts';
import { compareNumbers } from '../records/numbers.ts';
import type { Records } from '../records/records.ts';
import type { Catalogue } from './catalogue.ts';

interface OrderAndShipments {
  readonly order: OrderRecord;
  readonly shipments: readonly ShipmentRecord[];
}

/** Reads from memory, where only what is on the disk ever arrives. */
export class MemoryReader implements Reader {
  readonly #records: Records;
  readonly #catalogue: Catalogue;

  constructor(records: Records, catalogue: Catalogue) {
    this.#records = records;
    this.#catalogue = catalogue;
  }

  async order(number: OrderNumber): ReturnType<Reader['order']> {
    const [found] = this.#withShipments([number]);
    return found === undefined ? null : { ...found, papers: this.#records.papersOf(number) };
  }

  async orders(filter: OrderFilter): ReturnType<Reader['orders']> {
    const { numbers, next } = this.#catalogue.list(filter);
    return { orders: this.#withShipments(numbers), next };
  }

  async counts(): ReturnType<Reader['counts']> {
    return this.#catalogue.counts();
  }

  async shipment(number: ShipmentNumber): ReturnType<Reader['shipment']> {
    return this.#records.shipments.get(number) ?? null;
  }

  async paper(id: string): ReturnType<Reader['paper']> {
    return this.#records.papers.get(id) ?? null;
  }

  async month(month: Month): ReturnType<Reader['month']> {
    const orders = [...this.#records.orders.keys()]
      .filter((number) => this.#concerns(number, month))
      .sort(compareNumbers);
    const papers = orders.flatMap((number) => this.#records.papersOf(number));
    // A notice of goods of several orders is found once for each of them.
    const once = new Map(papers.map((paper) => [paper.state.paper, paper]));
    return { orders: this.#withShipments(orders), papers: [...once.values()] };
  }

  async books(): ReturnType<Reader['books']> {
    return { prices: this.#book('prices'), stock: this.#book('stock'), customers: this.#book('customers') };
  }

  async openDemand(): ReturnType<Reader['openDemand']> {
    return this.#records.demand.all();
  }

  async orderByKey(key: string): ReturnType<Reader['orderByKey']> {
    return this.#records.orderByKey(key);
  }

  async ordersOf(customerCodes: readonly string[]): ReturnType<Reader['ordersOf']> {
    const numbers = new Set(customerCodes.flatMap((code) => [...this.#records.ordersOf(code)]));
    return [...numbers].sort(compareNumbers).flatMap((number) => this.#records.orders.get(number) ?? []);
  }

  #book<Kind extends PublishedBook['kind']>(kind: Kind): Extract<PublishedBook, { kind: Kind }> | null {
    const current = this.#records.books.get(kind)?.current ?? null;
    return current as Extract<PublishedBook, { kind: Kind }> | null;
  }

  #concerns(number: OrderNumber, month: Month): boolean {
    const order = this.#records.orders.get(number);
    if (order === undefined) return false;
    const shipments = this.#records.shipmentsOf(number).map(({ state }) => state);
    const recorded = order.events.map(({ at }) => at);
    return concernsMonth({ order: order.state, shipments, recorded }, month);
  }

  #withShipments(numbers: readonly OrderNumber[]): readonly OrderAndShipments[] {
    return numbers.flatMap((number) => {
      const order = this.#records.orders.get(number);
      return order === undefined ? [] : [{ order, shipments: this.#records.shipmentsOf(number) }];
    });
  }
}
