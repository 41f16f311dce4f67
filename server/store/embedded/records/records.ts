import { replay } from '../../../../core/order/evolve.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import { evolvePaper, type Paper } from '../../../../core/paper/paper.ts';
import { replayShipment } from '../../../../core/shipment/evolve.ts';
import type { Shipment, ShipmentNumber } from '../../../../core/shipment/shipment.ts';
import { unreachable } from '../../../../core/value/result.ts';
import type { OrderRecord, PaperRecord, PublishedBook, ShipmentRecord } from '../../../ports.ts';
import { DemandIndex } from './demand-index.ts';
import {
  documentPath,
  type OrderDocument,
  type PaperDocument,
  type RememberedAnswer,
  type ShipmentDocument,
  type StoredDocument,
} from './document.ts';
import { LayeredMap, LayeredSets } from './layers.ts';
import { compareNumbers, partsOf } from './numbers.ts';

/** The published book in force, and the highest version number ever used (a damaged version's number isn't reused). */
export interface BookShelf {
  readonly highest: number;
  readonly current: PublishedBook | null;
}

/**
 * Everything the documents say, in memory, with the ways to find it. All of it follows from the documents, so it is never
 * stored itself. Works in layers (layers.ts): `new Records(below)` sees what is below and keeps its changes to itself.
 */
export class Records {
  readonly orders: LayeredMap<OrderNumber, OrderRecord>;
  readonly shipments: LayeredMap<ShipmentNumber, ShipmentRecord>;
  readonly papers: LayeredMap<string, PaperRecord>;
  readonly books: LayeredMap<PublishedBook['kind'], BookShelf>;
  readonly answers: LayeredMap<string, RememberedAnswer>;
  /** What each file of the data folder holds, by its path. */
  readonly documents: LayeredMap<string, StoredDocument>;
  /** The highest number used in each series ("SO-202611"). */
  readonly counters: LayeredMap<string, number>;
  readonly demand: DemandIndex;
  readonly #orderByKey: LayeredMap<string, OrderNumber>;
  readonly #ordersOf: LayeredSets<string, OrderNumber>;
  readonly #shipmentsOf: LayeredSets<OrderNumber, ShipmentNumber>;
  readonly #papersOf: LayeredSets<OrderNumber, string>;

  constructor(below: Records | null = null) {
    this.orders = new LayeredMap(below?.orders);
    this.shipments = new LayeredMap(below?.shipments);
    this.papers = new LayeredMap(below?.papers);
    this.books = new LayeredMap(below?.books);
    this.answers = new LayeredMap(below?.answers);
    this.documents = new LayeredMap(below?.documents);
    this.counters = new LayeredMap(below?.counters);
    this.#orderByKey = new LayeredMap(below ? below.#orderByKey : null);
    this.#ordersOf = new LayeredSets(below ? below.#ordersOf : null);
    this.#shipmentsOf = new LayeredSets(below ? below.#shipmentsOf : null);
    this.#papersOf = new LayeredSets(below ? below.#papersOf : null);
    this.demand = new DemandIndex(this, below ? below.demand : null);
  }

  /** Moves this layer's changes into the layer below. */
  fold(): void {
    this.orders.fold();
    this.shipments.fold();
    this.papers.fold();
    this.books.fold();
    this.answers.fold();
    this.documents.fold();
    this.counters.fold();
    this.#orderByKey.fold();
    this.#ordersOf.fold();
    this.#shipmentsOf.fold();
    this.#papersOf.fold();
    this.demand.fold();
  }

  orderByKey(key: string): OrderRecord | null {
    const number = this.#orderByKey.get(key);
    const order = number === undefined ? undefined : this.orders.get(number);
    return order?.state.orderKey === key ? order : null;
  }

  /** Of one customer, as the customer book writes his code. */
  ordersOf(customerCode: string): Iterable<OrderNumber> {
    return this.#ordersOf.members(customerCode);
  }

  /** In the order of their numbers. */
  shipmentsOf(order: OrderNumber): readonly ShipmentRecord[] {
    return [...this.#shipmentsOf.members(order)]
      .sort(compareNumbers)
      .flatMap((number) => this.shipments.get(number) ?? []);
  }

  papersOf(order: OrderNumber): readonly PaperRecord[] {
    return [...this.#papersOf.members(order)].sort().flatMap((id) => this.papers.get(id) ?? []);
  }

  /** Takes a document in: a new generation that was decided, or one read from disk. Throws when its events can't be. */
  put(document: StoredDocument): void {
    switch (document.kind) {
      case 'order':
        this.#putOrder(document);
        break;
      case 'shipment':
        this.#putShipment(document);
        break;
      case 'paper':
        this.#putPaper(document);
        break;
      case 'book':
        this.#putBook(document.book);
        break;
      case 'answer':
        break;
      default:
        unreachable(document);
    }
    this.documents.set(documentPath(document), document);
    for (const answer of document.answers) this.answers.set(answer.key, answer);
  }

  /** Marks a number as used, also that of a document which can't be read any more. */
  markNumberUsed(id: string): void {
    const number = partsOf(id);
    if (number === null) return;
    const highest = this.counters.get(number.series) ?? 0;
    if (number.sequence > highest) this.counters.set(number.series, number.sequence);
  }

  /** Marks a book's version as used, also that of a book which can't be read any more. */
  markBookVersionUsed(kind: PublishedBook['kind'], version: number): void {
    const shelf = this.books.get(kind) ?? { highest: 0, current: null };
    this.books.set(kind, { ...shelf, highest: Math.max(shelf.highest, version) });
  }

  /** Orders that were changed in this layer, by their own events or by those of their shipments. */
  touchedOrders(): ReadonlySet<OrderNumber> {
    const shipments = [...this.shipments.changed()].flatMap((number) => this.shipments.get(number) ?? []);
    return new Set([...this.orders.changed(), ...shipments.flatMap(({ state }) => [...ordersOf(state)])]);
  }

  #putOrder({ id, version, events }: OrderDocument): void {
    const state = replay(events);
    const before = this.orders.get(id)?.state.customer.code;
    if (before !== undefined && before !== state.customer.code) this.#ordersOf.put(before, id, false);
    this.#ordersOf.put(state.customer.code, id, true);
    this.orders.set(id, { state, version, events });
    this.markNumberUsed(id);
    // A key whose order was voided may be posted anew: the latest order has it.
    const known = this.#orderByKey.get(state.orderKey);
    if (known === undefined || compareNumbers(known, id) <= 0) this.#orderByKey.set(state.orderKey, id);
    this.demand.update(id);
  }

  #putShipment({ id, version, events }: ShipmentDocument): void {
    const state = replayShipment(events);
    this.shipments.set(id, { state, version, events });
    this.markNumberUsed(id);
    for (const order of ordersOf(state)) {
      this.#shipmentsOf.put(order, id, true);
      this.demand.update(order);
    }
  }

  #putPaper({ id, version, events }: PaperDocument): void {
    const state = events.reduce<Paper | null>(evolvePaper, null);
    if (state === null) throw new Error(`paper ${id} has no events`);
    this.papers.set(id, { state, version, events });
    for (const order of state.orders) this.#papersOf.put(order, id, true);
  }

  #putBook(book: PublishedBook): void {
    const shelf = this.books.get(book.kind);
    const highest = Math.max(book.version, shelf?.highest ?? 0);
    const current = book.version >= (shelf?.current?.version ?? 0) ? book : (shelf?.current ?? book);
    this.books.set(book.kind, { highest, current });
    if (book.kind === 'stock') this.demand.updateAll();
  }
}

const ordersOf = ({ lines }: Shipment): ReadonlySet<OrderNumber> => new Set(lines.map(({ order }) => order));
