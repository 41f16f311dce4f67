import type { OrderNumber } from '../../../../core/order/state.ts';
import { allRecordKinds, type RecordKind } from '../../../../core/record/registry.ts';
import type { OrderRecord, Position, PublishedBook, RecordsByKind } from '../../../ports.ts';
import { compareNumbers, partsOf } from '../../numbers.ts';
import { DemandIndex } from './demand-index.ts';
import {
  documentPath,
  type JobDocument,
  type RecordDocument,
  type RememberedAnswer,
  type StoredDocument,
} from './document.ts';
import { LayeredMap } from './layers.ts';
import { RecordShelf } from './record-shelf.ts';

/** The published book in force, and the highest version number ever used (a damaged version's number isn't reused). */
export interface BookShelf {
  readonly highest: number;
  readonly current: PublishedBook | null;
}
type Shelves = { readonly [Kind in RecordKind]: RecordShelf<Kind> };

/**
 * Everything the documents say, in memory, with the ways to find it. All of it follows from the documents, so it is never
 * stored itself. Works in layers (layers.ts): `new Records(below)` sees what is below and keeps its changes to itself.
 */
export class Records {
  readonly books: LayeredMap<PublishedBook['kind'], BookShelf>;
  readonly answers: LayeredMap<string, RememberedAnswer>;
  /** What each file of the data folder holds, by its path. */
  readonly documents: LayeredMap<string, StoredDocument>;
  /** What is left to be done, by the paths of its documents. */
  readonly jobs: LayeredMap<string, JobDocument>;
  /** The highest number used in each series ("SO-202611"). */
  readonly counters: LayeredMap<string, number>;
  readonly demand: DemandIndex;
  readonly #below: Records | null;
  readonly #shelves: Shelves;
  readonly #orderByKey: LayeredMap<string, OrderNumber>;
  /** Of the latest decision; kept by the lowest layer. */
  #position: Position = 0;

  constructor(below: Records | null = null) {
    this.#below = below;
    this.books = new LayeredMap(below?.books);
    this.answers = new LayeredMap(below?.answers);
    this.documents = new LayeredMap(below?.documents);
    this.jobs = new LayeredMap(below?.jobs);
    this.counters = new LayeredMap(below?.counters);
    this.#shelves = Object.fromEntries(
      allRecordKinds.map((kind) => [kind, new RecordShelf(kind, below ? below.of(kind) : null)]),
    ) as unknown as Shelves;
    this.#orderByKey = new LayeredMap(below ? below.#orderByKey : null);
    this.demand = new DemandIndex(this, below ? below.demand : null);
  }

  /** Moves this layer's changes into the layer below. */
  fold(): void {
    for (const kind of allRecordKinds) this.of(kind).fold();
    this.books.fold();
    this.answers.fold();
    this.documents.fold();
    this.jobs.fold();
    this.counters.fold();
    this.#orderByKey.fold();
    this.demand.fold();
  }

  /** Where the next decision stands among all there were; no two have the same, whatever becomes of them. */
  nextPosition(): Position {
    if (this.#below !== null) return this.#below.nextPosition();
    this.#position += 1;
    return this.#position;
  }

  /** The records of a kind. */
  of<Kind extends RecordKind>(kind: Kind): RecordShelf<Kind> {
    return this.#shelves[kind];
  }

  /** All records that point at an order. */
  pointingAt(order: OrderNumber): RecordsByKind {
    return Object.fromEntries(
      allRecordKinds.map((kind) => [kind, this.of(kind).ofOrder(order)]),
    ) as unknown as RecordsByKind;
  }

  orderByKey(key: string): OrderRecord | null {
    const number = this.#orderByKey.get(key);
    const order = number === undefined ? null : this.of('order').get(number);
    return order?.state.orderKey === key ? order : null;
  }

  /** Takes a document in: a new generation that was decided, or one read from disk. Throws when its events can't be. */
  put(document: StoredDocument): void {
    switch (document.kind) {
      case 'book':
        this.#putBook(document.book);
        break;
      case 'job':
        this.jobs.set(documentPath(document), document);
        break;
      case 'answer':
        break;
      default:
        this.#putRecord(document);
    }
    this.documents.set(documentPath(document), document);
    for (const answer of document.answers) this.answers.set(answer.key, answer);
    if (this.#below === null) this.#position = Math.max(this.#position, document.position ?? 0);
  }

  /** A job was done or given up: its document is no more. Only of the lowest layer. */
  dropJob(path: string): void {
    this.jobs.delete(path);
    this.documents.delete(path);
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

  /** Orders that were changed in this layer, by their own events or by those of records that point at them. */
  touchedOrders(): ReadonlySet<OrderNumber> {
    const pointedAt = allRecordKinds.flatMap((kind) => [...this.of(kind).touchedOrders()]);
    return new Set([...this.of('order').changed(), ...pointedAt]);
  }

  #putRecord<Kind extends RecordKind>(document: RecordDocument<Kind>): void {
    const { kind, id } = document;
    const shelf = this.of(kind);
    const before = shelf.ordersOf(id);
    shelf.put(document);
    this.markNumberUsed(id);
    if (kind === 'order') this.#indexOrder(id as unknown as OrderNumber);
    for (const order of new Set([...before, ...shelf.ordersOf(id)])) this.demand.update(order);
  }

  #indexOrder(number: OrderNumber): void {
    const key = this.of('order').get(number)?.state.orderKey as string;
    // A key whose order was voided may be posted anew: the latest order has it.
    const known = this.#orderByKey.get(key);
    if (known === undefined || compareNumbers(known, number) <= 0) this.#orderByKey.set(key, number);
    this.demand.update(number);
  }

  #putBook(book: PublishedBook): void {
    const shelf = this.books.get(book.kind);
    const highest = Math.max(book.version, shelf?.highest ?? 0);
    const current = book.version >= (shelf?.current?.version ?? 0) ? book : (shelf?.current ?? book);
    this.books.set(book.kind, { highest, current });
    if (book.kind === 'stock') this.demand.updateAll();
  }
}
