import { sql } from 'kysely';
import type { PublishedBook } from '../../../ports.ts';
import { partsOf } from '../../numbers.ts';
import { insert } from '../connection/insert.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { keyText, wholeText } from '../key-text.ts';
import type { BooksInForce } from '../load/book-shelf.ts';
import { bringUpToDate } from '../sources/renew.ts';
import { likelyFootprint } from './footprint.ts';
import { keepOrders } from './keep-orders.ts';
import { keepSources } from './keep-sources.ts';
import type { Working } from './load.ts';
import { projections } from './touched-orders.ts';
import type { Written, WrittenRecord } from './written.ts';

/** Writes what a decision leaves; kept when its transaction is. */
export async function keep(session: Session, written: Written, working: Working): Promise<void> {
  const isRecounted = written.books.some(({ kind }) => kind !== 'customers');
  if (!isRecounted) await keepSources(session, written, working);
  await keepEvents(session, written, working);
  await keepRecords(session, written, working);
  await keepPointers(session, written.records);
  await keepNames(session, written.records);
  await keepCounters(session, written.records);
  await keepBooks(session, written.books, working);
  await keepOrders(session, projections(written, working));
  if (isRecounted) await bringUpToDate(session, booksAfter(written, working));
}

const booksAfter = ({ books }: Written, working: Working): BooksInForce =>
  new Map([...working.books, ...books.map((book) => [book.kind, book] as const)]);

function keepEvents(session: Session, { records }: Written, { position }: Working): Promise<void> {
  const rows = records.flatMap(({ before, after }) =>
    after.events.slice(before?.version ?? 0).map((event, index) => {
      const version = (before?.version ?? 0) + index + 1;
      return {
        kind: after.kind,
        number: keyText(after.number),
        version,
        event: JSON.stringify(event),
        hash: after.hashes[version - 1] as string,
        position,
      };
    }),
  );
  return insert(session, rows, (some) => build.insertInto('events').values(some));
}

function keepRecords(session: Session, { records, found }: Written, { position }: Working): Promise<void> {
  const rows = records.map(({ after }) => ({
    kind: after.kind,
    number: keyText(after.number),
    version: after.version,
    customer: after.customer === null ? null : keyText(after.customer),
    adopted: after.adopted,
    footprint: likelyFootprint(after, found).map(wholeText),
    position,
  }));
  return insert(session, rows, (some) =>
    build
      .insertInto('records')
      .values(some)
      .onConflict((known) =>
        known.columns(['kind', 'number']).doUpdateSet(({ ref }) => ({
          version: ref('excluded.version'),
          customer: ref('excluded.customer'),
          footprint: ref('excluded.footprint'),
          position: ref('excluded.position'),
        })),
      ),
  );
}

async function keepPointers(session: Session, records: readonly WrittenRecord[]): Promise<void> {
  for (const { before, after } of records) {
    const known = before?.orders ?? [];
    const gone = known.filter((order) => !after.orders.includes(order)).map(keyText);
    if (gone.length > 0)
      await session.all(
        build
          .deleteFrom('record_orders')
          .where('kind', '=', after.kind)
          .where('number', '=', keyText(after.number))
          .where('order_number', 'in', gone),
      );
    const added = after.orders.filter((order) => !known.includes(order));
    const rows = added.map((order) => ({
      order_number: keyText(order),
      kind: after.kind,
      number: keyText(after.number),
    }));
    await insert(session, rows, (some) => build.insertInto('record_orders').values(some));
  }
}

function keepNames(session: Session, records: readonly WrittenRecord[]): Promise<void> {
  const rows = records.flatMap(({ before, after }) =>
    after.names
      .filter((name) => !before?.names.includes(name))
      .map((name) => ({ kind: after.kind, name: keyText(name), number: keyText(after.number) })),
  );
  return insert(session, rows, (some) =>
    build
      .insertInto('record_names')
      .values(some)
      .onConflict((known) =>
        known.columns(['kind', 'name']).doUpdateSet(({ ref }) => ({ number: ref('excluded.number') })),
      ),
  );
}

/** A number is used up by the record that bears it, whoever gave it out. */
function keepCounters(session: Session, records: readonly WrittenRecord[]): Promise<void> {
  const used = records.flatMap(({ before, after }) => (before ? [] : (partsOf(after.number) ?? [])));
  const rows = Array.from(
    Map.groupBy(used, ({ series }) => series),
    ([series, numbers]) => ({ name: keyText(series), last: Math.max(...numbers.map(({ sequence }) => sequence)) }),
  ).filter(({ last }) => last > 0);
  return insert(session, rows, (some) =>
    build
      .insertInto('series')
      .values(some)
      .onConflict((known) => known.column('name').doUpdateSet({ last: sql`greatest(series.last, excluded.last)` })),
  );
}

function keepBooks(session: Session, books: readonly PublishedBook[], { position }: Working): Promise<void> {
  const rows = books.map((book) => ({ kind: book.kind, version: book.version, book: JSON.stringify(book), position }));
  return insert(session, rows, (some) => build.insertInto('books').values(some));
}
