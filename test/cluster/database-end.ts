import { systemClock } from '../../server/open-place.ts';
import type { Reader } from '../../server/ports.ts';
import { openRecords } from '../../server/store/postgres/company-records.ts';
import { Database } from '../../server/store/postgres/connection/database.ts';
import { companyId } from './fixed-office.ts';

/** Looks at what the servers left in their database, when they are gone. */
export async function readingDatabase<Result>(url: string, look: (read: Reader) => Promise<Result>): Promise<Result> {
  const database = new Database({ url, schema: `company_${companyId}` }, systemClock);
  const records = await openRecords(database, async () => {});
  try {
    return await look(records.read);
  } finally {
    await records.close();
    await database.close();
  }
}
