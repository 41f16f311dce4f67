import type { Instant } from '../../../core/value/date.ts';
import { PostgresCompanies } from '../../../server/store/postgres/postgres-companies.ts';
import { describeWithPostgres, freshDatabase } from '../../postgres/fresh-database.ts';
import { storeContract } from './store-contract.ts';

const clock = { now: () => new Date().toISOString() as Instant };

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
        await database.drop();
      },
    };
  });
});
