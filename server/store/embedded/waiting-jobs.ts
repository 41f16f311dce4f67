import { setTimeout as timer } from 'node:timers/promises';
import type { Job, Jobs, Work } from '../../ports.ts';
import { type DurableDisk, previousOf } from './disk/durable-disk.ts';
import type { WriteGate } from './folder/write-gate.ts';
import { documentPath, type JobDocument } from './records/document.ts';
import type { Records } from './records/records.ts';

/** Resolves after so many milliseconds; rejects when it is aborted. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;
/** A job that failed as often as it may and won't come again, with what it threw the last time. */
export type GivenUp = (job: Job, error: unknown) => void;

export interface JobOptions {
  readonly pause?: Pause;
  readonly onGivenUp?: GivenUp;
}

const [second, minute] = [1_000, 60_000];
/** How long a job that failed waits until it is tried again; after the last wait's try it is given up. */
export const waitsMs: readonly number[] = [5 * second, 30 * second, 2 * minute, 10 * minute];

interface Waiting {
  readonly document: JobDocument;
  readonly failures: number;
}

/**
 * What commits left to be done. Each job is a document that was kept with its commit, and is removed when the job is done
 * or given up: a start after a crash finds those that were not. How often one failed is known to this process only.
 */
export class WaitingJobs implements Jobs {
  readonly #disk: DurableDisk;
  readonly #gate: WriteGate;
  readonly #committed: Records;
  readonly #pause: Pause;
  readonly #onGivenUp: GivenUp;
  readonly #waiting: Waiting[] = [];
  #handler: ((job: Job) => Promise<void>) | null = null;
  #working: Promise<void> | null = null;
  #stopping = new AbortController();

  /** `committed`: what was read at the start; its jobs wait for whoever works. */
  constructor(disk: DurableDisk, gate: WriteGate, committed: Records, options: JobOptions) {
    this.#disk = disk;
    this.#gate = gate;
    this.#committed = committed;
    this.#pause = options.pause ?? ((ms, signal) => timer(ms, undefined, { signal, ref: false }));
    this.#onGivenUp = options.onGivenUp ?? ((job, error) => console.warn('store: given up:', job, error));
    this.add([...committed.jobs.keys()].flatMap((path) => committed.jobs.get(path) ?? []));
  }

  /** To be called when they are on the disk. */
  add(jobs: readonly JobDocument[]): void {
    this.#waiting.push(...jobs.map((document) => ({ document, failures: 0 })));
    this.#begin();
  }

  async work(handler: (job: Job) => Promise<void>): Promise<Work> {
    if (this.#handler !== null) throw new Error('somebody takes the jobs of this store already');
    this.#handler = handler;
    this.#stopping = new AbortController();
    this.#begin();
    return { stop: () => this.stop() };
  }

  /** Takes no more jobs; resolves when the one in hand is done. */
  async stop(): Promise<void> {
    this.#handler = null;
    this.#stopping.abort();
    await this.#working;
  }

  #begin(): void {
    if (this.#handler === null || this.#waiting.length === 0) return;
    this.#working ??= this.#workOff().finally(() => {
      this.#working = null;
      // Somebody may have begun again while the last job was still in hand.
      this.#begin();
    });
  }

  async #workOff(): Promise<void> {
    for (let next = this.#next(); next !== null; next = this.#next()) {
      const { waiting, handler } = next;
      try {
        await handler(waiting.document.job);
      } catch (error) {
        await this.#failed(waiting, error);
        continue;
      }
      await this.#forget(waiting);
    }
  }

  #next() {
    const handler = this.#handler;
    const waiting = handler === null ? undefined : this.#waiting.shift();
    return handler === null || waiting === undefined ? null : { handler, waiting };
  }

  async #failed(waiting: Waiting, error: unknown): Promise<void> {
    const { document, failures } = waiting;
    const wait = waitsMs[failures];
    if (wait === undefined) {
      this.#onGivenUp(document.job, error);
      await this.#forget(waiting);
      return;
    }
    const again = () => {
      this.#waiting.push({ document, failures: failures + 1 });
      this.#begin();
    };
    // Cut short it waits as well: for whoever works next.
    this.#pause(wait, this.#stopping.signal).then(again, again);
  }

  async #forget({ document }: Waiting): Promise<void> {
    const path = documentPath(document);
    this.#committed.dropJob(path);
    try {
      await this.#gate.expectOpen();
      // Not left behind alone: it would be taken for what remains of a damaged document.
      await this.#disk.removeForNow(previousOf(path));
      await this.#disk.removeForNow(path);
    } catch (error) {
      console.warn('store: a job that is over will come again at the next start, which does no harm:', error);
    }
  }
}
