import type { OpenDemand } from '../../../../core/check/knowledge.ts';
import { demandOf } from '../../../../core/order/demand.ts';
import type { OrderAndShipments } from '../../../../core/order/progress.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import { allRecordKinds, type RecordKind } from '../../../../core/record/registry.ts';
import type { Instant, PlainDate } from '../../../../core/value/date.ts';
import type { OrderRecord, OrderWithRecords, RecordOf, RecordsByKind } from '../../../ports.ts';
import type { FoundRecords } from '../../loaded-from.ts';
import { compareNumbers } from '../../numbers.ts';
import type { KeptRecord } from './kept-record.ts';

/** Records that were fetched, with the ways to find them. */
export class RecordsFound {
  readonly #records: ReadonlyMap<string, KeptRecord>;
  /** Orders that were fetched with every record that points at them. */
  readonly #whole: ReadonlySet<string>;
  readonly #byName = new Map<string, KeptRecord>();
  readonly #byOrder: ReadonlyMap<string, readonly KeptRecord[]>;
  readonly #byCustomer: ReadonlyMap<string, readonly KeptRecord[]>;
  #demand: ReadonlyMap<string, readonly OpenDemand[]> | null = null;
  /** When the goods of the stock book were counted; null = nobody knows. */
  readonly #countedAt: Instant | PlainDate | null;

  constructor(
    records: Iterable<KeptRecord>,
    { whole, countedAt }: { readonly whole: ReadonlySet<string>; readonly countedAt: Instant | PlainDate | null },
  ) {
    const sorted = [...records].sort((a, b) => compareNumbers(a.number, b.number));
    this.#records = new Map(sorted.map((record) => [`${record.kind} ${record.number}`, record]));
    this.#whole = whole;
    this.#countedAt = countedAt;
    for (const record of sorted) for (const name of record.names) this.#byName.set(`${record.kind} ${name}`, record);
    this.#byOrder = grouped(sorted, ({ kind, orders }) => orders.map((order) => `${kind} ${order}`));
    this.#byCustomer = grouped(sorted, ({ kind, customer }) => (customer === null ? [] : [`${kind} ${customer}`]));
  }

  /** As it is once these are kept. */
  with(written: readonly KeptRecord[]): RecordsFound {
    const whole = new Set([
      ...this.#whole,
      ...written.flatMap(({ kind, number }) => (kind === 'order' ? [number] : [])),
    ]);
    const countedAt = this.#countedAt;
    return new RecordsFound([...withNewer(this.#records, written).values()], { whole, countedAt });
  }

  get<Kind extends RecordKind>(kind: Kind, number: string): KeptRecord<Kind> | undefined {
    return this.#records.get(`${kind} ${number}`) as KeptRecord<Kind> | undefined;
  }

  of<Kind extends RecordKind>(kind: Kind): FoundRecords<Kind> {
    const known = (record: KeptRecord | undefined) => (record ? recordOf(record as unknown as KeptRecord<Kind>) : null);
    const all = (records: readonly KeptRecord[] | undefined) =>
      (records ?? []).flatMap((record) => known(record) ?? []);
    return {
      get: (number) => known(this.#records.get(`${kind} ${number}`)),
      byName: (name) => known(this.#byName.get(`${kind} ${name}`)),
      ofOrder: (order) => all(this.#byOrder.get(`${kind} ${order}`)),
      ofCustomers: (codes) => all(codes.flatMap((code) => this.#byCustomer.get(`${kind} ${code}`) ?? [])),
    };
  }

  /** Every one of a kind, oldest first. */
  all<Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[] {
    return [...this.#records.values()].flatMap((record) =>
      record.kind === kind ? [recordOf(record as unknown as KeptRecord<Kind>)] : [],
    );
  }

  orderByKey(key: string): OrderRecord | null {
    const found = this.all('order').filter(({ state }) => state.orderKey === key);
    return found.at(-1) ?? null;
  }

  /** Null when it isn't there. */
  orderWithRecords(number: OrderNumber): OrderWithRecords | null {
    const order = this.of('order').get(number);
    const pointing = Object.fromEntries(allRecordKinds.map((kind) => [kind, this.of(kind).ofOrder(number)]));
    return order && { order, records: pointing as unknown as RecordsByKind };
  }

  /** Null when it isn't there, or not all of it was fetched. */
  orderAndShipments(number: string): OrderAndShipments | null {
    const order = this.#whole.has(number) ? this.get('order', number)?.state : undefined;
    if (order === undefined) return null;
    return {
      order,
      shipments: this.of('shipment')
        .ofOrder(number as OrderNumber)
        .map(({ state }) => state),
    };
  }

  /** What an order takes from the stock book. */
  demandOfOrder(number: string): readonly OpenDemand[] {
    const order = this.orderAndShipments(number);
    return order === null ? [] : demandOf(order, this.#countedAt);
  }

  /** What the orders that were fetched whole take of an item, oldest order first. */
  held(itemCode: string): readonly OpenDemand[] {
    this.#demand ??= Map.groupBy(
      [...this.#whole].sort(compareNumbers).flatMap((number) => this.demandOfOrder(number)),
      (demand) => demand.itemCode,
    );
    return this.#demand.get(itemCode) ?? [];
  }
}

const recordOf = <Kind extends RecordKind>({ state, version, events }: KeptRecord<Kind>): RecordOf<Kind> => ({
  state,
  version,
  events,
});

function withNewer(
  records: ReadonlyMap<string, KeptRecord>,
  written: readonly KeptRecord[],
): ReadonlyMap<string, KeptRecord> {
  return new Map([...records, ...written.map((record) => [`${record.kind} ${record.number}`, record] as const)]);
}

function grouped(
  records: readonly KeptRecord[],
  keysOf: (record: KeptRecord) => readonly string[],
): ReadonlyMap<string, readonly KeptRecord[]> {
  const groups = new Map<string, KeptRecord[]>();
  for (const record of records)
    for (const key of keysOf(record)) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  return groups;
}
