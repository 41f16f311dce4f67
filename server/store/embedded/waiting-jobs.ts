import type { Job, Jobs, Work } from '../../ports.ts';

/** Jobs of this process, in memory. */
export class WaitingJobs implements Jobs {
  readonly #waiting: Job[] = [];
  #handler: ((job: Job) => Promise<void>) | null = null;
  #working: Promise<void> | null = null;

  add(jobs: readonly Job[]): void {
    this.#waiting.push(...jobs);
    this.#begin();
  }

  async work(handler: (job: Job) => Promise<void>): Promise<Work> {
    this.#handler = handler;
    this.#begin();
    return {
      stop: async () => {
        this.#handler = null;
        await this.#working;
      },
    };
  }

  #begin(): void {
    if (this.#handler === null || this.#waiting.length === 0) return;
    this.#working ??= this.#workOff().finally(() => {
      this.#working = null;
    });
  }

  async #workOff(): Promise<void> {
    while (this.#handler !== null) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      await this.#handler(job);
    }
  }
}
