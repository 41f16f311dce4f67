import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client, DatabaseError } from 'pg';
import { sha256 } from '../sha256.ts';
import { StoreFault } from '../store-fault.ts';
import { connectionTo, type DatabasePlace } from './connection/database.ts';
import { storeFault } from './connection/database-fault.ts';
import { reach } from './connection/reach.ts';
import { lockKey } from './transact/lock-names.ts';

interface Migration {
  readonly number: number;
  /** "0001-records.sql" */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}
type Applied = Pick<Migration, 'number' | 'name' | 'sha256'>;

/** Tables that are brought up to date together: a folder with their migrations/ and grants.sql. */
export interface TableSet {
  readonly migrations: readonly Migration[];
  /** `GRANT … TO worker;` */
  readonly grants: string;
}

function tableSet(folder: string): TableSet {
  const pathOf = (name: string): string => fileURLToPath(new URL(`${folder}${name}`, import.meta.url));
  const migrations = readdirSync(pathOf('migrations'))
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name): Migration => {
      const sql = readFileSync(pathOf(`migrations/${name}`), 'utf8');
      return { number: Number(name.slice(0, 4)), name, sql, sha256: sha256(sql.replaceAll('\r\n', '\n')) };
    });
  return { migrations, grants: readFileSync(pathOf('grants.sql'), 'utf8') };
}

/** The files of migrations/, in the order of their numbers. Once published a file is never changed: what it made is there. */
const companyTables: TableSet = tableSet('./');
/** Beside the companies. */
export const sharedTables: TableSet = tableSet('./shared/');

/**
 * Brings the company's tables up to date, making its schema where there is none; all or nothing, one process at a time. For
 * whoever owns the schema.
 * @param worker the role that will work with the tables, where that is another; it is granted what grants.sql says
 * @throws StoreFault 'store.format-unknown' where a newer program was at work, 'store.tables-missing' where there are no tables
 * and this user may not make them, 'store.migration-needed' where he may not change them, or those of the connection
 */
export async function migrate(
  place: DatabasePlace,
  { worker, tables = companyTables }: { readonly worker?: string; readonly tables?: TableSet } = {},
): Promise<void> {
  await connected(place, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey(place.schema, 'migrations')]);
    if (!(await hasSchema(client, place.schema))) await createSchema(client, place.schema);
    await client.query(`CREATE TABLE IF NOT EXISTS migrations
      (number integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    for (const { number, name, sql, sha256 } of pendingAfter(tables, await applied(client))) {
      await client.query(sql);
      await client.query('INSERT INTO migrations (number, name, sha256) VALUES ($1, $2, $3)', [number, name, sha256]);
    }
    if (worker !== undefined) await grant(client, place.schema, { worker, tables });
    await client.query('COMMIT');
  });
}

/** Whether `migrate` has something to do. Throws like it where a newer program was at work. */
export const isUpToDate = (place: DatabasePlace, tables: TableSet = companyTables): Promise<boolean> =>
  connected(place, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('migrations') IS NOT NULL AS there");
    return rows[0].there && pendingAfter(tables, await applied(client)).length === 0;
  });

async function connected<Result>(place: DatabasePlace, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client(connectionTo(place, { isPatient: true }));
  try {
    await reach(client);
    return await work(client);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === notAllowed) throw migrationNeeded(place, error);
    throw storeFault(error);
  } finally {
    await client.end();
  }
}

const notAllowed = '42501';

async function createSchema(client: Client, schema: string): Promise<void> {
  try {
    await client.query(`CREATE SCHEMA ${schema}`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== notAllowed) throw error;
    const message = `there are no tables of ${schema} yet, and this user may not make them`;
    throw new StoreFault('store.tables-missing', message, { schema }, error);
  }
}

const migrationNeeded = ({ schema }: DatabasePlace, cause: Error): StoreFault =>
  new StoreFault(
    'store.migration-needed',
    `the tables of ${schema} aren't up to date, and this user may not change them`,
    { schema },
    cause,
  );

const hasSchema = async (client: Client, schema: string): Promise<boolean> =>
  (await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema])).rowCount === 1;

const applied = async (client: Client): Promise<readonly Applied[]> =>
  (await client.query<Applied>('SELECT number, name, sha256 FROM migrations ORDER BY number')).rows;

function pendingAfter({ migrations }: TableSet, done: readonly Applied[]): readonly Migration[] {
  for (const { number, name, sha256 } of done) {
    const known = migrations.find((migration) => migration.number === number);
    if (known?.sha256 === sha256) continue;
    const why = known === undefined ? 'a newer program' : 'another version of this migration';
    throw new StoreFault('store.format-unknown', `the tables were made by ${why}: ${name}`, { migration: name });
  }
  return migrations.slice(done.length);
}

async function grant(client: Client, schema: string, to: { worker: string; tables: TableSet }): Promise<void> {
  const role = client.escapeIdentifier(to.worker);
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
  await client.query(to.tables.grants.replaceAll(/\bTO worker;/g, `TO ${role};`));
}
