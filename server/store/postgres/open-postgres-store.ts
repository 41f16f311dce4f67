import type { Clock, Snapshot } from '../../ports.ts';
import type { PlacedStore } from '../company-stores.ts';
import { openRecords } from './company-records.ts';
import { Database, type DatabasePlace } from './connection/database.ts';
import { build } from './connection/queries.ts';
import { textOf } from './key-text.ts';
import type { PostgresJobs } from './postgres-jobs.ts';
import { PostgresAccounts } from './settings/postgres-accounts.ts';
import { PostgresFiles } from './settings/postgres-files.ts';
import { PostgresPeople } from './settings/postgres-people.ts';
import { takeSnapshot } from './snapshot/database-snapshot.ts';

export interface PostgresStoreOptions {
  /** A schema whose tables are up to date (migrate.ts). */
  readonly place: DatabasePlace;
  readonly clock: Clock;
  readonly jobs: PostgresJobs;
}

/**
 * Opens a company's schema; any number of servers may have it open.
 * @throws StoreFault those of the connection
 */
export async function openPostgresStore({ place, clock, jobs }: PostgresStoreOptions): Promise<PlacedStore> {
  const database = new Database(place, clock);
  try {
    const snapshots = new Set<Snapshot>();
    const damaged = await lostBefore(database);
    const records = await openRecords(database, (session, left) => jobs.add(session, left));
    return {
      transact: records.transact,
      read: records.read,
      changes: records.changes,
      files: new PostgresFiles(database),
      accounts: new PostgresAccounts(database, clock),
      people: new PostgresPeople(database),
      jobs,
      trouble: () => database.health.trouble(),
      damaged,
      warnings: [],
      async snapshot() {
        const snapshot = await takeSnapshot(place);
        snapshots.add(snapshot);
        return snapshot;
      },
      async close() {
        for (const snapshot of snapshots) await snapshot.release();
        await records.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What was damaged already where the company came from. */
async function lostBefore(database: Database): Promise<PlacedStore['damaged']> {
  const rows = await database.all(build.selectFrom('lost').selectAll().orderBy('document'));
  return rows.map(({ document, problem }) => ({ document: textOf(document), problem: textOf(problem) }));
}
