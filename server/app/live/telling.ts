import type { OrderNumber } from '../../../core/order/state.ts';
import { may, type Permission } from '../../../core/policy/permissions.ts';
import { definitionOf, type NumberOf, type RecordKind } from '../../../core/record/registry.ts';
import type { LiveEvent } from '../../../core/wire/live.ts';
import type { Change, RecordOf, Store } from '../../ports.ts';
import type { Caller } from '../company.ts';
import { isShown } from '../side-records/list-records.ts';

/** Who may read records of a kind; that one was changed isn't told to anybody else. */
export const readersOf: { readonly [Kind in RecordKind]: Permission } = {
  order: 'orders.read',
  shipment: 'orders.read',
  paper: 'orders.read',
  payment: 'credit.read',
  'write-off': 'credit.read',
  opening: 'credit.read',
  invoice: 'invoices.read',
  change: 'orders.read',
  return: 'orders.read',
  hold: 'orders.read',
  communication: 'orders.read',
  complaint: 'complaints.read',
  survey: 'orders.read',
};

type Committed = Exclude<Change, { readonly missed: true }>;
type Touched = Committed['records'][number];

/** One change, told to each who listens as far as he may know of it. */
export class Telling {
  readonly #store: Store;
  readonly #change: Change;
  /** Records that were read for it, by kind and number: each once, however many listen. */
  readonly #read = new Map<string, Promise<RecordOf<RecordKind> | null>>();

  constructor(store: Store, change: Change) {
    this.#store = store;
    this.#change = change;
  }

  /** Null = nothing of it concerns the caller. An order is named only where a record he may read points at it. */
  async to(caller: Caller): Promise<LiveEvent | null> {
    if ('missed' in this.#change) return { event: 'missed' };
    const { position, records, books } = this.#change;
    const judged = await Promise.all(records.map((record) => this.#isShown(record, caller)));
    const shown = records.filter((_, index) => judged[index]);
    const shownBooks = may(caller.user.roles, 'orders.check') ? books : [];
    if (shown.length === 0 && shownBooks.length === 0) return null;
    return {
      event: 'change',
      position,
      orders: shown.length === records.length ? [...this.#change.orders] : await this.#ordersOf(shown),
      kinds: [...new Set(shown.map(({ kind }) => kind))],
      books: [...shownBooks],
    };
  }

  async #isShown(record: Touched, caller: Caller): Promise<boolean> {
    if (!may(caller.user.roles, readersOf[record.kind])) return false;
    // Whether a complaint is for this reader only the complaint knows; of the other kinds nothing is kept from some readers.
    if (record.kind !== 'complaint') return true;
    const complaint = (await this.#record(record)) as RecordOf<'complaint'> | null;
    return complaint !== null && isShown('complaint', complaint.state, caller);
  }

  /** What all records of the change point at would name orders of those that aren't shown. */
  async #ordersOf(records: readonly Touched[]): Promise<OrderNumber[]> {
    const orders = await Promise.all(records.map((record) => this.#pointedAtBy(record)));
    return [...new Set(orders.flat())];
  }

  async #pointedAtBy(record: Touched): Promise<readonly OrderNumber[]> {
    if (record.kind === 'order') return [record.number as OrderNumber];
    const read = await this.#record(record);
    if (read === null) return [];
    // A record of the kind it was read as; TypeScript doesn't follow that.
    const { orders } = definitionOf(record.kind) as { orders(state: unknown): readonly OrderNumber[] };
    return orders(read.state);
  }

  #record({ kind, number }: Touched): Promise<RecordOf<RecordKind> | null> {
    const name = `${kind} ${number}`;
    const reading = this.#read.get(name) ?? this.#store.read.records(kind).byNumber(number as NumberOf<RecordKind>);
    this.#read.set(name, reading);
    return reading;
  }
}
