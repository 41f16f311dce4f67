import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Job, Jobs, Work } from '../../ports.ts';
import type { Session } from './connection/session.ts';

/** How often, and after what waits, a job that fails is tried again; in seconds, the first wait doubles each time. */
export interface Retries {
  readonly limit: number;
  readonly firstWait: number;
  readonly longestWait: number;
  /** A job whose process has said nothing for so long is given to another; 10 at least. */
  readonly silence: number;
}
export const usualRetries: Retries = { limit: 5, firstWait: 5, longestWait: 300, silence: 60 };

/** Taken at a time by one process, so that a day's letters don't wait for a round trip each. */
const batchSize = 10;

/** A company's jobs as a queue of pg-boss: kept with the commit that leaves them, taken by any process on the database. */
export class PostgresJobs implements Jobs {
  readonly #boss: PgBoss;
  readonly #queue: string;
  readonly #onGivenUp: (job: Job, error: unknown) => void;

  private constructor(parts: {
    readonly boss: PgBoss;
    readonly queue: string;
    readonly onGivenUp: (job: Job, error: unknown) => void;
  }) {
    this.#boss = parts.boss;
    this.#queue = parts.queue;
    this.#onGivenUp = parts.onGivenUp;
  }

  /** @param boss started. @param company its id */
  static async open(
    boss: PgBoss,
    company: string,
    options: { readonly retries?: Retries; readonly onGivenUp?: (job: Job, error: unknown) => void } = {},
  ): Promise<PostgresJobs> {
    const { retries = usualRetries, onGivenUp = () => {} } = options;
    const queue = `${company}.jobs`;
    await boss.createQueue(queue, {
      retryLimit: retries.limit,
      retryDelay: retries.firstWait,
      retryBackoff: true,
      retryDelayMax: retries.longestWait,
      heartbeatSeconds: retries.silence,
      notify: true,
    });
    return new PostgresJobs({ boss, queue, onGivenUp });
  }

  /** Keeps jobs with what else the transaction of the session keeps. */
  async add(session: Session, jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    const entries = jobs.map((data) => ({ data }));
    await this.#boss.insert(this.#queue, entries, { db: { executeSql: (text, values) => session.text(text, values) } });
  }

  async work(handler: (job: Job) => Promise<void>): Promise<Work> {
    let stopping = false;
    const id = await this.#boss.work(
      this.#queue,
      {
        batchSize,
        burstWhenBatchFull: true,
        perJobResults: true,
        includeMetadata: true,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 5,
      },
      async (batch: JobWithMetadata<Job>[]) => {
        const results: JobResult[] = [];
        // What is left out comes again, after a wait.
        for (const job of batch) if (!stopping) results.push(await this.#done(job, handler));
        return results;
      },
    );
    return {
      stop: async () => {
        stopping = true;
        await this.#boss.offWork(this.#queue, { id, wait: true });
      },
    };
  }

  async #done(job: JobWithMetadata<Job>, handler: (job: Job) => Promise<void>): Promise<JobResult> {
    try {
      await handler(job.data);
      return { id: job.id, status: 'completed' };
    } catch (error) {
      if (job.retryCount >= job.retryLimit) this.#onGivenUp(job.data, error);
      return {
        id: job.id,
        status: 'failed',
        output: { message: error instanceof Error ? error.message : String(error) },
      };
    }
  }
}
