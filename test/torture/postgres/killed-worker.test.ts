import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../server/open-place.ts';
import { Database } from '../../../server/store/postgres/connection/database.ts';
import { jobSchema, openJobQueues, prepareJobQueues } from '../../../server/store/postgres/job-queues.ts';
import { PostgresJobs } from '../../../server/store/postgres/postgres-jobs.ts';
import { findBinaries } from '../../postgres/find-binaries.ts';
import { newDatabase } from '../../postgres/new-database.ts';
import { startPostgres } from '../../postgres/start-postgres.ts';
import { Life } from '../frame/life.ts';
import { isFull } from '../frame/scale.ts';

const program = new URL('./worker-process.ts', import.meta.url);

/** A worker counts as dead after ten seconds of silence, at the earliest. */
const retries = { limit: 5, firstWait: 1, longestWait: 2, silence: 10 };

describe.skipIf(findBinaries() === null || !isFull)('a worker that is killed at its job', () => {
  it('leaves it to the next, again and again', async () => {
    const postgres = await startPostgres({ durable: true });
    await using closing = new AsyncDisposableStack();
    closing.defer(() => postgres.stop());
    const { owner } = await newDatabase(postgres.url);
    await prepareJobQueues(owner);
    await leave(owner, '26-0001-L1');
    for (let life = 1; life <= 3; life += 1) {
      const worker = new Life(program, owner);
      closing.defer(() => worker.kill());
      expect(await worker.line()).toBe('26-0001-L1');
      await worker.kill();
    }
  });
});

/** Leaves a job as a commit does. */
async function leave(url: string, paper: string): Promise<void> {
  const boss = await openJobQueues(url, () => {});
  const database = new Database({ url, schema: jobSchema }, systemClock);
  try {
    // Who makes the queue says how long a silence is.
    const jobs = await PostgresJobs.open(boss, 'own', { retries });
    await database.write((session) => jobs.add(session, [{ kind: 'print-paper', paper }]));
  } finally {
    await database.close();
    await boss.stop();
  }
}
