import type { OrderNumber } from '../../../../core/order/state.ts';
import {
  definitionOf,
  type NumberOf,
  type RecordKind,
  replayRecord,
  type StateOf,
} from '../../../../core/record/registry.ts';
import type { RecordOf } from '../../../ports.ts';
import { compareNumbers } from '../../numbers.ts';
import { AtRest } from '../rest/at-rest.ts';
import type { DocumentKey } from '../rest/rest-row.ts';
import type { Resting } from '../rest/resting.ts';
import type { RecordDocument } from './document.ts';
import { LayeredMap, LayeredSets } from './layers.ts';

/**
 * The records of one kind, found by their number and other names, by the orders they point at and by their customer. In layers.
 * Looking at one that is at rest throws AtRest, except where it says "in memory".
 */
export class RecordShelf<Kind extends RecordKind> {
  readonly #kind: Kind;
  readonly #below: RecordShelf<Kind> | null;
  readonly #resting: Resting;
  readonly #records: LayeredMap<NumberOf<Kind>, RecordOf<Kind>>;
  readonly #byName: LayeredMap<string, NumberOf<Kind>>;
  readonly #ofOrder: LayeredSets<OrderNumber, NumberOf<Kind>>;
  readonly #ofCustomer: LayeredSets<string, NumberOf<Kind>>;

  constructor(kind: Kind, resting: Resting, below: RecordShelf<Kind> | null) {
    this.#kind = kind;
    this.#resting = resting;
    this.#below = below;
    this.#records = new LayeredMap(below ? below.#records : null);
    this.#byName = new LayeredMap(below ? below.#byName : null);
    this.#ofOrder = new LayeredSets(below ? below.#ofOrder : null);
    this.#ofCustomer = new LayeredSets(below ? below.#ofCustomer : null);
  }

  get(number: NumberOf<Kind>): RecordOf<Kind> | null {
    return this.getAll([number])[0] ?? null;
  }

  /** Those of them that there are, in the order of the numbers; orders are read with all that points at them. */
  getAll(numbers: readonly NumberOf<Kind>[]): readonly RecordOf<Kind>[] {
    const asleep = numbers
      .filter((number) => this.#records.get(number) === undefined)
      .map((id): DocumentKey => ({ kind: this.#kind, id }))
      .filter((key) => this.#resting.has(key));
    expectAwake(asleep, this.#kind === 'order');
    return numbers.flatMap((number) => this.#records.get(number) ?? []);
  }

  /** In memory. */
  peek(number: NumberOf<Kind>): RecordOf<Kind> | null {
    return this.#records.get(number) ?? null;
  }

  byName(name: string): RecordOf<Kind> | null {
    expectAwake(this.#resting.named(this.#kind, name));
    const number = this.#byName.get(name);
    return number === undefined ? null : this.get(number);
  }

  /** Of those in memory. */
  numbers(): IterableIterator<NumberOf<Kind>> {
    return this.#records.keys();
  }

  /** Those that point at the order, oldest first. */
  ofOrder(order: OrderNumber): readonly RecordOf<Kind>[] {
    expectAwake(this.#resting.pointingAt(order, this.#kind));
    return this.peekOfOrder(order);
  }

  /** Those in memory that point at the order, oldest first. */
  peekOfOrder(order: OrderNumber): readonly RecordOf<Kind>[] {
    return this.#sorted(this.#ofOrder.members(order));
  }

  /** Those of all these customers, oldest first. */
  ofCustomers(codes: readonly string[]): readonly RecordOf<Kind>[] {
    expectAwake(codes.flatMap((code) => this.#resting.ofCustomer(this.#kind, code)));
    return this.#sorted(new Set(codes.flatMap((code) => [...this.#ofCustomer.members(code)])));
  }

  /** Oldest first. */
  all(): readonly RecordOf<Kind>[] {
    expectAwake(this.#resting.all(this.#kind));
    return this.peekAll();
  }

  /** Throws when the events can't be those of the record. */
  put({ id, version, events }: RecordDocument<Kind>): void {
    const state = replayRecord(this.#kind, id, events);
    const before = this.#records.get(id)?.state;
    for (const order of this.#ordersOf(before)) this.#ofOrder.put(order, id, false);
    for (const order of this.#ordersOf(state)) this.#ofOrder.put(order, id, true);
    for (const code of this.#customerOf(before)) this.#ofCustomer.put(code, id, false);
    for (const code of this.#customerOf(state)) this.#ofCustomer.put(code, id, true);
    for (const name of definitionOf(this.#kind).names?.(state) ?? []) this.#byName.set(name, id);
    this.#records.set(id, { state, version, events });
  }

  /** Whether it is so of all in memory that point at the order. */
  everyOfOrder(order: OrderNumber, test: (record: RecordOf<Kind>) => boolean): boolean {
    for (const number of this.#ofOrder.members(order))
      if (!test(this.#records.get(number) as RecordOf<Kind>)) return false;
    return true;
  }

  /** All in memory, oldest first. */
  peekAll(): readonly RecordOf<Kind>[] {
    return this.#sorted(this.#records.keys());
  }

  /** Takes a record out of memory, which is at rest. Only of the lowest layer. */
  forget(number: NumberOf<Kind>): void {
    const state = this.#records.get(number)?.state;
    if (state === undefined) return;
    for (const order of this.#ordersOf(state)) this.#ofOrder.put(order, number, false);
    for (const code of this.#customerOf(state)) this.#ofCustomer.put(code, number, false);
    for (const name of definitionOf(this.#kind).names?.(state) ?? [])
      if (this.#byName.get(name) === number) this.#byName.delete(name);
    this.#records.delete(number);
  }

  /** Orders that a record of this layer points at, or did before it was changed. */
  touchedOrders(): ReadonlySet<OrderNumber> {
    const now = [...this.#records.changed()].flatMap((number) => this.ordersOf(number));
    const before = [...this.#records.changed()].flatMap((number) => this.#below?.ordersOf(number) ?? []);
    return new Set([...now, ...before]);
  }

  /** The orders that a record in memory points at. */
  ordersOf(number: NumberOf<Kind>): readonly OrderNumber[] {
    return this.#ordersOf(this.#records.get(number)?.state);
  }

  changed(): IterableIterator<NumberOf<Kind>> {
    return this.#records.changed();
  }

  fold(): void {
    this.#records.fold();
    this.#byName.fold();
    this.#ofOrder.fold();
    this.#ofCustomer.fold();
  }

  #sorted(numbers: Iterable<NumberOf<Kind>>): readonly RecordOf<Kind>[] {
    return [...numbers].sort(compareNumbers).flatMap((number) => this.#records.get(number) ?? []);
  }

  #ordersOf(state: StateOf<Kind> | undefined): readonly OrderNumber[] {
    return state === undefined ? [] : definitionOf(this.#kind).orders(state);
  }

  #customerOf(state: StateOf<Kind> | undefined): readonly string[] {
    const code = state === undefined ? null : definitionOf(this.#kind).customer(state);
    return code === null ? [] : [code];
  }
}

function expectAwake(asleep: readonly DocumentKey[], withRecords = false): void {
  if (asleep.length > 0) throw new AtRest({ documents: asleep, withRecords });
}
