import { idInPath } from '../../../../core/history/id-in-path.ts';
import { canonicalJson } from '../../../../core/value/canonical-json.ts';
import type { Filler, SnapshotPart, StoredSettings } from '../../../ports.ts';
import { sha256 } from '../../sha256.ts';
import { StoreFault } from '../../store-fault.ts';
import type { Database, DatabasePlace } from '../connection/database.ts';
import { insert } from '../connection/insert.ts';
import { inOwnConnection } from '../connection/own-connection.ts';
import { build, compiled } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { wholeText } from '../key-text.ts';
import { keepFile } from '../settings/postgres-files.ts';
import { keepBooks, raiseSeries } from '../transact/keep.ts';
import { keepAnswers, keepStoredRecords } from './keep-stored-records.ts';
import { raisePositions, readSettings, replaceSettings } from './stored-settings.ts';

/**
 * Fills a schema that nobody works in.
 * @param database bound to it, as its owner
 * @param place `open`: lets others open it; `leave`: keeps others from filling it no longer
 */
export function schemaFiller(database: Database, place: { open(): Promise<void>; leave(): Promise<void> }): Filler {
  return {
    put: (parts) => database.write((session) => put(session, parts)),
    async finish() {
      await settle(database.place);
      await place.open();
    },
    async close() {
      await database.close();
      await place.leave();
    },
  };
}

/** What is done once, over all that was put: it may take longer than a statement of everyday work. */
const settle = (place: DatabasePlace): Promise<void> =>
  inOwnConnection(place, async (client) => {
    await client.query(compiled(raisePositions).sql);
    const { rows } = await client.query<{ name: string }>(
      'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1',
      [place.schema],
    );
    // Else the first hour is worked by guesses at how much there is.
    await client.query(`ANALYZE ${rows.map(({ name }) => client.escapeIdentifier(name)).join(', ')}`);
  });

type Part<Name extends SnapshotPart['part']> = Extract<SnapshotPart, { part: Name }>;

async function put(session: Session, parts: readonly SnapshotPart[]): Promise<void> {
  const of = <Name extends SnapshotPart['part']>(name: Name) =>
    parts.filter((part): part is Part<Name> => part.part === name);
  for (const { settings } of of('settings')) await putSettings(session, settings);
  await putLost(session, of('lost'));
  for (const book of of('book')) await putBook(session, book);
  await keepStoredRecords(
    session,
    of('record').map(({ record }) => record),
  );
  await keepAnswers(
    session,
    of('answer').map(({ answer }) => answer),
  );
  for (const file of of('file')) await putFile(session, file);
}

async function putSettings(session: Session, settings: StoredSettings): Promise<void> {
  if (canonicalJson(await readSettings(session)) !== canonicalJson(settings)) await replaceSettings(session, settings);
}

/** A version never changes. */
async function putBook(session: Session, { book, position }: Part<'book'>): Promise<void> {
  const { kind, version } = book;
  const known = build.selectFrom('books').select('version').where('kind', '=', kind).where('version', '=', version);
  if ((await session.first(known)) === undefined) await keepBooks(session, [{ book, position }]);
}

async function putFile(session: Session, { bytes, sha256: hash }: Part<'file'>): Promise<void> {
  if (sha256(bytes) !== hash)
    throw new StoreFault('store.damaged', `file ${hash} doesn't hold the bytes it is named after`, { sha256: hash });
  await keepFile(session, hash, { bytes, rotten: false });
}

/** Told at every start from now on. A number in a name stays used. */
async function putLost(session: Session, lost: readonly Part<'lost'>[]): Promise<void> {
  const rows = lost.map(({ document, problem }) => ({ document: wholeText(document), problem: wholeText(problem) }));
  await insert(session, rows, (some) =>
    build
      .insertInto('lost')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('document').doUpdateSet(({ ref }) => ({ problem: ref('excluded.problem') })),
      ),
  );
  await raiseSeries(
    session,
    lost.map(({ document }) => idInPath(document)),
  );
}
