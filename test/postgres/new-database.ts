import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** An empty database for one test, and its two users as docs/guide/postgresql.md advises them. */
export interface FreshDatabase {
  /** Its owner: makes the tables. */
  readonly owner: string;
  /** Who works in it: may nothing but what he was granted. */
  readonly worker: string;
  /** The worker's name. */
  readonly role: string;
  drop(): Promise<void>;
}

/** @param server URL of the superuser */
export async function newDatabase(server: string): Promise<FreshDatabase> {
  const name = `t${randomBytes(6).toString('hex')}`;
  const [owner, worker] = [`${name}_owner`, `${name}_worker`];
  await inDatabase(server, async (client) => {
    for (const role of [owner, worker]) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
    await client.query(`CREATE DATABASE ${name} OWNER ${owner}`);
  });
  const urlOf = (role: string): string => {
    const url = new URL(server);
    url.username = role;
    url.password = role;
    url.pathname = name;
    return url.href;
  };
  return {
    owner: urlOf(owner),
    worker: urlOf(worker),
    role: worker,
    drop: () =>
      inDatabase(server, async (client) => {
        await dropWhenLeft(client, name);
        for (const role of [owner, worker]) await client.query(`DROP ROLE ${role}`);
      }),
  };
}

/** A pool says that it has ended while its connections still end: breaking those off would be told as a fault. */
async function dropWhenLeft(client: Client, name: string): Promise<void> {
  const inUse = '55006';
  try {
    // Waits some seconds for whoever is about to leave.
    await client.query(`DROP DATABASE ${name}`);
  } catch (error) {
    if ((error as { code?: string }).code !== inUse) throw error;
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** Runs statements over a connection of its own. */
export async function inDatabase<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
