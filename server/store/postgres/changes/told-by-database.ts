import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Change, Changes } from '../../../ports.ts';
import { connectionTo, type Database } from '../connection/database.ts';
import { reach } from '../connection/reach.ts';
import { changeIn, channelOf } from './announce.ts';

type Listener = (change: Change) => void;

/** Between two attempts to connect again, in milliseconds. */
const wait = { first: 100, longest: 5_000 };
/** A connection that only listens would not notice that the other end has vanished. */
const heartbeat = 15_000;

/** Listens to the database for as long as the store is open; a connection that was lost is made again. */
export class ToldByDatabase implements Changes {
  readonly #database: Database;
  readonly #listeners = new Set<Listener>();
  #client: Client | null = null;
  #beat: NodeJS.Timeout | null = null;
  readonly #closing = new AbortController();
  #reconnecting: Promise<void> | null = null;

  private constructor(database: Database) {
    this.#database = database;
  }

  /** Throws what keeps it from connecting. */
  static async open(database: Database): Promise<ToldByDatabase> {
    const told = new ToldByDatabase(database);
    await told.#connect();
    return told;
  }

  listen(listener: Listener): () => void {
    const own: Listener = (change) => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#reconnecting;
    const client = this.#client;
    this.#let(client);
    await client?.end();
  }

  async #connect(): Promise<void> {
    const client = new Client(connectionTo(this.#database.place));
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('Connection terminated')));
    client.on('notification', ({ payload }) => payload !== undefined && this.#tell(changeIn(payload)));
    try {
      await reach(client);
      await client.query(`LISTEN ${client.escapeIdentifier(channelOf(this.#database.place.schema))}`);
    } catch (error) {
      client.removeAllListeners('end');
      await client.end().catch(() => {}); // the failure that counts is the one before
      throw error;
    }
    this.#client = client;
    this.#beat = setInterval(() => void client.query('').catch((error) => this.#lost(client, error)), heartbeat);
    this.#beat.unref();
  }

  #let(client: Client | null): void {
    if (client === null || this.#client !== client) return;
    this.#client = null;
    if (this.#beat !== null) clearInterval(this.#beat);
  }

  #lost(client: Client, error: Error): void {
    if (this.#client !== client || this.#closing.signal.aborted) return;
    this.#let(client);
    client.end().catch(() => {}); // it is gone already
    this.#database.health.noteFailure(error);
    this.#reconnecting ??= this.#reconnect().finally(() => {
      this.#reconnecting = null;
    });
  }

  async #reconnect(): Promise<void> {
    const { signal } = this.#closing;
    for (let delay = wait.first; !signal.aborted; delay = Math.min(delay * 2, wait.longest)) {
      try {
        await this.#connect();
        this.#database.health.noteAnswer();
        this.#tell({ missed: true });
        return;
      } catch (error) {
        this.#database.health.noteFailure(error);
        await pause(delay, undefined, { signal, ref: false }).catch(() => {}); // closing ends the wait
      }
    }
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
