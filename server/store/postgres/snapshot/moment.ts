import { Client } from 'pg';
import { StoreFault } from '../../store-fault.ts';
import { connectionTo, type DatabasePlace } from '../connection/database.ts';
import { storeFault } from '../connection/database-fault.ts';
import { compiled, type Query } from '../connection/queries.ts';
import { reach } from '../connection/reach.ts';
import { everythingLock, lockKey } from '../transact/lock-names.ts';

/** One moment of a company's tables over a connection of its own, for as long as somebody reads it. */
export class Moment {
  readonly #client: Client;
  #released = false;
  #cursors = 0;

  private constructor(client: Client) {
    this.#client = client;
  }

  /**
   * Between decisions: every one whose position was drawn before is in it. They wait for as long as those that run need to
   * end, and no longer.
   */
  static async open(place: DatabasePlace): Promise<Moment> {
    const client = new Client({ ...connectionTo(place), query_timeout: 0 });
    // Lost between two queries; the next one says so.
    client.on('error', () => {});
    const key = lockKey(place.schema, everythingLock);
    try {
      await reach(client);
      await client.query('SELECT pg_advisory_lock($1)', [key]);
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      // The first statement is what the moment is fixed at.
      await client.query('SELECT pg_advisory_unlock($1)', [key]);
      // Whoever reads may take hours over it; that he has vanished the system notices.
      for (const setting of [
        'statement_timeout = 0',
        'idle_in_transaction_session_timeout = 0',
        'tcp_keepalives_idle = 60',
      ])
        await client.query(`SET LOCAL ${setting}`);
      return new Moment(client);
    } catch (error) {
      await client.end().catch(() => {}); // broken already
      throw storeFault(error);
    }
  }

  all<Row>(query: Query<Row>): Promise<readonly Row[]> {
    const { sql, parameters } = compiled(query);
    return this.#run<Row>(sql, parameters);
  }

  /** So many at a time, however many there are. */
  async *pages<Row>(query: Query<Row>, atOnce: number): AsyncGenerator<readonly Row[]> {
    this.#cursors += 1;
    const cursor = `pages_${this.#cursors}`;
    const { sql, parameters } = compiled(query);
    await this.#run(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, parameters);
    for (;;) {
      const rows = await this.#run<Row>(`FETCH ${atOnce} FROM ${cursor}`);
      if (rows.length === 0) break;
      yield rows;
    }
    await this.#run(`CLOSE ${cursor}`);
  }

  async release(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    await this.#client.end().catch(() => {}); // broken already
  }

  async #run<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const closed = () => new StoreFault('store.closed', 'the snapshot was let go of, or its store was closed');
    if (this.#released) throw closed();
    try {
      return (await this.#client.query(text, [...values])).rows as Row[];
    } catch (error) {
      throw this.#released ? closed() : storeFault(error);
    }
  }
}
