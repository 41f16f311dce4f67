import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ClusterRun, runCluster } from '../cluster/cluster.ts';
import { readingDatabase } from '../cluster/database-end.ts';
import { judge } from '../cluster/judge.ts';
import { type FreshDatabase, inDatabase, newDatabase } from '../postgres/new-database.ts';
import { startPostgres } from '../postgres/start-postgres.ts';

/**
 * Part of `npm run test:deep`: four servers on one PostgreSQL and 64 clients who want the same, for five minutes; then every
 * decision is taken again, one after another. Exit code 1 when anything comes out otherwise.
 *
 *   node test/deep/cluster.ts --seed 7 --minutes 1
 */
const { values: given } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    minutes: { type: 'string', default: '5' },
  },
});
const [seed, minutes] = [Number(given.seed), Number(given.minutes)];
if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number, not ${given.seed}`);
if (!(minutes > 0)) throw new Error(`--minutes takes a number above 0, not ${given.minutes}`);
console.log(`cluster: 4 servers, 64 clients, ${minutes} min, seed ${seed}`);

/** A machine that is slow takes some ten a second; fewer mean that the servers hardly answered. */
const leastDecisions = minutes * 60;

const postgres = await startPostgres();
const folders = await Promise.all([1, 2, 3, 4].map(() => mkdtemp(join(tmpdir(), 'countersign-cluster-'))));
try {
  const database = await newDatabase(postgres.url);
  const run = await runCluster(folders, { clients: 64, seed, database, until: { ms: minutes * 60_000 } });
  await tell(run, database);
  const decided = run.exchanges.filter(({ position }) => position !== null).length;
  const wrong = [
    ...(decided < leastDecisions ? [`only ${decided} decisions were taken: nothing was tried`] : []),
    ...(await readingDatabase(database.worker, (read) => judge(run.exchanges, read))),
  ];
  console.log(wrong.length === 0 ? 'cluster: consistent' : wrong.slice(0, 20).join('\n'));
  console.log(`cluster: seed ${seed}: ${wrong.length} differences`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}

async function tell({ exchanges, unanswered }: ClusterRun, { owner }: FreshDatabase): Promise<void> {
  const refused = exchanges.filter(({ status }) => status >= 400 && status < 500).length;
  const failed = exchanges.filter(({ status }) => status >= 500).length;
  const { rows } = await inDatabase(owner, (client) =>
    client.query(
      `SELECT xact_commit::int AS kept, xact_rollback::int AS begun_anew, deadlocks::int
       FROM pg_stat_database WHERE datname = current_database()`,
    ),
  );
  console.log(`cluster: ${exchanges.length} answers, ${refused} refused, ${failed} failed, ${unanswered} sent again`);
  console.log(`cluster: transactions ${JSON.stringify(rows[0])}`);
}
