import { expect } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import { KeptSchemas } from '../../../server/store/postgres/kept-schemas.ts';
import { PostgresCompanies } from '../../../server/store/postgres/postgres-companies.ts';
import { describeWithPostgres, type FreshDatabase, freshDatabase } from '../../postgres/fresh-database.ts';
import { storeContract } from './store-contract.ts';

const clock = { now: () => new Date().toISOString() as Instant };

/** Whatever was done, what things are looked up in follows from the records; nothing where there is no company that is whole. */
async function disagreements({ worker }: FreshDatabase) {
  const kept = new KeptSchemas(worker, clock);
  try {
    const company = await kept.look('trial').catch(() => null);
    return (await company?.disagreements().finally(() => company.release())) ?? [];
  } finally {
    await kept.close();
  }
}

/** As a server opens it: by a user who owns nothing. */
describeWithPostgres('PostgreSQL', () => {
  storeContract('postgres', async () => {
    const database = await freshDatabase();
    const companies = await PostgresCompanies.open({
      url: database.worker,
      ownerUrl: database.owner,
      clock,
      onFault: (fault) => console.error(fault),
    });
    return {
      fill: () => companies.fill('trial', clock),
      open: () => companies.open({ id: 'trial', sample: true, clock, prepare: async () => {} }),
      async discard() {
        await companies.close();
        expect(await disagreements(database)).toEqual([]);
        await database.drop();
      },
    };
  });
});
