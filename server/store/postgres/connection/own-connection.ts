import { Client } from 'pg';
import { StoreFault } from '../../store-fault.ts';
import { addressOf } from '../database-address.ts';
import { lockKey } from '../transact/lock-names.ts';
import { connectionTo, type DatabasePlace } from './database.ts';
import { storeFault } from './database-fault.ts';
import { reach } from './reach.ts';

/** Works over a connection of its own, which has all the time it needs; for what is done once at a start. */
export async function inOwnConnection<Result>(
  place: DatabasePlace,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(connectionTo(place, { isPatient: true }));
  // Lost while it only holds a lock: the work that it guards goes over others, and what is next said over it fails.
  client.on('error', () => {});
  try {
    await reach(client);
    return await work(client);
  } catch (error) {
    throw storeFault(error);
  } finally {
    await client.end().catch(() => {}); // broken already
  }
}

/** One at a time under a name, on however many servers it is begun. The database lets go when this process dies. */
export const alone = <Result>(place: DatabasePlace, name: string, work: () => Promise<Result>): Promise<Result> =>
  inOwnConnection(place, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey(place.schema, name)]);
    return work();
  });

/**
 * Keeps everybody else from what it names until it is let go of, or this process dies.
 * @throws StoreFault 'store.locked' when somebody does already
 */
export async function holdAlone(place: DatabasePlace, name: string): Promise<{ release(): Promise<void> }> {
  const client = new Client(connectionTo(place));
  client.on('error', () => {}); // as above
  const release = () => client.end().catch(() => {}); // broken already
  try {
    await reach(client);
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS held', [lockKey(place.schema, name)]);
    if (rows[0]?.held) return { release };
    throw new StoreFault('store.locked', `another process is at it: ${name}`, {
      folder: addressOf(place.url),
      what: name,
    });
  } catch (error) {
    await release();
    throw storeFault(error);
  }
}
