import { type ConstructorOptions, PgBoss } from 'pg-boss';
import { storeFault } from './connection/database-fault.ts';
import { inOwnConnection } from './connection/own-connection.ts';

/** The schema of pg-boss: a queue per company stands in it. */
export const jobSchema = 'countersign_jobs';

/** Connections of a process for its jobs, beside those of its companies. */
const connections = 4;

/**
 * Makes or updates the tables of pg-boss. For whoever owns them.
 * @param worker the role that will work with them, where that is another
 */
export async function prepareJobQueues(url: string, worker?: string): Promise<void> {
  const boss = newBoss({ connectionString: url, supervise: false });
  await started(boss);
  await boss.stop({ graceful: false });
  if (worker === undefined) return;
  await inOwnConnection({ url, schema: jobSchema }, async (client) => {
    const role = client.escapeIdentifier(worker);
    await client.query(`GRANT USAGE ON SCHEMA ${jobSchema} TO ${role}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobSchema} TO ${role}`);
    await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${jobSchema} TO ${role}`);
  });
}

/**
 * The queues of all companies on a database; looks after jobs whose process died.
 * @param onFault told of what fails in the background: it is tried again
 */
export async function openJobQueues(
  url: string,
  onFault: (fault: unknown) => void,
  options: Pick<ConstructorOptions, 'monitorIntervalSeconds' | 'superviseIntervalSeconds'> = {},
): Promise<PgBoss> {
  // Rebuilding indexes is for their owner.
  const boss = newBoss({ connectionString: url, migrate: false, createSchema: false, reindex: false, ...options });
  boss.on('error', onFault);
  await started(boss);
  return boss;
}

const newBoss = (options: ConstructorOptions): PgBoss =>
  new PgBoss({
    schema: jobSchema,
    application_name: 'countersign-jobs',
    max: connections,
    schedule: false,
    useListenNotify: true,
    registerInstance: false,
    ...options,
  });

async function started(boss: PgBoss): Promise<void> {
  try {
    await boss.start();
  } catch (error) {
    throw storeFault(error);
  }
}
