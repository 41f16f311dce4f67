import { sql } from 'kysely';
import type { RecordKind } from '../../../../core/record/registry.ts';
import type { Load, LockName, Position } from '../../../ports.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { keyText, textOf } from '../key-text.ts';
import { type BookShelf, countedAt, type Published } from '../load/book-shelf.ts';
import { fetchRecords, type WantedRecords } from '../load/fetch-records.ts';
import { heldItems } from '../load/held-items.ts';
import { RecordsFound } from '../load/records-found.ts';
import type { HeldLocks } from './held-locks.ts';
import { heldItemsLock, recordsIn, seriesIn } from './lock-names.ts';

/** What one run of a decision sees and writes to; all of it locked. */
export interface Working extends Published {
  readonly locks: HeldLocks;
  readonly position: Position;
  readonly records: RecordsFound;
  /** The highest number used, of every series that is locked. */
  readonly counters: ReadonlyMap<string, number>;
  /** Empty unless locked. */
  readonly heldItems: readonly string[];
}

type Pairs = readonly (readonly [RecordKind, string])[];

/**
 * Locks that changes of the records needed that the decision begins with, as of their last change: what it will touch is most
 * often found by these. Read before anything is locked, so no more than a guess.
 */
export async function likelyLocks(session: Session, load: Load, locks: HeldLocks): Promise<readonly LockName[]> {
  const records = recordsIn(locks.alone);
  const named = pairsOf(load, 'byName');
  const keys = (load.orderKeys ?? []).map(keyText);
  if (records.length + named.length + keys.length === 0) return [];
  const columns = ([kinds, names]: [string[], string[]]) => sql`unnest(${kinds}::text[], ${names}::text[])`;
  const rows = await session.all(
    sql<{ name: string }>`
      SELECT unnest(footprint) AS name FROM records WHERE (kind, number) IN (
        SELECT kind, number FROM ${columns(split(records))} AS asked(kind, number)
        UNION SELECT names.kind, names.number FROM ${columns(split(named))} AS asked(kind, name)
          JOIN record_names names USING (kind, name)
        UNION SELECT 'order', number FROM orders WHERE order_key = ANY(${keys}::text[]))`.compile(build),
  );
  return rows.map(({ name }) => textOf(name));
}

/** Everything the decision asked for, and whatever is locked by name to be written to. Every lock must be held. */
export async function load(session: Session, asked: Load, locks: HeldLocks, shelf: BookShelf): Promise<Working> {
  const [drawn] = await session.all(sql<{ position: number }>`SELECT nextval('positions') AS position`.compile(build));
  const { books, highest } = await shelf.published(session);
  const at = countedAt(books);
  const fetched = await fetchRecords(session, wantedBy(asked, locks, at));
  return {
    locks,
    position: drawn?.position as Position,
    records: new RecordsFound(fetched.records, { whole: fetched.whole, countedAt: at }),
    books,
    highest,
    counters: await counters(session, seriesIn(locks.alone)),
    heldItems: locks.maySee(heldItemsLock) ? await heldItems(session, at) : [],
  };
}

function wantedBy(asked: Load, locks: HeldLocks, at: string | null): WantedRecords {
  const locked = recordsIn(locks.alone);
  return {
    orders: locked.flatMap(([kind, number]) => (kind === 'order' ? [number] : [])),
    orderKeys: asked.orderKeys ?? [],
    taking: { items: asked.holding ?? [], countedAt: at },
    byNumber: locked.filter(([kind]) => kind !== 'order'),
    byName: pairsOf(asked, 'byName'),
    ofOrder: pairsOf(asked, 'ofOrder'),
    ofCustomer: pairsOf(asked, 'ofCustomer'),
  };
}

const pairsOf = ({ records = {} }: Load, how: 'byName' | 'ofOrder' | 'ofCustomer'): Pairs =>
  Object.entries(records).flatMap(([kind, wanted]) =>
    (wanted[how] ?? []).map((name) => [kind as RecordKind, name] as const),
  );

const split = (pairs: Pairs): [string[], string[]] => [
  pairs.map(([kind]) => kind),
  pairs.map(([, name]) => keyText(name)),
];

async function counters(session: Session, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  const rows = await session.all(build.selectFrom('series').selectAll().where('name', 'in', names.map(keyText)));
  return new Map(rows.map(({ name, last }) => [textOf(name), last]));
}
