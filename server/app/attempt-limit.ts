import type { Instant } from '../../core/value/date.ts';
import type { Clock, Scratchpad } from '../ports.ts';

/** Who waits longer than the longest wait gets no more tries by being forgotten than he would have had. */
const forgottenAfterMs = 3_600_000;

interface Failures {
  readonly count: number;
  readonly lastAtMs: number;
}

/**
 * Slows down whoever guesses: after a few failures in a row each further one doubles the wait, on whichever server he tries.
 * A restart may forgive, which is no help to a guesser who has to wait for it.
 */
export class AttemptLimit {
  readonly #scratchpad: Scratchpad;
  readonly #clock: Clock;
  readonly #free: number;
  readonly #longestMs: number;

  constructor(
    scratchpad: Scratchpad,
    clock: Clock,
    options: { readonly freeAttempts: number; readonly longestWaitMs: number },
  ) {
    this.#scratchpad = scratchpad;
    this.#clock = clock;
    this.#free = options.freeAttempts;
    this.#longestMs = options.longestWaitMs;
  }

  /**
   * Milliseconds until `key` may try again; 0 = now. The try counts as failed at once, so that parallel guesses count.
   * @param key as it is written down: no secret, nor what somebody may have typed in its place
   */
  async begin(key: string): Promise<number> {
    const nowMs = Date.parse(this.#clock.now());
    let waitMs = 0;
    await this.#scratchpad.change<Failures>(noteOf(key), (note) => {
      const failed = note?.content ?? { count: 0, lastAtMs: 0 };
      waitMs = Math.max(0, failed.lastAtMs + this.#waitAfter(failed.count) - nowMs);
      if (waitMs > 0) return note;
      const until = new Date(nowMs + forgottenAfterMs).toISOString() as Instant;
      return { content: { count: failed.count + 1, lastAtMs: nowMs }, until };
    });
    return waitMs;
  }

  succeeded(key: string): Promise<void> {
    return this.#scratchpad.change(noteOf(key), () => null);
  }

  #waitAfter(failures: number): number {
    return failures < this.#free ? 0 : Math.min(1000 * 2 ** (failures - this.#free), this.#longestMs);
  }
}

const noteOf = (key: string): string => `attempts:${key}`;
