import { Database } from '../../../server/store/postgres/connection/database.ts';
import { migrate, sharedTables } from '../../../server/store/postgres/migrate.ts';
import { PostgresScratchpad } from '../../../server/store/postgres/shared/postgres-scratchpad.ts';
import { sharedSchema } from '../../../server/store/postgres/shared/tables.ts';
import { describeWithPostgres, freshDatabase } from '../../postgres/fresh-database.ts';
import { scratchpadContract } from './scratchpad-contract.ts';

describeWithPostgres('with PostgreSQL', () => {
  scratchpadContract('notes in the database', async () => {
    const { owner, worker, role, drop } = await freshDatabase();
    const place = { url: worker, schema: sharedSchema };
    await migrate({ ...place, url: owner }, { worker: role, tables: sharedTables });
    const databases: Database[] = [];
    return {
      async views(count, clock) {
        return Array.from({ length: count }, () => {
          const database = new Database(place, clock, 4);
          databases.push(database);
          return new PostgresScratchpad(database, clock);
        });
      },
      async discard() {
        for (const database of databases) await database.close();
        await drop();
      },
    };
  });
});
