import type { OrderNumber } from '../../../../core/order/state.ts';
import type { RecordKind } from '../../../../core/record/registry.ts';
import { concernsMonth, monthsOfShipment } from '../../../../core/report/concerns-month.ts';
import type { Month } from '../../../../core/value/date.ts';
import type {
  OrderFilter,
  OrderWithRecords,
  PublishedBook,
  Reader,
  RecordReader,
  RecordsByKind,
} from '../../../ports.ts';
import { eachOnce } from '../../month-orders.ts';
import { compareNumbers } from '../../numbers.ts';
import type { Records } from '../records/records.ts';
import { AtRest } from '../rest/at-rest.ts';
import type { Waking } from '../rest/waking.ts';
import type { Catalogue } from './catalogue.ts';

/** Reads from memory, where only what is on the disk ever arrives; what is at rest is read into it first. */
export class MemoryReader implements Reader {
  readonly #records: Records;
  readonly #catalogue: Catalogue;
  readonly #waking: Waking;

  constructor(records: Records, catalogue: Catalogue, waking: Waking) {
    this.#records = records;
    this.#catalogue = catalogue;
    this.#waking = waking;
  }

  records<Kind extends RecordKind>(kind: Kind): RecordReader<Kind> {
    const shelf = this.#records.of(kind);
    return {
      byNumber: (number) => this.#waking.attempt(() => shelf.get(number)),
      ofOrder: (order) => this.#waking.attempt(() => shelf.ofOrder(order)),
      ofCustomers: (codes) => this.#waking.attempt(() => shelf.ofCustomers(codes)),
      all: () => this.#waking.attempt(() => shelf.all()),
    };
  }

  async order(number: OrderNumber): ReturnType<Reader['order']> {
    return this.#waking.attempt(() => this.#withRecords([number])[0] ?? null);
  }

  async orders(filter: OrderFilter): ReturnType<Reader['orders']> {
    return this.#waking.attempt((texts) => {
      const { numbers, next } = this.#catalogue.list(filter, texts);
      return { orders: this.#withRecords(numbers), next };
    });
  }

  async counts(): ReturnType<Reader['counts']> {
    return this.#catalogue.counts();
  }

  async month(month: Month): ReturnType<Reader['month']> {
    return this.#waking.attempt(() => {
      this.#expectAwake(month);
      const numbers = [...this.#records.of('order').numbers()]
        .filter((number) => this.#concerns(number, month))
        .sort(compareNumbers);
      const orders = this.#withRecords(numbers);
      return { orders, records: eachOnce(orders) };
    });
  }

  async books(): ReturnType<Reader['books']> {
    return { prices: this.#book('prices'), stock: this.#book('stock'), customers: this.#book('customers') };
  }

  async openDemand(): ReturnType<Reader['openDemand']> {
    return this.#waking.attempt(() => this.#records.demand.all());
  }

  async heldItems(): ReturnType<Reader['heldItems']> {
    return this.#records.demand.items();
  }

  async orderByKey(key: string): ReturnType<Reader['orderByKey']> {
    return this.#waking.attempt(() => this.#records.orderByKey(key));
  }

  #book<Kind extends PublishedBook['kind']>(kind: Kind): Extract<PublishedBook, { kind: Kind }> | null {
    const current = this.#records.books.get(kind)?.current ?? null;
    return current as Extract<PublishedBook, { kind: Kind }> | null;
  }

  /** All orders at rest that the month may concern: for what was recorded of them, or for what was shipped of them. */
  #expectAwake(month: Month): void {
    const documents = this.#records.resting.concerning(month);
    if (documents.length > 0) throw new AtRest({ documents, withRecords: true });
    const shipments = this.#records.of('shipment').peekAll();
    const concerned = shipments.filter(({ state }) => monthsOfShipment(state).includes(month));
    this.#records
      .of('order')
      .getAll([...new Set(concerned.flatMap(({ state }) => state.lines.map(({ order }) => order)))]);
  }

  #concerns(number: OrderNumber, month: Month): boolean {
    const order = this.#records.of('order').get(number);
    if (order === null) return false;
    const shipments = this.#records
      .of('shipment')
      .peekOfOrder(number)
      .map(({ state }) => state);
    const recorded = order.events.map(({ at }) => at);
    return concernsMonth({ order: order.state, shipments, recorded }, month);
  }

  #withRecords(numbers: readonly OrderNumber[]): readonly OrderWithRecords[] {
    const orders = this.#records.of('order').getAll(numbers);
    const records = this.#records.pointingAt(orders.map(({ state }) => state.number));
    return orders.map((order, index) => ({ order, records: records[index] as RecordsByKind }));
  }
}
