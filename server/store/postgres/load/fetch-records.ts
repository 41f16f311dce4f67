import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { EventOf, NumberOf, RecordKind } from '../../../../core/record/registry.ts';
import { build, type Query } from '../connection/queries.ts';
import { keyText, textOf } from '../key-text.ts';
import { type KeptRecord, keptRecord } from './kept-record.ts';

/** Which records to fetch; each is fetched once, however often it is wanted. */
export interface WantedRecords {
  /** With every record that points at them. */
  readonly orders?: readonly string[];
  /** The order last posted under each, as well with every record that points at it. */
  readonly orderKeys?: readonly string[];
  /** Orders that take some of these items from the stock book, as well with every record that points at them. */
  readonly taking?: { readonly items: readonly string[]; readonly countedAt: string | null };
  readonly byNumber?: readonly (readonly [RecordKind, string])[];
  readonly byName?: readonly (readonly [RecordKind, string])[];
  readonly ofOrder?: readonly (readonly [RecordKind, string])[];
  readonly ofCustomer?: readonly (readonly [RecordKind, string])[];
  /** Every one of the kind. */
  readonly kind?: RecordKind;
}
export interface FetchedRecords {
  readonly records: readonly KeptRecord[];
  /** The orders that were fetched with every record that points at them. */
  readonly whole: ReadonlySet<string>;
}

/** Anything that runs a query: a connection in a transaction, or the pool. */
export interface Runs {
  all<Row>(query: Query<Row>): Promise<readonly Row[]>;
}

interface EventRow {
  readonly kind: RecordKind;
  readonly number: string;
  readonly whole: boolean;
  readonly adopted: number;
  readonly event: string;
  readonly hash: string;
}

/** One statement, so what it answers is of one moment. */
export async function fetchRecords(over: Runs, wanted: WantedRecords): Promise<FetchedRecords> {
  const query = wantedQuery(wanted);
  const rows = query === null ? [] : await over.all(query);
  const groups = Map.groupBy(rows, ({ kind, number }) => `${kind} ${number}`);
  const records = Array.from(groups.values(), kept);
  const whole = rows.flatMap(({ kind, number, whole }) => (whole && kind === 'order' ? [textOf(number)] : []));
  return { records, whole: new Set(whole) };
}

function kept(rows: readonly EventRow[]): KeptRecord {
  const { kind, number, adopted } = rows[0] as EventRow;
  return keptRecord({
    kind,
    number: textOf(number) as NumberOf<RecordKind>,
    adopted,
    events: rows.map(({ event }) => JSON.parse(event) as EventOf<RecordKind>),
    hashes: rows.map(({ hash }) => hash),
  });
}

/** Null where nothing is wanted. */
function wantedQuery(wanted: WantedRecords): CompiledQuery<EventRow> | null {
  const orders = wholeOrders(wanted);
  const single = singleRecords(wanted);
  if (orders.length + single.length === 0) return null;
  const whole = orders.length === 0 ? sql`SELECT ''::text AS number WHERE false` : joined(orders);
  const others = single.length === 0 ? sql`` : sql`UNION ${joined(single)}`;
  return sql<EventRow>`
    WITH whole AS MATERIALIZED (${whole}),
    wanted AS MATERIALIZED (
      SELECT 'order' AS kind, number FROM whole
      UNION SELECT points.kind, points.number FROM record_orders points JOIN whole ON whole.number = points.order_number
      ${others}
    )
    SELECT events.kind, events.number, whole.number IS NOT NULL AS whole, records.adopted, events.event, events.hash
    FROM wanted
    JOIN records ON records.kind = wanted.kind AND records.number = wanted.number
    JOIN events ON events.kind = wanted.kind AND events.number = wanted.number
    LEFT JOIN whole ON whole.number = wanted.number AND wanted.kind = 'order'
    ORDER BY events.kind, events.number, events.version`.compile(build);
}

type Part = RawBuilder<unknown>;
const joined = (parts: readonly Part[]): Part => sql.join(parts, sql` UNION `);
const keys = (texts: readonly string[]): string[] => texts.map(keyText);

function wholeOrders({ orders = [], orderKeys = [], taking }: WantedRecords): readonly Part[] {
  return [
    ...(orders.length === 0 ? [] : [sql`SELECT unnest(${keys(orders)}::text[]) AS number`]),
    ...orderKeys.map(
      (key) => sql`(SELECT number FROM orders WHERE order_key = ${keyText(key)} ORDER BY age DESC LIMIT 1)`,
    ),
    ...(taking === undefined ? [] : ordersTaking(taking)),
  ];
}

function ordersTaking({ items, countedAt }: NonNullable<WantedRecords['taking']>): readonly Part[] {
  if (items.length === 0) return [];
  const ofItems = sql`SELECT order_number AS number FROM demand WHERE item_code = ANY(${keys(items)}::text[])`;
  const held = sql`${ofItems} AND held`;
  return countedAt === null ? [held] : [held, sql`${ofItems} AND left_at > ${countedAt}`];
}

function singleRecords(wanted: WantedRecords): readonly Part[] {
  const { byNumber, byName, ofOrder, ofCustomer, kind } = wanted;
  const part = (pairs: WantedRecords['byName'], of: (asked: Part) => Part): readonly Part[] =>
    pairs === undefined || pairs.length === 0 ? [] : [of(askedIn(pairs))];
  return [
    ...part(byNumber, (asked) => sql`SELECT asked.kind, asked.name FROM ${asked}`),
    ...part(
      byName,
      (asked) => sql`SELECT asked.kind, names.number FROM ${asked}
      JOIN record_names names ON names.kind = asked.kind AND names.name = asked.name`,
    ),
    ...part(
      ofOrder,
      (asked) => sql`SELECT asked.kind, points.number FROM ${asked}
      JOIN record_orders points ON points.kind = asked.kind AND points.order_number = asked.name`,
    ),
    ...part(
      ofCustomer,
      (asked) => sql`SELECT asked.kind, records.number FROM ${asked}
      JOIN records ON records.kind = asked.kind AND records.customer = asked.name`,
    ),
    ...(kind === undefined ? [] : [sql`SELECT kind, number FROM records WHERE kind = ${kind}`]),
  ];
}

const askedIn = (pairs: readonly (readonly [RecordKind, string])[]): Part =>
  sql`unnest(${pairs.map(([kind]) => kind)}::text[], ${keys(pairs.map(([, name]) => name))}::text[]) AS asked(kind, name)`;
