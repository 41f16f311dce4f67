import { Pool, type PoolClient, type PoolConfig, TypeOverrides } from 'pg';
import type { Clock } from '../../../ports.ts';
import { StoreFault } from '../../store-fault.ts';
import { isAway, isUseless, storeFault } from './database-fault.ts';
import { Health } from './health.ts';
import type { Query } from './queries.ts';
import { reach } from './reach.ts';
import { Session } from './session.ts';
import { Turns } from './turns.ts';

export interface DatabasePlace {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** The company's own. */
  readonly schema: string;
}

/** Milliseconds. A server that vanished keeps nobody waiting for ever, neither us nor who waits for its locks. */
const patience = { connecting: 10_000, answer: 60_000, statement: 50_000, idleInTransaction: 30_000 };

const int8 = 20;
/** Positions and counts stay far below 2⁵³. */
const types = new TypeOverrides();
types.setTypeParser(int8, Number);

export const schemaShape = /^[a-z][a-z0-9_]{0,47}$/;

/**
 * How every connection of the store is made: names without a schema are the company's, and nobody else's. `isPatient`: its
 * statements may take all the time they need.
 */
export function connectionTo(
  { url, schema }: DatabasePlace,
  { isPatient = false }: { readonly isPatient?: boolean } = {},
): PoolConfig {
  if (!schemaShape.test(schema)) throw new Error(`"${schema}" can't be the name of a schema`);
  const settings = {
    search_path: `${schema},pg_temp`,
    statement_timeout: isPatient ? 0 : patience.statement,
    idle_in_transaction_session_timeout: patience.idleInTransaction,
  };
  return {
    connectionString: url,
    application_name: 'countersign',
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    types,
    keepAlive: true,
    connectionTimeoutMillis: patience.connecting,
    query_timeout: isPatient ? 0 : patience.answer,
  };
}

type Isolation = 'READ COMMITTED' | 'REPEATABLE READ READ ONLY';

/** The connections to one company's schema, and whether the database answers. */
export class Database {
  readonly place: DatabasePlace;
  readonly health: Health;
  readonly #pool: Pool;
  /** The pool counts waiting for a connection of its own as waiting for the database. */
  readonly #turns: Turns;
  #asking: Promise<unknown> | null = null;

  constructor(place: DatabasePlace, clock: Clock, connections = 10) {
    this.place = place;
    this.health = new Health(clock);
    this.#turns = new Turns(connections);
    this.#pool = new Pool({ ...connectionTo(place), max: connections });
    // A connection that idles in the pool and breaks is replaced by it; the next query says whether that works.
    this.#pool.on('error', (error) => this.health.noteFailure(error));
  }

  /** One query, of one moment. */
  async all<Row>(query: Query<Row>): Promise<readonly Row[]> {
    return this.#inTurn((client) => new Session(client).all(query));
  }

  /** Everything that is read in it is of one moment. */
  readAtOnce<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return this.#transaction('REPEATABLE READ READ ONLY', work);
  }

  /** Kept when it resolves, with everything `work` wrote; a throw keeps nothing, unless the answer to COMMIT was lost. */
  write<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return this.#transaction('READ COMMITTED', work);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  #transaction<Result>(isolation: Isolation, work: (session: Session) => Promise<Result>): Promise<Result> {
    return this.#inTurn(async (client) => {
      await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
      try {
        const result = await work(new Session(client));
        await client.query('COMMIT');
        if (isolation === 'READ COMMITTED') this.health.noteKept();
        return result;
      } catch (error) {
        if (!isAway(error)) await client.query('ROLLBACK');
        throw error;
      }
    });
  }

  /** Looked at twice: it may have gone while others had their turn. */
  async #inTurn<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    await this.#back();
    return this.#turns.take(async () => {
      await this.#back();
      return this.#withClient(work);
    });
  }

  /** While the database is away one connection asks for all whether it is back, and all hear its answer. */
  async #back(): Promise<void> {
    if (this.health.trouble()?.code !== 'database-away') return;
    this.#asking ??= this.#withClient((client) => client.query('SELECT 1')).finally(() => {
      this.#asking = null;
    });
    await this.#asking;
  }

  /** Faults of the database leave here as faults of the store, and a connection that broke leaves the pool. */
  async #withClient<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    let client: PoolClient | undefined;
    let broken: Error | undefined;
    const breaks = (error: Error): void => {
      broken = error;
    };
    try {
      if (this.#pool.ending) throw new StoreFault('store.closed', 'the store was closed');
      client = await reach({ connect: () => this.#pool.connect() });
      // Lost between two queries: without a listener it would end the process.
      client.on('error', breaks);
      const result = await work(client);
      this.health.noteAnswer();
      return result;
    } catch (error) {
      this.health.noteFailure(error);
      if (isUseless(error)) broken ??= error as Error;
      throw storeFault(error);
    } finally {
      client?.off('error', breaks);
      client?.release(broken);
    }
  }
}
