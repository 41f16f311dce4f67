import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompanyProfile } from '../../core/policy/company.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { append, approved, orderAppend, post, priceBook, publish, series } from '../contract/store/sample-records.ts';
import { describeWithPostgres, type FreshDatabase, freshDatabase, inDatabase } from '../postgres/fresh-database.ts';
import { countersign } from './run-cli.ts';

const orders = 300;

describeWithPostgres('moving to a database', () => {
  let root: string;
  let database: FreshDatabase;
  const inRoot = (path: string) => join(root, ...path.split('/'));
  const env = () => ({ COUNTERSIGN_STORE_OWNER: database.owner });
  const migrate = (from: string, to: string, ...more: readonly string[]) =>
    countersign(['migrate', '--from', from, '--to', to, ...more], env());

  beforeEach(async () => {
    database = await freshDatabase();
    root = await mkdtemp(join(tmpdir(), 'countersign-migrate-postgres-'));
    const store = await openEmbeddedStore({ folder: inRoot('from/companies/own') });
    await store.accounts.saveProfile({ name: '海港五金有限公司' } as CompanyProfile);
    await store.people.remember({ name: '陈经理' });
    await append(store, publish('prices', 1, priceBook('CNY')));
    await Promise.all(
      Array.from({ length: orders }, (_, key) =>
        post(store, { key: String(key), items: { A01: '10' } }, `wang:${key}`),
      ),
    );
    await append(store, orderAppend(`${series}-00001`, 2, approved({ A01: '10' })));
    await store.files.put(Buffer.from('%PDF'));
    await store.close();
  });
  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
    await database.drop();
  });

  const kept = (): Promise<number> =>
    inDatabase(database.owner, async (client) => {
      const there = await client.query("SELECT to_regclass('company_own_filling.records') IS NOT NULL AS there");
      if (!there.rows[0].there) return 0;
      return Number((await client.query('SELECT count(*) FROM company_own_filling.records')).rows[0].count);
    });

  /** Kills a run as soon as the target holds that many records. */
  async function killedAt(records: number): Promise<void> {
    const entry = fileURLToPath(new URL('../../server/cli/countersign.ts', import.meta.url));
    const args = [entry, 'migrate', '--from', inRoot('from'), '--to', database.worker];
    const run = spawn(process.execPath, args, { env: { ...process.env, ...env() }, stdio: 'ignore' });
    const ended = once(run, 'exit');
    while (run.exitCode === null && (await kept()) < records) await new Promise((resolve) => setTimeout(resolve, 1));
    run.kill('SIGKILL');
    await ended;
  }

  test('goes on after it was killed, ends with both sides the same, and so does the way back', async () => {
    for (const records of [1, 100]) await killedAt(records);
    expect(await kept()).toBeGreaterThan(0);
    const there = await migrate(inRoot('from'), database.worker);
    expect(there).toMatchObject({ code: 0, err: '' });
    expect(there.out).toContain(`✔ order: ${orders} the same`);
    expect(there.out).toContain(`✔ answer to a request: ${orders} the same`);
    expect(there.out).toContain('Both sides hold the same');
    const back = await migrate(database.worker, inRoot('back'), '--json');
    expect(back).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(back.out)).toMatchObject({
      same: { settings: 1, 'book prices': 1, 'record order': orders, answer: orders, file: 1 },
      different: [],
      onlyFirst: [],
      onlySecond: [],
    });
  });

  test('the database of the settings is named without its password', async () => {
    const to = ['migrate', '--from', inRoot('from'), '--to', 'database'];
    const settings = { COUNTERSIGN_STORE: database.worker, ...env() };
    expect(await countersign(to, settings)).toMatchObject({ code: 0, out: expect.stringContaining('hold the same') });
    expect(await countersign(['migrate', '--from', 'database', '--to', 'database'], settings)).toMatchObject({
      code: 64,
    });
    expect(await countersign(to, { COUNTERSIGN_STORE: '' })).toMatchObject({
      code: 64,
      err: expect.stringContaining('COUNTERSIGN_STORE names no database'),
    });
  });

  test('an empty database whose owner nobody named is told of as one without tables', async () => {
    const ran = await countersign(['migrate', '--from', inRoot('from'), '--to', database.worker]);
    expect(ran).toMatchObject({ code: 70, err: expect.stringContaining('There are no tables in the database yet') });
    expect(ran.err).toContain('COUNTERSIGN_STORE_OWNER');
  });

  test('a database that turns us away is told of by what named it', async () => {
    const wrong = Object.assign(new URL(database.worker), { password: 'wrong', pathname: 'none' }).href;
    const into = await migrate(inRoot('from'), wrong);
    expect(into).toMatchObject({ code: 70, err: expect.stringContaining('The database in --to turned') });
    const outOf = await migrate(wrong, inRoot('to'));
    expect(outOf).toMatchObject({ code: 70, err: expect.stringContaining('The database in --from turned') });
    const settings = { COUNTERSIGN_STORE: wrong };
    const named = await countersign(['migrate', '--from', inRoot('from'), '--to', 'database'], settings);
    expect(named).toMatchObject({ code: 70, err: expect.stringContaining('The database in COUNTERSIGN_STORE turned') });
  });

  test('a database that holds other records is left alone, and what differs is named', async () => {
    await migrate(inRoot('from'), database.worker);
    const store = await openEmbeddedStore({ folder: inRoot('from/companies/own') });
    await append(store, orderAppend(`${series}-00002`, 2, approved({ A01: '10' })));
    await store.close();
    const again = await migrate(inRoot('from'), database.worker);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('holds this company already') });
    expect(again.out).toContain(`✖ order ${series}-00002 is different`);
  });
});
