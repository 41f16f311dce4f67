import { afterAll, beforeAll } from 'vitest';
import { describeWithPostgres, type FreshDatabase, freshDatabase } from '../../postgres/fresh-database.ts';
import { asStore, newSchema, openedRecords } from './postgres/records-database.ts';
import { recordSuites, storeContract } from './store-contract.ts';

describeWithPostgres('PostgreSQL', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database?.drop());

  storeContract(
    'postgres',
    async () => {
      const { schema, drop } = await newSchema(database);
      return { open: async () => asStore(await openedRecords(database, schema)), discard: drop };
    },
    recordSuites,
  );
});
