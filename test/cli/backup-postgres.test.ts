import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompanyProfile } from '../../core/policy/company.ts';
import type { Instant } from '../../core/value/date.ts';
import { PostgresCompanies } from '../../server/store/postgres/postgres-companies.ts';
import { append, post, series, shipmentAppend, shipped } from '../contract/store/sample-records.ts';
import {
  describeWithPostgres,
  type FreshDatabase,
  freshDatabase,
  inDatabase as inDatabaseOf,
} from '../postgres/fresh-database.ts';
import { countersign } from './run-cli.ts';

const clock = { now: () => '2026-11-21T02:00:00.000Z' as Instant };
const note = 'DN-202611-00001';

describeWithPostgres('the commands on a database', () => {
  let root: string;
  let database: FreshDatabase;
  const onDatabase = ({ worker, owner }: FreshDatabase) => ({
    COUNTERSIGN_STORE: worker,
    COUNTERSIGN_STORE_OWNER: owner,
  });
  const inDatabase = async (work: (companies: PostgresCompanies) => Promise<unknown>) => {
    const { worker, owner } = database;
    const onFault = (fault: unknown) => console.error(fault);
    const companies = await PostgresCompanies.open({ url: worker, ownerUrl: owner, clock, onFault });
    await work(companies).finally(() => companies.close());
  };

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'countersign-backup-postgres-'));
    database = await freshDatabase();
    await inDatabase((companies) =>
      companies.make('own', clock, async (store) => {
        await store.accounts.saveProfile({ name: '海港五金有限公司' } as CompanyProfile);
        for (const key of ['1', '2']) await post(store, { key, items: { A01: '10' } }, `wang:${key}`);
      }),
    );
  });
  afterEach(async () => {
    await database.drop();
    await rm(root, { recursive: true, force: true });
  });

  test('a company is backed up while it is open, and brought back into another database', async () => {
    const made = await countersign(['backup', root, '--json'], onDatabase(database));
    expect(made).toMatchObject({ code: 0, err: '' });
    const { folder, counts } = JSON.parse(made.out) as { folder: string; counts: object };
    expect(counts).toMatchObject({ records: 2, lost: 0 });
    const elsewhere = await freshDatabase();
    try {
      const restored = await countersign(['restore', folder], onDatabase(elsewhere));
      expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('Restored to postgres://') });
      const audit = await countersign(['audit', '--json'], onDatabase(elsewhere));
      expect(JSON.parse(audit.out)).toMatchObject({
        misfits: 0,
        companies: [{ company: 'own', records: { order: 2 } }],
      });
      const again = await countersign(['restore', folder], onDatabase(elsewhere));
      expect(again).toMatchObject({ code: 70, err: expect.stringContaining('holds something already') });
    } finally {
      await elsewhere.drop();
    }
  });

  test('audit and fsck look through the database, and name what does not fit', async () => {
    const fits = await countersign(['fsck'], onDatabase(database));
    expect(fits).toMatchObject({
      code: 0,
      out: expect.stringContaining('Everything fits: history, quantities, files'),
    });
    await inDatabase(async (companies) => {
      const store = await companies.open({ id: 'own', sample: false, clock, prepare: async () => {} });
      await append(store, shipmentAppend(note, 0, shipped(note, [[`${series}-00001`, 1, '99']])));
      await store.close();
    });
    const ran = await countersign(['fsck'], onDatabase(database));
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining('99 shipped of 10 ordered') });
    expect(await countersign(['audit'], onDatabase(database))).toMatchObject({ code: 0 });
    const nobody = await countersign(['audit', '--company', 'nobody'], onDatabase(database));
    expect(nobody).toMatchObject({ code: 64, err: expect.stringContaining("no company's data in postgres://") });
  });

  const asOwner = (statement: string) => inDatabaseOf(database.owner, (client) => client.query(statement));

  test('fsck names what lies beside the records and does not follow from them', async () => {
    await asOwner(`UPDATE company_own.orders SET status = 'closed' WHERE number = '${series}-00001'`);
    const ran = await countersign(['fsck'], onDatabase(database));
    expect(ran).toMatchObject({
      code: 1,
      out: expect.stringContaining(`✖ orders ${series}-00001: the database has {`),
    });
    expect(ran.out).toContain('1 thing does not fit');
  });

  test('a database that nobody may write to is looked through and moved away from all the same', async () => {
    await asOwner(
      "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$",
    );
    for (const command of ['fsck', 'audit'])
      expect(await countersign([command], onDatabase(database))).toMatchObject({ code: 0, err: '' });
    const moved = await countersign(['migrate', '--from', 'database', '--to', root], onDatabase(database));
    expect(moved).toMatchObject({ code: 0, out: expect.stringContaining('✔ order: 2 the same') });
  });

  test('tables of an older program are told of and left as they are', async () => {
    const migrations = async () => (await asOwner('SELECT * FROM company_own.migrations ORDER BY number')).rows;
    await asOwner('DELETE FROM company_own.migrations WHERE number = 4');
    const before = await migrations();
    const ran = await countersign(['fsck'], onDatabase(database));
    expect(ran).toMatchObject({ code: 70, err: expect.stringContaining('older than this program') });
    expect(await migrations()).toEqual(before);
  });
});
