import { statusOf } from '../../../../core/order/progress.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { OrderStatus } from '../../../../core/order/status.ts';
import type { Month } from '../../../../core/value/date.ts';
import type { OrderFilter } from '../../../ports.ts';
import { compareNumbers } from '../../numbers.ts';
import { comparable, listedMonth, searchText } from '../../search-text.ts';
import type { Records } from '../records/records.ts';
import { AtRest } from '../rest/at-rest.ts';

/** Search texts of orders at rest by their numbers, by the part of the index they stand in; those that were read. */
export type RestTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Search texts of so many months are asked for at once. */
const monthsAtOnce = 6;

interface Entry {
  readonly status: OrderStatus;
  readonly month: Month;
  /** What a search looks through, in comparable form. */
  readonly text: string;
}

/**
 * The worklists' index: every order's status, month and searchable text, oldest first. Of orders at rest it has nothing of
 * its own.
 */
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
      const order = this.#records.of('order').peek(number)?.state;
      if (order === undefined) continue; // a record may point at an order that is at rest, or was set aside
      const before = this.#entries.get(number);
      const shipments = this.#records
        .of('shipment')
        .peekOfOrder(number)
        .map(({ state }) => state);
      const entry = { status: statusOf(order, shipments), month: listedMonth(order), text: searchText(order) };
      if (before === undefined) this.#numbers.splice(this.#positionOf(number), 0, number);
      else this.#count(before.status, -1);
      this.#count(entry.status, 1);
      this.#entries.set(number, entry);
    }
  }

  /** The order isn't in memory any more. */
  forget(number: OrderNumber): void {
    const entry = this.#entries.get(number);
    if (entry === undefined) return;
    this.#count(entry.status, -1);
    this.#entries.delete(number);
    this.#numbers.splice(this.#positionOf(number), 1);
  }

  /**
   * Newest first. `next`: what to pass as `after` for the following page. Throws AtRest where a search needs texts of orders
   * at rest that aren't among `texts`.
   */
  list(
    filter: OrderFilter,
    texts: RestTexts,
  ): { readonly numbers: readonly OrderNumber[]; readonly next: OrderNumber | null } {
    const numbers: OrderNumber[] = [];
    for (const number of newestFirst(this.#inMemory(filter), this.#atRest(filter, texts))) {
      if (numbers.length === filter.limit) return { numbers, next: numbers.at(-1) ?? null };
      numbers.push(number);
    }
    return { numbers, next: null };
  }

  /** Only statuses that occur. */
  counts(): Partial<Record<OrderStatus, number>> {
    const counts = new Map(this.#records.resting.counts());
    for (const [status, count] of this.#counts) counts.set(status, (counts.get(status) ?? 0) + count);
    return Object.fromEntries([...counts].filter(([, count]) => count > 0));
  }

  /** Newest first. */
  *#inMemory({ status, month, search, numbers, after }: OrderFilter): Generator<OrderNumber> {
    const wanted = comparable(search?.trim() ?? '');
    const among = numbers && new Set(numbers);
    const from = after === undefined ? this.#numbers.length : this.#positionOf(after);
    for (let index = from - 1; index >= 0; index -= 1) {
      const number = this.#numbers[index] as OrderNumber;
      if (among && !among.has(number)) continue;
      const entry = this.#entries.get(number) as Entry;
      if (status !== undefined && entry.status !== status) continue;
      if (month !== undefined && entry.month !== month) continue;
      if (entry.text.includes(wanted)) yield number;
    }
  }

  /** Newest first. Their months are those of their numbers. */
  *#atRest({ status, month, search, numbers, after }: OrderFilter, texts: RestTexts): Generator<OrderNumber> {
    const wanted = comparable(search?.trim() ?? '');
    const among = numbers && new Set(numbers);
    const { resting } = this.#records;
    const months = [...resting.groups()].filter((group) => month === undefined || group === month);
    const groups = months.sort().reverse();
    for (const [place, group] of groups.entries()) {
      const index = resting.group(group);
      if (index === undefined || (status !== undefined && !index.counts.has(status))) continue;
      const [from, to] = index.rangeOf('order');
      for (let row = to - 1; row >= from; row -= 1) {
        if (status !== undefined && index.statusAt(row) !== status) continue;
        const number = index.idAt(row) as OrderNumber;
        if (among && !among.has(number)) continue;
        if (this.#entries.has(number) || (after !== undefined && compareNumbers(number, after) >= 0)) continue;
        if (wanted === '') yield number;
        else if (textOf(number, texts, groups.slice(place)).includes(wanted)) yield number;
      }
    }
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

/** Of two lists that are newest first themselves. */
function* newestFirst(one: Iterator<OrderNumber>, other: Iterator<OrderNumber>): Generator<OrderNumber> {
  let [a, b] = [one.next(), other.next()];
  while (!a.done || !b.done) {
    if (b.done || (!a.done && compareNumbers(a.value, b.value) > 0)) {
      yield (a as IteratorYieldResult<OrderNumber>).value;
      a = one.next();
    } else {
      yield b.value;
      b = other.next();
    }
  }
}

/** `groups`: the order's own, and those that will be looked through after it. */
function textOf(number: OrderNumber, texts: RestTexts, groups: readonly string[]): string {
  const ofGroup = texts.get(groups[0] as string);
  if (ofGroup === undefined) throw new AtRest({ documents: [], texts: groups.slice(0, monthsAtOnce) });
  const text = ofGroup.get(number);
  // Its line is missing: the order itself knows.
  if (text === undefined) throw new AtRest({ documents: [{ kind: 'order', id: number }] });
  return text;
}
