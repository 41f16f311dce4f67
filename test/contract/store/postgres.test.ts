import { afterAll, beforeAll, expect } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import { KeptSchemas } from '../../../server/store/postgres/kept-schemas.ts';
import { PostgresCompanies } from '../../../server/store/postgres/postgres-companies.ts';
import { describeWithPostgres, type FreshDatabase, freshDatabase } from '../../postgres/fresh-database.ts';
import { storeContract } from './store-contract.ts';

const clock = { now: () => new Date().toISOString() as Instant };

/** Whatever was done, what things are looked up in follows from the records; nothing where there is no company that is whole. */
async function disagreements({ worker }: FreshDatabase, id: string) {
  const kept = new KeptSchemas(worker, clock);
  try {
    const company = await kept.look(id).catch(() => null);
    return (await company?.disagreements().finally(() => company.release())) ?? [];
  } finally {
    await kept.close();
  }
}

/** As a server opens it: by a user who owns nothing. Every test has companies of its own in the one database. */
describeWithPostgres('PostgreSQL', () => {
  let database: FreshDatabase;
  let companies: PostgresCompanies;
  let grounds = 0;
  beforeAll(async () => {
    database = await freshDatabase();
    companies = await PostgresCompanies.open({
      url: database.worker,
      ownerUrl: database.owner,
      clock,
      onFault: (fault) => console.error(fault),
    });
  });
  afterAll(async () => {
    await companies.close();
    await database.drop();
  });
  storeContract('postgres', async () => {
    grounds += 1;
    const id = `trial-${grounds}`;
    return {
      fill: () => companies.fill(id, clock),
      open: () => companies.open({ id, sample: true, clock, prepare: async () => {} }),
      discard: async () => expect(await disagreements(database, id)).toEqual([]),
    };
  });
});
