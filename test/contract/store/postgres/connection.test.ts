import { execFileSync } from 'node:child_process';
import { expect, it, vi } from 'vitest';
import type { Change } from '../../../../server/ports.ts';
import { channelOf } from '../../../../server/store/postgres/changes/announce.ts';
import {
  describeWithPostgres,
  type FreshDatabase,
  freshDatabase,
  inDatabase,
} from '../../../postgres/fresh-database.ts';
import { startPostgres } from '../../../postgres/start-postgres.ts';
import { allNumbers, append, orderAppend, post, posted, series } from '../sample-records.ts';
import { asStore, newRecords, newSchema, openedRecords } from './records-database.ts';

describeWithPostgres('a connection', () => {
  it('that is lost fails clearly, says so until the database is back, and is made again by itself', async () => {
    const server = await startPostgres({ durable: true });
    const records = await newRecords(await freshDatabase(server.url));
    try {
      const store = asStore(records);
      const told: Change[] = [];
      records.changes.listen((change) => told.push(change));
      const { position } = await post(store, {}, 'wang:1');
      await server.shutDown();
      await expect(post(store, {}, 'wang:2')).rejects.toMatchObject({ code: 'store.database-away' });
      await expect(records.read.counts()).rejects.toMatchObject({ code: 'store.database-away' });
      expect(records.database.health.trouble()).toMatchObject({ code: 'database-away' });

      await server.start();
      await vi.waitFor(() => expect(told).toContainEqual({ missed: true }), { timeout: 60_000, interval: 50 });
      expect(records.database.health.trouble()).toBeNull();
      expect(await post(store, {}, 'wang:1')).toMatchObject({ repeated: true, position });
      expect(await post(store, {}, 'wang:2')).toMatchObject({ repeated: false, answer: `${series}-00002` });
      expect(await allNumbers(store)).toEqual([`${series}-00001`, `${series}-00002`]);
    } finally {
      await records.close();
      await server.stop();
    }
  });

  it('that breaks under a decision keeps nothing of it, and is not used again', async () => {
    const database = await freshDatabase();
    const records = await newRecords(database);
    try {
      const store = asStore(records);
      const broken = records.transact({
        requestKey: 'wang:1',
        locks: [],
        load: {},
        decide() {
          endConnections(database.worker);
          return { append: [orderAppend(`${series}-00001`, 0, ...posted(`${series}-00001`))], answer: 'kept' };
        },
      });
      await expect(broken).rejects.toMatchObject({ code: 'store.database-away' });
      expect(await allNumbers(store)).toEqual([]);
      expect(await post(store, {}, 'wang:1')).toMatchObject({ outcome: 'done', repeated: false });
    } finally {
      await records.close();
      await database.drop();
    }
  });

  it.each(['x', '', 'null', '7', '{}', '{"position":1,"orders":"all"}'])(
    'that is told %j by whoever may connect takes it for "look at everything again"',
    async (payload) => {
      const database = await freshDatabase();
      const records = await newRecords(database);
      try {
        const told: Change[] = [];
        records.changes.listen((change) => told.push(change));
        await inDatabase(database.worker, (client) =>
          client.query('SELECT pg_notify($1, $2)', [channelOf(records.schema), payload]),
        );
        await vi.waitFor(() => expect(told).toEqual([{ missed: true }]), { timeout: 30_000, interval: 20 });
        await post(asStore(records), {}, 'wang:1');
        await vi.waitFor(() => expect(told.slice(1)).toMatchObject([{ orders: [`${series}-00001`] }]), 30_000);
      } finally {
        await records.close();
        await database.drop();
      }
    },
  );

  it('tells of a commit too large to be told as "look at everything again"', async () => {
    const database = await freshDatabase();
    const records = await newRecords(database);
    try {
      const told: Change[] = [];
      records.changes.listen((change) => told.push(change));
      const numbers = Array.from({ length: 300 }, (_, index) => `${series}-${String(index + 1).padStart(5, '0')}`);
      await append(asStore(records), ...numbers.map((number) => orderAppend(number, 0, ...posted(number))));
      await vi.waitFor(() => expect(told).toEqual([{ missed: true }]), { timeout: 30_000, interval: 20 });
      expect(await allNumbers(asStore(records))).toHaveLength(300);
    } finally {
      await records.close();
      await database.drop();
    }
  });
});

describeWithPostgres('a database that', () => {
  it('can only be read says so, and what leads there is not used again', async () => {
    const database = await freshDatabase();
    const { schema } = await newSchema(database);
    await asRole(database, 'SET default_transaction_read_only = on');
    const records = await openedRecords(database, schema);
    try {
      const store = asStore(records);
      await expect(post(store, {}, 'wang:1')).rejects.toMatchObject({
        code: 'store.write-failed',
        details: { because: 'database-read-only', sqlstate: '25006' },
      });
      // It answers whoever reads, and still keeps nothing.
      expect(await allNumbers(store)).toEqual([]);
      expect(records.database.health.trouble()).toMatchObject({ code: 'database-read-only' });
      await asRole(database, 'RESET default_transaction_read_only');
      await vi.waitFor(() => post(store, {}, 'wang:1'), 30_000);
      expect(records.database.health.trouble()).toBeNull();
    } finally {
      await records.close();
      await database.drop();
    }
  });

  it.each([
    ['disk_full', { code: 'store.write-failed', details: { because: 'database-full' } }, 'database-full'],
    ['out_of_memory', { code: 'store.write-failed', details: { because: 'database-failing' } }, 'database-failing'],
    ['io_error', { code: 'store.write-failed', details: { because: 'database-failing' } }, 'database-failing'],
    ['unique_violation', { code: 'store.unexpected', details: { sqlstate: '23505' } }, undefined],
  ])('says %s is told as what it is, and keeps again once it can', async (condition, fault, trouble) => {
    const database = await freshDatabase();
    const records = await newRecords(database);
    try {
      const store = asStore(records);
      await inDatabase(database.owner, (client) =>
        client.query(`
          CREATE FUNCTION ${records.schema}.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${condition}'; END $$;
          CREATE TRIGGER refuses BEFORE INSERT ON ${records.schema}.events EXECUTE FUNCTION ${records.schema}.refuse()`),
      );
      await expect(post(store, {}, 'wang:1')).rejects.toMatchObject(fault);
      expect(records.database.health.trouble()?.code).toBe(trouble);
      await inDatabase(database.owner, (client) => client.query(`DROP TRIGGER refuses ON ${records.schema}.events`));
      expect(await post(store, {}, 'wang:1')).toMatchObject({ repeated: false });
      expect(records.database.health.trouble()).toBeNull();
    } finally {
      await records.close();
      await database.drop();
    }
  });
});

/** Changes what the working role's next connections are made with. */
const asRole = ({ worker, role }: FreshDatabase, change: string): Promise<unknown> =>
  inDatabase(worker, (client) => client.query(`BEGIN READ WRITE; ALTER ROLE ${role} ${change}; COMMIT`));

/** While the caller waits: ends every connection of the user but the one it does this over. */
function endConnections(url: string): void {
  const statement =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()';
  const script = `import { Client } from 'pg';
    const client = new Client({ connectionString: process.argv[1] });
    await client.connect();
    await client.query(process.argv[2]);
    await client.end();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script, url, statement], { stdio: 'inherit' });
}
