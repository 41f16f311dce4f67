import { expect, it } from 'vitest';
import { inOwnConnection } from '../../../../server/store/postgres/connection/own-connection.ts';
import { describeWithPostgres, freshDatabase } from '../../../postgres/fresh-database.ts';

describeWithPostgres('a connection for what is done once', () => {
  it('has all the time it needs', async () => {
    const database = await freshDatabase();
    try {
      const place = { url: database.owner, schema: 'company_own' };
      const { rows } = await inOwnConnection(place, (client) => client.query('SHOW statement_timeout'));
      expect(rows).toEqual([{ statement_timeout: '0' }]);
    } finally {
      await database.drop();
    }
  });
});
