import { sql } from 'kysely';
import {
  allRecordKinds,
  definitionOf,
  type EventOf,
  type NumberOf,
  type RecordKind,
  replayRecord,
} from '../../../../core/record/registry.ts';
import type { Disagreement } from '../../kept-companies.ts';
import { build } from '../connection/queries.ts';
import { keyText, textOf } from '../key-text.ts';
import { type KeptRecord, keptRecord } from '../load/kept-record.ts';
import type { Moment } from '../snapshot/moment.ts';
import { differences } from './facts.ts';

/** Records in memory at once, with their events. */
const atOnce = 256;

interface RecordRow {
  readonly number: string;
  readonly version: number;
  readonly customer: string | null;
  readonly adopted: number;
  readonly position: number;
}
/** A record as its row has it, and as its events say; null where they make no sense. */
interface ReadRecord {
  readonly row: RecordRow;
  readonly record: KeptRecord | null;
  /** Of its last event. */
  readonly position: number;
}

/** Every record of a kind, some at a time. */
export async function* recordsOf(moment: Moment, kind: RecordKind): AsyncGenerator<readonly ReadRecord[]> {
  const rows = build
    .selectFrom('records')
    .select(['number', 'version', 'customer', 'adopted', 'position'])
    .where('kind', '=', kind)
    .orderBy('number');
  for await (const page of moment.pages(rows, atOnce)) {
    const numbers = page.map(({ number }) => number);
    const events = await moment.all(
      build
        .selectFrom('events')
        .select(['number', 'event', 'hash', 'position'])
        .where('kind', '=', kind)
        .where('number', 'in', numbers)
        .orderBy('number')
        .orderBy('version'),
    );
    const byNumber = Map.groupBy(events, ({ number }) => number);
    yield page.map((row) => {
      const own = byNumber.get(row.number) ?? [];
      return { row, record: replayed(kind, row, own), position: own.at(-1)?.position ?? 0 };
    });
  }
}

function replayed(
  kind: RecordKind,
  { number, adopted }: RecordRow,
  events: readonly { readonly event: string; readonly hash: string }[],
): KeptRecord | null {
  try {
    return keptRecord({
      kind,
      number: textOf(number) as NumberOf<RecordKind>,
      adopted,
      events: events.map(({ event }) => JSON.parse(event) as EventOf<RecordKind>),
      hashes: events.map(({ hash }) => hash),
    });
  } catch {
    return null; // the audit names it
  }
}

/** What every record is found by. `shipments`: all there are, for what follows from them as well. */
export async function recordDifferences(
  moment: Moment,
): Promise<{ readonly found: readonly Disagreement[]; readonly shipments: readonly KeptRecord[] }> {
  const found: Disagreement[] = [];
  const shipments: KeptRecord[] = [];
  for (const kind of allRecordKinds)
    for await (const page of recordsOf(moment, kind)) {
      const whole = page.filter((each): each is ReadRecord & { record: KeptRecord } => each.record !== null);
      if (kind === 'shipment') shipments.push(...whole.map(({ record }) => record));
      found.push(...differences(rowFacts(whole), eventFacts(whole)));
      found.push(
        ...(await pointerDifferences(
          moment,
          kind,
          whole.map(({ record }) => record),
        )),
      );
      found.push(
        ...(await nameDifferences(
          moment,
          kind,
          whole.map(({ record }) => record),
        )),
      );
    }
  return { found, shipments };
}

type Whole = readonly (ReadRecord & { readonly record: KeptRecord })[];
const rowFacts = (whole: Whole) =>
  new Map(
    whole.map(({ row: { number, version, customer, position }, record: { kind } }) => [
      `records ${kind} ${number}`,
      { version, customer, position },
    ]),
  );
const eventFacts = (whole: Whole) =>
  new Map(
    whole.map(({ row: { number }, record: { kind, version, customer }, position }) => [
      `records ${kind} ${number}`,
      { version, customer: customer === null ? null : keyText(customer), position },
    ]),
  );

async function pointerDifferences(moment: Moment, kind: RecordKind, records: readonly KeptRecord[]) {
  const rows = await moment.all(
    sql<{ number: string; order_number: string }>`
      SELECT number, order_number FROM record_orders
      WHERE kind = ${kind} AND number = ANY(${numbersOf(records)}::text[])`.compile(build),
  );
  const nameOf = (number: string, order: string) => `record_orders ${kind} ${number} of ${order}`;
  return differences(
    new Map(rows.map(({ number, order_number }) => [nameOf(number, order_number), 'yes'])),
    new Map(
      records.flatMap(({ number, orders }) => orders.map((order) => [nameOf(keyText(number), keyText(order)), 'yes'])),
    ),
  );
}

/** A record keeps every name it ever bore; of two that bear one (a misfit of the records) either may have it. */
async function nameDifferences(moment: Moment, kind: RecordKind, records: readonly KeptRecord[]) {
  const names = records.flatMap((record) => record.names.map(keyText));
  const rows = await moment.all(
    sql<{ name: string; number: string }>`
      SELECT name, number FROM record_names
      WHERE kind = ${kind} AND (number = ANY(${numbersOf(records)}::text[]) OR name = ANY(${names}::text[]))`.compile(
      build,
    ),
  );
  const bearers = new Map(rows.map(({ name, number }) => [name, number]));
  const byNumber = new Map(records.map((record) => [keyText(record.number), record]));
  const nameOf = (name: string) => `record_names ${kind} ${name}`;
  const kept = rows.filter(({ number }) => byNumber.has(number));
  const borne = kept.filter(({ number, name }) => everBore(byNumber.get(number) as KeptRecord, name));
  return differences(
    new Map(kept.map(({ name, number }) => [nameOf(name), number])),
    new Map([
      ...borne.map(({ name, number }) => [nameOf(name), number] as const),
      ...records.flatMap(({ number, names }) =>
        names
          .filter((name) => !bearers.has(keyText(name)))
          .map((name) => [nameOf(keyText(name)), keyText(number)] as const),
      ),
    ]),
  );
}

const everBore = ({ kind, number, events, names }: KeptRecord, name: string): boolean =>
  names.some((own) => keyText(own) === name) ||
  events.some((_, index) => {
    const then = replayRecord(kind, number, events.slice(0, index + 1));
    return (definitionOf(kind).names?.(then) ?? []).some((own) => keyText(own) === name);
  });

const numbersOf = (records: readonly KeptRecord[]): string[] => records.map(({ number }) => keyText(number));
