import { inOwnConnection } from './connection/own-connection.ts';
import { sharedSchema } from './shared/tables.ts';

/** "15.18"; asks and changes nothing. @throws StoreFault what keeps it from being asked */
export const serverVersion = (url: string): Promise<string> =>
  inOwnConnection({ url, schema: sharedSchema }, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? '';
  });
