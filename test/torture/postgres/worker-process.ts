import { openJobQueues } from '../../../server/store/postgres/job-queues.ts';
import { PostgresJobs } from '../../../server/store/postgres/postgres-jobs.ts';

/** A worker that is meant to be killed: `node worker-process.ts STORE` says which paper it has begun, and never ends it. */
const [store = ''] = process.argv.slice(2);
const boss = await openJobQueues(store, () => {}, { monitorIntervalSeconds: 1, superviseIntervalSeconds: 1 });
const jobs = await PostgresJobs.open(boss, 'own');
await jobs.work(({ paper }) => {
  process.stdout.write(`${paper}\n`);
  return new Promise(() => {});
});
