import { statusOf } from '../../../../core/order/progress.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { OrderStatus } from '../../../../core/order/status.ts';
import type { Month } from '../../../../core/value/date.ts';
import type { OrderFilter } from '../../../ports.ts';
import { compareNumbers } from '../../numbers.ts';
import { comparable, listedMonth, searchText } from '../../search-text.ts';
import type { Records } from '../records/records.ts';

interface Entry {
  readonly status: OrderStatus;
  readonly month: Month;
  /** What a search looks through, in comparable form. */
  readonly text: string;
}

/** The worklists' index: every order's status, month and searchable text, oldest first. */
export class Catalogue {
  readonly #records: Records;
  readonly #entries = new Map<OrderNumber, Entry>();
  readonly #numbers: OrderNumber[] = [];
  readonly #counts = new Map<OrderStatus, number>();

  constructor(records: Records) {
    this.#records = records;
    this.refresh(new Set(records.of('order').numbers()));
  }

  /** To be called with the orders whose own events have grown, or those of records that point at them. */
  refresh(orders: ReadonlySet<OrderNumber>): void {
    for (const number of [...orders].sort(compareNumbers)) {
      const order = this.#records.of('order').get(number)?.state;
      if (order === undefined) continue; // a record may point at an order that was set aside
      const before = this.#entries.get(number);
      const shipments = this.#records
        .of('shipment')
        .ofOrder(number)
        .map(({ state }) => state);
      const entry = { status: statusOf(order, shipments), month: listedMonth(order), text: searchText(order) };
      if (before === undefined) this.#numbers.splice(this.#positionOf(number), 0, number);
      else this.#count(before.status, -1);
      this.#count(entry.status, 1);
      this.#entries.set(number, entry);
    }
  }

  /** Newest first. `next`: what to pass as `after` for the following page. */
  list({ status, month, search, after, limit }: OrderFilter): {
    readonly numbers: readonly OrderNumber[];
    readonly next: OrderNumber | null;
  } {
    const wanted = search === undefined ? '' : comparable(search.trim());
    const numbers: OrderNumber[] = [];
    const from = after === undefined ? this.#numbers.length : this.#positionOf(after);
    for (let index = from - 1; index >= 0; index -= 1) {
      const number = this.#numbers[index] as OrderNumber;
      const entry = this.#entries.get(number) as Entry;
      if (status !== undefined && entry.status !== status) continue;
      if (month !== undefined && entry.month !== month) continue;
      if (!entry.text.includes(wanted)) continue;
      if (numbers.length === limit) return { numbers, next: numbers.at(-1) ?? null };
      numbers.push(number);
    }
    return { numbers, next: null };
  }

  /** Only statuses that occur. */
  counts(): Partial<Record<OrderStatus, number>> {
    return Object.fromEntries([...this.#counts].filter(([, count]) => count > 0));
  }

  #count(status: OrderStatus, by: 1 | -1): void {
    this.#counts.set(status, (this.#counts.get(status) ?? 0) + by);
  }

  /** Where the number stands, or would stand, among the sorted ones. */
  #positionOf(number: OrderNumber): number {
    let [low, high] = [0, this.#numbers.length];
    // New orders go to the end: look there first.
    const last = this.#numbers.at(-1);
    if (last === undefined || compareNumbers(last, number) < 0) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareNumbers(this.#numbers[middle] as string, number) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
