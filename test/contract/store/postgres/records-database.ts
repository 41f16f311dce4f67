import { randomBytes } from 'node:crypto';
import type { Instant } from '../../../../core/value/date.ts';
import type { Store } from '../../../../server/ports.ts';
import { type CompanyRecords, openRecords } from '../../../../server/store/postgres/company-records.ts';
import { Database } from '../../../../server/store/postgres/connection/database.ts';
import { migrate } from '../../../../server/store/postgres/migrate.ts';
import { type FreshDatabase, inDatabase } from '../../../postgres/fresh-database.ts';

const clock = { now: () => new Date().toISOString() as Instant };

/** Records of one company, as who works with them may use them. */
export interface OpenedRecords extends CompanyRecords {
  readonly schema: string;
  readonly database: Database;
}

/** A schema of its own. */
export async function newSchema({ owner, role }: FreshDatabase): Promise<{ schema: string; drop(): Promise<void> }> {
  const schema = `c${randomBytes(6).toString('hex')}`;
  await migrate({ url: owner, schema }, { worker: role });
  return {
    schema,
    drop: () => inDatabase(owner, async (client) => void (await client.query(`DROP SCHEMA ${schema} CASCADE`))),
  };
}

/** Its jobs go nowhere. */
export async function openedRecords({ worker }: FreshDatabase, schema: string): Promise<OpenedRecords> {
  const database = new Database({ url: worker, schema }, clock);
  const records = await openRecords(database, async () => {});
  return {
    ...records,
    schema,
    database,
    close: async () => {
      await records.close();
      await database.close();
    },
  };
}

export const newRecords = async (database: FreshDatabase): Promise<OpenedRecords> =>
  openedRecords(database, (await newSchema(database)).schema);

/** For the sample records' functions: they transact and read, and touch nothing else. */
export const asStore = (records: CompanyRecords): Store => records as unknown as Store;
