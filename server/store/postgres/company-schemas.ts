import { sql } from 'kysely';
import { StoreFault } from '../store-fault.ts';
import type { Database } from './connection/database.ts';
import { build } from './connection/queries.ts';
import { addressOf } from './database-address.ts';
import { shared } from './shared/tables.ts';

/** A company's schema, by its id. */
export const schemaOf = (id: string): string => `company_${id.replaceAll('-', '_')}`;
/** Where it is filled from another store, until it is whole. */
export const fillingSchemaOf = (id: string): string => `${schemaOf(id)}_filling`;

/** Ids of the companies somebody started. @param database bound to the shared schema */
export async function ownCompanies(database: Database): Promise<readonly string[]> {
  const rows = await database.all(
    shared.selectFrom('companies').select('id').where('sample', '=', false).orderBy('id'),
  );
  return rows.map(({ id }) => id);
}

export async function hasSchema(database: Database, name: string): Promise<boolean> {
  const query = sql`SELECT 1 FROM pg_namespace WHERE nspname = ${name}`.compile(build);
  return (await database.all(query)).length === 1;
}

/** @throws StoreFault 'store.unfinished' for a company that was begun to be copied here and isn't whole */
export async function expectFinished(database: Database, id: string): Promise<void> {
  if ((await hasSchema(database, schemaOf(id))) || !(await hasSchema(database, fillingSchemaOf(id)))) return;
  const folder = addressOf(database.place.url);
  throw new StoreFault('store.unfinished', `copying the company ${id} into ${folder} isn't finished`, {
    folder,
    company: id,
  });
}
