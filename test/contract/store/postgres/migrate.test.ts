import { afterAll, beforeAll, expect, it } from 'vitest';
import { isUpToDate, migrate } from '../../../../server/store/postgres/migrate.ts';
import {
  describeWithPostgres,
  type FreshDatabase,
  freshDatabase,
  inDatabase,
} from '../../../postgres/fresh-database.ts';

describeWithPostgres('migrating', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database?.drop());
  const change = (schema: string, statement: string) =>
    inDatabase(database.owner, (client) => client.query(`SET search_path TO ${schema}; ${statement}`));

  it('makes the tables once, also when many begin at once, and leaves them alone after', async () => {
    const place = { url: database.owner, schema: 'at_once' };
    await Promise.all(Array.from({ length: 5 }, () => migrate(place)));
    await change(place.schema, "INSERT INTO series VALUES ('SO-202611', 7)");
    await migrate(place);
    expect(await isUpToDate(place)).toBe(true);
    expect(await isUpToDate({ ...place, schema: 'nowhere' })).toBe(false);
    const kept = await inDatabase(database.owner, (client) => client.query('SELECT last FROM at_once.series'));
    expect(kept.rows).toEqual([{ last: '7' }]);
  });

  it.each([
    ['a newer program', "INSERT INTO migrations (number, name, sha256) VALUES (9999, '9999-later.sql', 'x')"],
    ['another version', "UPDATE migrations SET sha256 = 'x' WHERE number = 1"],
  ])('refuses tables of %s, and touches nothing', async (what, statement) => {
    const place = { url: database.owner, schema: what === 'a newer program' ? 'newer' : 'other' };
    await migrate(place);
    await change(place.schema, statement);
    await expect(migrate(place)).rejects.toMatchObject({ code: 'store.format-unknown' });
  });

  it('says so where somebody may not make tables, or not change those that are there', async () => {
    const place = { url: database.worker, schema: 'not_mine' };
    await expect(migrate(place)).rejects.toMatchObject({ code: 'store.tables-missing' });
    await migrate({ ...place, url: database.owner }, { worker: database.role });
    await change(place.schema, 'DELETE FROM migrations WHERE number = 4');
    await expect(migrate(place)).rejects.toMatchObject({ code: 'store.migration-needed' });
  });

  it.each(['', 'Upper', 'a b', 'a;DROP', 'x'.repeat(60), '1st'])('takes no schema called "%s"', async (schema) => {
    await expect(migrate({ url: database.owner, schema })).rejects.toThrow("can't be the name of a schema");
  });
});
