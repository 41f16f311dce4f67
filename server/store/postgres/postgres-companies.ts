import type { PgBoss } from 'pg-boss';
import type { Clock, Filler, Store } from '../../ports.ts';
import type { CompanyStores, CompanyToOpen, PlacedStore } from '../company-stores.ts';
import { StoreFault } from '../store-fault.ts';
import { expectFinished, fillingSchemaOf, hasSchema, ownCompanies, schemaOf } from './company-schemas.ts';
import { Database, type DatabasePlace } from './connection/database.ts';
import { alone, holdAlone, inOwnConnection } from './connection/own-connection.ts';
import { addressOf, userOf } from './database-address.ts';
import { openJobQueues, prepareJobQueues } from './job-queues.ts';
import { migrate, sharedTables } from './migrate.ts';
import { openPostgresStore } from './open-postgres-store.ts';
import { PostgresJobs } from './postgres-jobs.ts';
import { PostgresScratchpad } from './shared/postgres-scratchpad.ts';
import { sharedSchema } from './shared/tables.ts';
import { schemaFiller } from './snapshot/schema-filler.ts';

export interface PostgresCompaniesOptions {
  /** As whom the servers work. */
  readonly url: string;
  /** As who owns the schemas and makes tables, where that is another user. */
  readonly ownerUrl?: string;
  readonly clock: Clock;
  /** Told of what fails in the background and is tried again. */
  readonly onFault: (fault: unknown) => void;
}

/** Companies of one database, a schema each, for any number of servers. */
export class PostgresCompanies implements CompanyStores {
  readonly kind = 'postgres';
  readonly place: string;
  readonly scratchpad: PostgresScratchpad;
  readonly #url: string;
  readonly #ownerUrl: string;
  readonly #database: Database;
  readonly #boss: PgBoss;

  private constructor({ url, ownerUrl = url, clock }: PostgresCompaniesOptions, boss: PgBoss) {
    this.place = addressOf(url);
    this.#url = url;
    this.#ownerUrl = ownerUrl;
    this.#database = new Database({ url, schema: sharedSchema }, clock, 4);
    this.#boss = boss;
    this.scratchpad = new PostgresScratchpad(this.#database, clock);
  }

  /** @throws StoreFault 'store.database-away', 'store.database-refused', or those of `migrate` */
  static async open(options: PostgresCompaniesOptions): Promise<PostgresCompanies> {
    const { url, ownerUrl = url, onFault } = options;
    const [place, worker] = [{ url: ownerUrl, schema: sharedSchema }, workerOf(url, ownerUrl)];
    await alone(place, 'start', async () => {
      await migrate(place, { tables: sharedTables, ...worker });
      await prepareJobQueues(ownerUrl, worker.worker);
    });
    return new PostgresCompanies(options, await openJobQueues(url, onFault));
  }

  own(): Promise<readonly string[]> {
    return ownCompanies(this.#database);
  }

  open(company: CompanyToOpen): Promise<PlacedStore> {
    return this.#alone(company.id, async () => {
      await expectFinished(this.#database, company.id);
      await migrate(this.#owned(schemaOf(company.id)), workerOf(this.#url, this.#ownerUrl));
      const store = await this.#opened(company, schemaOf(company.id));
      try {
        await company.prepare(store);
        if (company.sample) await this.#register(company.id, { sample: true });
        return store;
      } catch (error) {
        await store.close();
        throw error;
      }
    });
  }

  /** Filled beside its place; it gets its name and is listed in one transaction. */
  make(id: string, clock: Clock, fill: (store: Store) => Promise<void>): Promise<boolean> {
    const [begun, made] = [`${schemaOf(id)}_begun`, schemaOf(id)];
    return this.#alone(id, async () => {
      if ((await this.own()).includes(id)) return false;
      await this.#asOwner((client) => client.query(`DROP SCHEMA IF EXISTS ${begun} CASCADE`));
      await migrate(this.#owned(begun), workerOf(this.#url, this.#ownerUrl));
      const store = await this.#opened({ id, clock }, begun);
      try {
        await fill(store);
      } finally {
        await store.close();
      }
      await this.#register(id, { sample: false, rename: [begun, made] });
      return true;
    });
  }

  /** Filled beside its place, by one process at a time; it gets its name and is listed in one transaction. */
  async fill(id: string, clock: Clock): Promise<Filler> {
    const [filling, made] = [fillingSchemaOf(id), schemaOf(id)];
    const lock = await holdAlone(this.#owned(sharedSchema), `filling ${id}`);
    try {
      await this.#alone(id, async () => {
        await this.#expectNone(id);
        await migrate(this.#owned(filling), workerOf(this.#url, this.#ownerUrl));
      });
    } catch (error) {
      await lock.release();
      throw error;
    }
    return schemaFiller(new Database(this.#owned(filling), clock, 1), {
      open: () =>
        this.#alone(id, async () => {
          await this.#expectNone(id);
          await this.#register(id, { sample: false, rename: [filling, made] });
        }),
      leave: lock.release,
    });
  }

  async unlessBusy(name: string, work: () => Promise<void>): Promise<void> {
    const lock = await holdAlone({ url: this.#url, schema: sharedSchema }, name).catch((error: unknown) => {
      if (error instanceof StoreFault && error.code === 'store.locked') return null;
      throw error;
    });
    if (lock === null) return;
    try {
      await work();
    } finally {
      await lock.release();
    }
  }

  async close(): Promise<void> {
    await this.#boss.stop();
    await this.#database.close();
  }

  async #opened({ id, clock, onJobGivenUp }: OpenedOptions, schema: string): Promise<PlacedStore> {
    const jobs = await PostgresJobs.open(this.#boss, id, onJobGivenUp ? { onGivenUp: onJobGivenUp } : {});
    return openPostgresStore({ place: { url: this.#url, schema }, clock, jobs });
  }

  async #register(
    id: string,
    { sample, rename }: { readonly sample: boolean; readonly rename?: readonly [string, string] },
  ): Promise<void> {
    await this.#asOwner(async (client) => {
      await client.query('BEGIN');
      if (rename) await client.query(`ALTER SCHEMA ${rename[0]} RENAME TO ${rename[1]}`);
      await client.query('INSERT INTO companies (id, sample) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, sample]);
      await client.query('COMMIT');
    });
  }

  async #expectNone(id: string): Promise<void> {
    if (!(await hasSchema(this.#database, schemaOf(id)))) return;
    throw new StoreFault('store.not-empty', `${this.place} holds the company ${id} already`, {
      folder: this.place,
      company: id,
    });
  }

  #alone<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    return alone(this.#owned(sharedSchema), `company ${id}`, work);
  }

  #asOwner<Result>(work: Parameters<typeof inOwnConnection<Result>>[1]): Promise<Result> {
    return inOwnConnection(this.#owned(sharedSchema), work);
  }

  #owned(schema: string): DatabasePlace {
    return { url: this.#ownerUrl, schema };
  }
}

type OpenedOptions = Pick<CompanyToOpen, 'id' | 'clock' | 'onJobGivenUp'>;

/** The role that must be granted what it works with; nothing where it owns it. */
function workerOf(url: string, ownerUrl: string): { readonly worker?: string } {
  const worker = userOf(url);
  return worker === undefined || worker === userOf(ownerUrl) ? {} : { worker };
}
