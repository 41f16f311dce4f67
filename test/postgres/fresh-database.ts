import { describe, inject } from 'vitest';
import { type FreshDatabase, newDatabase } from './new-database.ts';

export { type FreshDatabase, inDatabase } from './new-database.ts';

/** `describe` where this run has a PostgreSQL; where it has none, its tests count as skipped and the run says so. */
export const describeWithPostgres = describe.skipIf(inject('postgres') === null);

/** @param server URL of the superuser; absent: the one of this run */
export async function freshDatabase(server: string | null = inject('postgres')): Promise<FreshDatabase> {
  if (server === null) throw new Error('there is no PostgreSQL');
  return newDatabase(server);
}
