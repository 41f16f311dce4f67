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
import type { RecordDocument } from './document.ts';
import { LayeredMap, LayeredSets } from './layers.ts';

/** The records of one kind, found by their number and other names, by the orders they point at and by their customer. In layers. */
export class RecordShelf<Kind extends RecordKind> {
  readonly #kind: Kind;
  readonly #below: RecordShelf<Kind> | null;
  readonly #records: LayeredMap<NumberOf<Kind>, RecordOf<Kind>>;
  readonly #byName: LayeredMap<string, NumberOf<Kind>>;
  readonly #ofOrder: LayeredSets<OrderNumber, NumberOf<Kind>>;
  readonly #ofCustomer: LayeredSets<string, NumberOf<Kind>>;

  constructor(kind: Kind, below: RecordShelf<Kind> | null) {
    this.#kind = kind;
    this.#below = below;
    this.#records = new LayeredMap(below ? below.#records : null);
    this.#byName = new LayeredMap(below ? below.#byName : null);
    this.#ofOrder = new LayeredSets(below ? below.#ofOrder : null);
    this.#ofCustomer = new LayeredSets(below ? below.#ofCustomer : null);
  }

  get(number: NumberOf<Kind>): RecordOf<Kind> | null {
    return this.#records.get(number) ?? null;
  }

  byName(name: string): RecordOf<Kind> | null {
    const number = this.#byName.get(name);
    return number === undefined ? null : this.get(number);
  }

  numbers(): IterableIterator<NumberOf<Kind>> {
    return this.#records.keys();
  }

  /** Those that point at the order, oldest first. */
  ofOrder(order: OrderNumber): readonly RecordOf<Kind>[] {
    return this.#sorted(this.#ofOrder.members(order));
  }

  /** Those of all these customers, oldest first. */
  ofCustomers(codes: readonly string[]): readonly RecordOf<Kind>[] {
    return this.#sorted(new Set(codes.flatMap((code) => [...this.#ofCustomer.members(code)])));
  }

  /** Oldest first. */
  all(): readonly RecordOf<Kind>[] {
    return this.#sorted(this.#records.keys());
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

  /** Orders that a record of this layer points at, or did before it was changed. */
  touchedOrders(): ReadonlySet<OrderNumber> {
    const now = [...this.#records.changed()].flatMap((number) => this.ordersOf(number));
    const before = [...this.#records.changed()].flatMap((number) => this.#below?.ordersOf(number) ?? []);
    return new Set([...now, ...before]);
  }

  /** The orders one record points at; none when it isn't there. */
  ordersOf(number: NumberOf<Kind>): readonly OrderNumber[] {
    return this.#ordersOf(this.get(number)?.state);
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
