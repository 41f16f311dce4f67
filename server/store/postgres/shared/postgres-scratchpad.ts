import { sql } from 'kysely';
import type { Instant } from '../../../../core/value/date.ts';
import type { Clock, Note, Scratchpad } from '../../../ports.ts';
import { sha256 } from '../../sha256.ts';
import type { Database } from '../connection/database.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { lockKey } from '../transact/lock-names.ts';
import { shared } from './tables.ts';

/** Expired notes that one change sweeps up; more come away with the next. */
const mostSwept = 100;

/** Notes of all servers on a database. When one's time is over is said by the clock of the server that looks. */
export class PostgresScratchpad implements Scratchpad {
  readonly #database: Database;
  readonly #clock: Clock;

  /** @param database bound to the shared schema */
  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  change<Content>(name: string, next: (note: Note<Content> | null) => Note<Content> | null): Promise<void> {
    // Hashed: names may be long, and hold what PostgreSQL takes for no text.
    const key = sha256(name);
    return this.#database.write(async (session) => {
      const lock = lockKey(this.#database.place.schema, key);
      await session.all(sql`SELECT pg_advisory_xact_lock(${lock}::bigint)`.compile(build));
      await this.#keep(session, key, next(await this.#read<Content>(session, key)));
      await this.#sweep(session);
    });
  }

  async #read<Content>(session: Session, name: string): Promise<Note<Content> | null> {
    const found = await session.first(
      shared
        .selectFrom('notes')
        .select(['content', 'until'])
        .where('name', '=', name)
        .where('until', '>', new Date(this.#clock.now())),
    );
    if (found === undefined) return null;
    return { content: found.content.of as Content, until: found.until.toISOString() as Instant };
  }

  async #keep(session: Session, name: string, note: Note<unknown> | null): Promise<void> {
    if (note === null) return void (await session.all(shared.deleteFrom('notes').where('name', '=', name)));
    const row = { until: note.until, content: JSON.stringify({ of: note.content }) };
    await session.all(
      shared
        .insertInto('notes')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row)),
    );
  }

  /** Passes over those that somebody else holds: it must wait for nobody. */
  async #sweep(session: Session): Promise<void> {
    const expired = shared
      .selectFrom('notes')
      .select('name')
      .where('until', '<=', new Date(this.#clock.now()))
      .limit(mostSwept)
      .forUpdate()
      .skipLocked();
    await session.all(shared.deleteFrom('notes').where('name', 'in', expired));
  }
}
