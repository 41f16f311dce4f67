import type { OrderNumber } from '../../../../core/order/state.ts';
import { allRecordKinds, definitionOf, type RecordKind } from '../../../../core/record/registry.ts';
import { concernsMonth } from '../../../../core/report/concerns-month.ts';
import type { Month } from '../../../../core/value/date.ts';
import type {
  OrderFilter,
  OrderWithRecords,
  PublishedBook,
  Reader,
  RecordOf,
  RecordReader,
  RecordsByKind,
} from '../../../ports.ts';
import { compareNumbers } from '../../numbers.ts';
import type { Records } from '../records/records.ts';
import type { Catalogue } from './catalogue.ts';

/** Reads from memory, where only what is on the disk ever arrives. */
export class MemoryReader implements Reader {
  readonly #records: Records;
  readonly #catalogue: Catalogue;

  constructor(records: Records, catalogue: Catalogue) {
    this.#records = records;
    this.#catalogue = catalogue;
  }

  records<Kind extends RecordKind>(kind: Kind): RecordReader<Kind> {
    const shelf = this.#records.of(kind);
    return {
      byNumber: async (number) => shelf.get(number),
      ofOrder: async (order) => shelf.ofOrder(order),
      ofCustomers: async (codes) => shelf.ofCustomers(codes),
      all: async () => shelf.all(),
    };
  }

  async order(number: OrderNumber): ReturnType<Reader['order']> {
    return this.#withRecords([number])[0] ?? null;
  }

  async orders(filter: OrderFilter): ReturnType<Reader['orders']> {
    const { numbers, next } = this.#catalogue.list(filter);
    return { orders: this.#withRecords(numbers), next };
  }

  async counts(): ReturnType<Reader['counts']> {
    return this.#catalogue.counts();
  }

  async month(month: Month): ReturnType<Reader['month']> {
    const numbers = [...this.#records.of('order').numbers()]
      .filter((number) => this.#concerns(number, month))
      .sort(compareNumbers);
    const orders = this.#withRecords(numbers);
    return { orders, records: eachOnce(orders) };
  }

  async books(): ReturnType<Reader['books']> {
    return { prices: this.#book('prices'), stock: this.#book('stock'), customers: this.#book('customers') };
  }

  async openDemand(): ReturnType<Reader['openDemand']> {
    return this.#records.demand.all();
  }

  async heldItems(): ReturnType<Reader['heldItems']> {
    return this.#records.demand.items();
  }

  async orderByKey(key: string): ReturnType<Reader['orderByKey']> {
    return this.#records.orderByKey(key);
  }

  #book<Kind extends PublishedBook['kind']>(kind: Kind): Extract<PublishedBook, { kind: Kind }> | null {
    const current = this.#records.books.get(kind)?.current ?? null;
    return current as Extract<PublishedBook, { kind: Kind }> | null;
  }

  #concerns(number: OrderNumber, month: Month): boolean {
    const order = this.#records.of('order').get(number);
    if (order === null) return false;
    const shipments = this.#records
      .of('shipment')
      .ofOrder(number)
      .map(({ state }) => state);
    const recorded = order.events.map(({ at }) => at);
    return concernsMonth({ order: order.state, shipments, recorded }, month);
  }

  #withRecords(numbers: readonly OrderNumber[]): readonly OrderWithRecords[] {
    return numbers.flatMap((number) => {
      const order = this.#records.of('order').get(number);
      return order === null ? [] : [{ order, records: this.#records.pointingAt(number) }];
    });
  }
}

/** A shipment of goods of several orders is found once for each of them. */
function eachOnce(orders: readonly OrderWithRecords[]): RecordsByKind {
  const ofKind = <Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[] => {
    const found = orders.flatMap(({ records }) => records[kind]) as readonly RecordOf<Kind>[];
    return [...new Map(found.map((record) => [definitionOf(kind).number(record.state), record])).values()];
  };
  return Object.fromEntries(allRecordKinds.map((kind) => [kind, ofKind(kind)])) as unknown as RecordsByKind;
}
