import type { Clock } from '../../ports.ts';
import type { PlacedStore } from '../company-stores.ts';
import { openRecords } from './company-records.ts';
import { Database, type DatabasePlace } from './connection/database.ts';
import type { PostgresJobs } from './postgres-jobs.ts';
import { PostgresAccounts } from './settings/postgres-accounts.ts';
import { PostgresFiles } from './settings/postgres-files.ts';
import { PostgresPeople } from './settings/postgres-people.ts';

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
    const records = await openRecords(database, (session, left) => jobs.add(session, left));
    return {
      transact: records.transact,
      read: records.read,
      changes: records.changes,
      files: new PostgresFiles(database),
      accounts: new PostgresAccounts(database, clock),
      people: new PostgresPeople(database),
      jobs,
      trouble: () => database.trouble(),
      damaged: [],
      warnings: [],
      async close() {
        await records.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
