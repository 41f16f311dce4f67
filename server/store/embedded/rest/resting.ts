import type { OrderNumber } from '../../../../core/order/state.ts';
import type { OrderStatus } from '../../../../core/order/status.ts';
import type { NumberOf, RecordKind } from '../../../../core/record/registry.ts';
import type { Month } from '../../../../core/value/date.ts';
import { type GroupIndex, hashOf } from './group-index.ts';
import { HashFilter } from './hash-filter.ts';
import { type DocumentKey, groupOf, nameOf, type RestKind, type RestRow, termOf } from './rest-row.ts';

/** Documents at rest as of one moment. */
export interface Asleep {
  /** About how many. */
  readonly size: number;
  readonly groups: readonly string[];
  in(group: string, kind: RestKind): Iterable<SleepingDocument>;
}
export type SleepingDocument = Pick<RestRow, keyof DocumentKey | 'version' | 'position'>;

/**
 * What is known of documents at rest: found without being read. A document that is in memory all the same (it was looked at,
 * or has changed since) is awake: what memory says of it counts, and it isn't found here.
 */
export class Resting {
  readonly #groups = new Map<string, GroupIndex>();
  /** Of the terms of all groups, and of some that were replaced. */
  readonly #hashes = new HashFilter();
  /** Documents of the index that are in memory, by `nameOf`. */
  readonly #awake = new Map<string, DocumentKey>();
  /** What the index tells of them isn't true any more; until it is made anew without them. */
  readonly #distrusted = new Map<string, DocumentKey>();

  has(key: DocumentKey): boolean {
    return this.#isAsleep(key) && this.versionOf(key) !== null;
  }

  /** The version that the index tells of; null = it doesn't tell of the document. */
  versionOf(key: DocumentKey): number | null {
    const index = this.#groups.get(groupOf(key));
    const row = this.#distrusted.has(nameOf(key)) ? -1 : (index?.rowOf(key) ?? -1);
    return index === undefined || row < 0 ? null : index.versionAt(row);
  }

  /** All of a kind, oldest first by group. */
  all(kind: RestKind): readonly DocumentKey[] {
    return [...this.#groups.values()].flatMap((index) => {
      const [from, to] = index.rangeOf(kind);
      return Array.from({ length: to - from }, (_, row) => index.keyAt(from + row)).filter((key) =>
        this.#isAsleep(key),
      );
    });
  }

  /**
   * What is asleep now, whatever wakes or changes later: indexes are never changed, only replaced. By group, the oldest first;
   * answers of their own have a group for themselves.
   */
  asleep(): Asleep {
    const groups = [...this.#groups].sort(([a], [b]) => (a < b ? -1 : 1));
    const awake = new Set([...this.#awake.keys(), ...this.#distrusted.keys()]);
    return {
      size: groups.reduce((sum, [, index]) => sum + index.size, 0) - awake.size,
      groups: groups.map(([group]) => group),
      *in(group, kind) {
        const index = groups.find(([name]) => name === group)?.[1];
        const [from, to] = index?.rangeOf(kind) ?? [0, 0];
        for (let row = from; index !== undefined && row < to; row += 1) {
          const key = index.keyAt(row);
          if (!awake.has(nameOf(key))) yield { ...key, version: index.versionAt(row), position: index.positionAt(row) };
        }
      },
    };
  }

  /** Those of a kind, or of all kinds, that point at the order; as with all that is found by a term, maybe one too many. */
  pointingAt(order: OrderNumber, kind?: RestKind): readonly DocumentKey[] {
    return this.#found(termOf.order(order), kind);
  }
  ofCustomer(kind: RecordKind, code: string): readonly DocumentKey[] {
    return this.#found(termOf.customer(code), kind);
  }
  named(kind: RecordKind, name: string): readonly DocumentKey[] {
    return this.#found(termOf.name(name), kind);
  }
  withOrderKey(key: string): readonly DocumentKey[] {
    return this.#found(termOf.orderKey(key), 'order');
  }
  /** The documents in which a request may have been answered. */
  answering(requestKey: string): readonly DocumentKey[] {
    return this.#found(termOf.request(requestKey));
  }
  /** Orders and shipments that the month may concern by themselves. */
  concerning(month: Month): readonly DocumentKey[] {
    return [...this.#found(termOf.month(month)), ...this.#found(termOf.running)];
  }
  /** Shipments whose goods left at that moment (milliseconds) or later. */
  leftSince(moment: number): readonly DocumentKey[] {
    return [...this.#groups.values()].flatMap((index) => {
      if (index.lastLeftAt < moment) return [];
      const rows = [...index.columns.leftAt].flatMap((at, row) => (at !== 0 && at >= moment ? [row] : []));
      return rows.map((row) => index.keyAt(row)).filter((key) => this.#isAsleep(key));
    });
  }

  /** Orders at rest by status. */
  counts(): ReadonlyMap<OrderStatus, number> {
    const counts = new Map<string, number>();
    const count = (status: string, by: number) => counts.set(status, (counts.get(status) ?? 0) + by);
    for (const index of this.#groups.values()) for (const [status, orders] of index.counts) count(status, orders);
    for (const key of new Map([...this.#awake, ...this.#distrusted]).values()) {
      const status = key.kind === 'order' ? this.#statusOf(key) : null;
      if (status !== null) count(status, -1);
    }
    return counts as Map<OrderStatus, number>;
  }

  /** The index of a group, and the names of all. */
  group(name: string): GroupIndex | undefined {
    return this.#groups.get(name);
  }
  groups(): IterableIterator<string> {
    return this.#groups.keys();
  }

  /** The document is in memory now. */
  wake(key: DocumentKey): void {
    this.#awake.set(nameOf(key), key);
  }
  /** It was taken out of memory; the index tells of it as it is. */
  sleep(key: DocumentKey): void {
    this.#awake.delete(nameOf(key));
  }
  isAwake(key: DocumentKey): boolean {
    return this.#awake.has(nameOf(key));
  }

  /** What the index tells of the document isn't believed any more. */
  distrust(key: DocumentKey): void {
    this.#awake.delete(nameOf(key));
    this.#distrusted.set(nameOf(key), key);
  }
  isDistrusted(key: DocumentKey): boolean {
    return this.#distrusted.size > 0 && this.#distrusted.has(nameOf(key));
  }

  /** Takes the place of what was known of the group. What it no longer tells of is in memory, or is no more. */
  replace(group: string, index: GroupIndex): void {
    if (index.size === 0) this.#groups.delete(group);
    else this.#groups.set(group, index);
    this.#addHashes(index);
    for (const [name, key] of this.#distrusted) if (groupOf(key) === group) this.#distrusted.delete(name);
    for (const [name, key] of this.#awake)
      if (groupOf(key) === group && this.versionOf(key) === null) this.#awake.delete(name);
  }

  /** Null for one that isn't at rest. */
  statusOf(number: NumberOf<'order'>): OrderStatus | null {
    const key: DocumentKey = { kind: 'order', id: number };
    return this.#isAsleep(key) ? (this.#statusOf(key) as OrderStatus | null) : null;
  }

  #statusOf(key: DocumentKey): string | null {
    const index = this.#groups.get(groupOf(key));
    return index?.statusAt(index.rowOf(key)) ?? null;
  }

  #found(term: string, kind?: RestKind): readonly DocumentKey[] {
    const hash = hashOf(term);
    if (!this.#hashes.mayHave(hash)) return [];
    const found: DocumentKey[] = [];
    for (const index of this.#groups.values())
      for (const row of index.rowsOf(hash)) {
        const key = index.keyAt(row);
        if ((kind === undefined || key.kind === kind) && this.#isAsleep(key)) found.push(key);
      }
    return found;
  }

  #addHashes(added: GroupIndex): void {
    const fits = this.#hashes.hasRoomFor(added.columns.terms.length);
    const indexes = fits ? [added] : [...this.#groups.values()];
    if (!fits) this.#hashes.empty(indexes.reduce((sum, { columns }) => sum + columns.terms.length, 0));
    for (const index of indexes) for (const hash of index.hashes()) this.#hashes.add(hash);
  }

  #isAsleep(key: DocumentKey): boolean {
    const name = nameOf(key);
    return !this.#awake.has(name) && !this.#distrusted.has(name);
  }
}
