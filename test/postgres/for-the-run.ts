import type { TestProject } from 'vitest/node';
import { findBinaries } from './find-binaries.ts';
import { startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the superuser of this run's PostgreSQL; null where none could be had. */
    readonly postgres: string | null;
  }
}

/** One PostgreSQL for the whole run of a project; each takes a database of its own (fresh-database.ts). */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (findBinaries() === null) return without(provide);
  const server = await startPostgres();
  provide('postgres', server.url);
  return server.stop;
}

async function without(provide: TestProject['provide']): Promise<() => Promise<void>> {
  const said = 'the PostgreSQL suites were NOT RUN: there is no PostgreSQL on this machine';
  if (process.env.CI) throw new Error(`${said}; "node scripts/setup.mjs --postgres" fetches one`);
  console.warn(`\n${said}; "node scripts/setup.mjs --postgres" fetches one.\n`);
  provide('postgres', null);
  return async () => {};
}
