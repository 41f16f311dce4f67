import { sql } from 'kysely';
import type { Clock } from '../../ports.ts';
import type { KeptCompanies, KeptCompany } from '../kept-companies.ts';
import { StoreFault } from '../store-fault.ts';
import { expectFinished, hasSchema, ownCompanies, schemaOf } from './company-schemas.ts';
import { Database, type DatabasePlace } from './connection/database.ts';
import { build } from './connection/queries.ts';
import { addressOf } from './database-address.ts';
import { disagreements } from './derived/disagreements.ts';
import { isUpToDate } from './migrate.ts';
import { sharedSchema } from './shared/tables.ts';
import { snapshotOf } from './snapshot/database-snapshot.ts';
import { Moment } from './snapshot/moment.ts';

/** The companies of a database, looked at in transactions that can't write. Servers may work on meanwhile. */
export class KeptSchemas implements KeptCompanies {
  readonly place: string;
  readonly #url: string;
  readonly #database: Database;

  /** @param url as anybody who may read */
  constructor(url: string, clock: Clock) {
    this.place = addressOf(url);
    this.#url = url;
    this.#database = new Database({ url, schema: sharedSchema }, clock, 1);
  }

  async own(): Promise<readonly string[]> {
    const there = sql<{ is: boolean }>`SELECT to_regclass('companies') IS NOT NULL AS is`.compile(build);
    return (await this.#database.all(there))[0]?.is ? ownCompanies(this.#database) : [];
  }

  async look(id: string): Promise<KeptCompany | null> {
    await expectFinished(this.#database, id);
    const place = { url: this.#url, schema: schemaOf(id) };
    if (!(await hasSchema(this.#database, place.schema))) return null;
    await expectUpToDate(place);
    const moment = await Moment.open(place);
    return { ...(await snapshotOf(moment)), disagreements: () => disagreements(moment) };
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

async function expectUpToDate(place: DatabasePlace): Promise<void> {
  if (await isUpToDate(place)) return;
  throw new StoreFault('store.tables-older', `the tables of ${place.schema} are older than this program`, {
    schema: place.schema,
  });
}
