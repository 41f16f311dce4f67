import { sql } from 'kysely';
import { bookKinds } from '../../../../core/check/knowledge.ts';
import { allRecordKinds, type EventOf, type NumberOf, type RecordKind } from '../../../../core/record/registry.ts';
import type { Position, PublishedBook, Snapshot, SnapshotPart, StoredRecord } from '../../../ports.ts';
import { sha256 } from '../../sha256.ts';
import type { DatabasePlace } from '../connection/database.ts';
import { build } from '../connection/queries.ts';
import { ofKeyText, textOf } from '../key-text.ts';
import { fileBytes } from '../settings/postgres-files.ts';
import { settings } from '../settings/tables.ts';
import { Moment } from './moment.ts';
import { readSettings } from './stored-settings.ts';

/** Rows in memory at once. */
const atOnce = 64;

/** Everything of a company's schema as of now. Nothing of it is held in memory, and no decision waits while it is read. */
export async function takeSnapshot(place: DatabasePlace): Promise<Snapshot> {
  return snapshotOf(await Moment.open(place));
}

/** The same, of a moment that is let go of with it. */
export async function snapshotOf(moment: Moment): Promise<Snapshot> {
  try {
    const [extent] = await moment.all(extentQuery);
    return {
      position: extent?.position ?? 0,
      count: 1 + (extent?.count ?? 0),
      parts: () => partsOf(moment),
      release: () => moment.release(),
    };
  } catch (error) {
    await moment.release();
    throw error;
  }
}

const extentQuery = sql<{ readonly position: Position; readonly count: number }>`
  SELECT
    coalesce(greatest(
      (SELECT max(position) FROM events), (SELECT max(position) FROM books), (SELECT max(position) FROM answers)
    ), 0) AS position,
    (SELECT count(*) FROM lost) + (SELECT count(*) FROM books) + (SELECT count(*) FROM records)
      + (SELECT count(*) FROM answers) + (SELECT count(*) FROM files) AS count`.compile(build);

async function* partsOf(moment: Moment): AsyncGenerator<SnapshotPart> {
  yield { part: 'settings', settings: await readSettings(moment) };
  for (const { document, problem } of await moment.all(build.selectFrom('lost').selectAll().orderBy('document')))
    yield { part: 'lost', document: textOf(document), problem: textOf(problem) };
  yield* books(moment);
  for (const kind of allRecordKinds) yield* records(moment, kind);
  yield* answers(moment);
  yield* files(moment);
}

async function* books(moment: Moment): AsyncGenerator<SnapshotPart> {
  for (const kind of bookKinds) {
    const query = build.selectFrom('books').select(['book', 'position']).where('kind', '=', kind).orderBy('version');
    // One at a time: a book may be large.
    for await (const rows of moment.pages(query, 1))
      for (const { book, position } of rows) yield { part: 'book', book: JSON.parse(book) as PublishedBook, position };
  }
}

interface RecordRow {
  readonly number: string;
  readonly adopted: number;
  readonly position: Position;
}

/** Oldest first, as compareNumbers (numbers.ts) has it: 100000 comes after 99999. */
const recordRows = (kind: RecordKind) =>
  sql<RecordRow>`
    SELECT number, adopted, position FROM records WHERE kind = ${kind}
    ORDER BY regexp_replace(number, '-\\d{5,9}$', ''), substring(number FROM '-(\\d{5,9})$')::integer, number`.compile(
    build,
  );

async function* records(moment: Moment, kind: RecordKind): AsyncGenerator<SnapshotPart> {
  for await (const rows of moment.pages(recordRows(kind), atOnce)) {
    const events = await moment.all(
      build
        .selectFrom('events')
        .select(['number', 'event', 'hash'])
        .where('kind', '=', kind)
        .where(
          'number',
          'in',
          rows.map(({ number }) => number),
        )
        .orderBy('number')
        .orderBy('version'),
    );
    const byNumber = Map.groupBy(events, ({ number }) => number);
    for (const row of rows) yield { part: 'record', record: storedRecord(kind, row, byNumber.get(row.number) ?? []) };
  }
}

function storedRecord(
  kind: RecordKind,
  { number, adopted, position }: RecordRow,
  events: readonly { readonly event: string; readonly hash: string }[],
): StoredRecord {
  return {
    kind,
    id: textOf(number) as NumberOf<RecordKind>,
    version: events.length,
    events: events.map(({ event }) => JSON.parse(event) as EventOf<RecordKind>),
    chain: { hashes: events.map(({ hash }) => hash), ...(adopted > 0 && { adopted }) },
    answers: [],
    ...(position > 0 && { position }),
  };
}

/** All of them: which record one is about isn't kept here. */
async function* answers(moment: Moment): AsyncGenerator<SnapshotPart> {
  for await (const rows of moment.pages(build.selectFrom('answers').selectAll().orderBy('request_key'), atOnce))
    for (const { request_key, answer, position } of rows)
      yield {
        part: 'answer',
        answer: { key: ofKeyText(request_key), answer: JSON.parse(answer), ...(position > 0 && { position }) },
      };
}

async function* files(moment: Moment): AsyncGenerator<SnapshotPart> {
  for await (const rows of moment.pages(settings.selectFrom('files').select('sha256').orderBy('sha256'), atOnce))
    for (const { sha256: hash } of rows) {
      const bytes = await fileBytes(moment, hash);
      if (bytes !== null && sha256(bytes) === hash) yield { part: 'file', sha256: hash, bytes };
      else yield { part: 'lost', document: `files/${hash}`, problem: "it doesn't hold the bytes it is named after" };
    }
}
