import { PostgresCompanies } from '../../../server/store/postgres/postgres-companies.ts';
import { describeWithPostgres, freshDatabase } from '../../postgres/fresh-database.ts';
import { companiesContract } from './companies-contract.ts';

const ground =
  (signIn: (users: { owner: string; worker: string }) => { url: string; ownerUrl?: string }) => async () => {
    const database = await freshDatabase();
    return {
      server: (clock: { now(): never }) =>
        PostgresCompanies.open({
          ...signIn(database),
          clock,
          onFault: (fault) => {
            throw fault;
          },
        }),
      servers: 'many' as const,
      discard: () => database.drop(),
    };
  };

describeWithPostgres('with PostgreSQL', () => {
  companiesContract(
    'schemas, one user for all',
    ground(({ owner }) => ({ url: owner })),
  );
  companiesContract(
    'schemas, who works in them owns nothing',
    ground(({ owner, worker }) => ({ url: worker, ownerUrl: owner })),
  );
});
