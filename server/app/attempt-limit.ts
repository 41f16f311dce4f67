/**
 * Slows down whoever guesses: after a few failures in a row each further one doubles the wait. Kept in memory: a restart
 * forgives, which is no help to a guesser who has to wait for it.
 */
export class AttemptLimit {
  readonly #failures = new Map<string, { count: number; lastAtMs: number }>();
  readonly #free: number;
  readonly #longestMs: number;

  constructor(options: { readonly freeAttempts: number; readonly longestWaitMs: number }) {
    this.#free = options.freeAttempts;
    this.#longestMs = options.longestWaitMs;
  }

  /** Milliseconds until `key` may try again; 0 = now. The try counts as failed at once, so that parallel guesses count. */
  begin(key: string, nowMs: number): number {
    const failed = this.#failures.get(key);
    const waitMs = failed ? failed.lastAtMs + this.#waitAfter(failed.count) - nowMs : 0;
    if (waitMs > 0) return waitMs;
    this.#remember(key, { count: (failed?.count ?? 0) + 1, lastAtMs: nowMs });
    return 0;
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  #waitAfter(failures: number): number {
    return failures < this.#free ? 0 : Math.min(1000 * 2 ** (failures - this.#free), this.#longestMs);
  }

  #remember(key: string, failure: { count: number; lastAtMs: number }): void {
    this.#failures.delete(key);
    this.#failures.set(key, failure);
    // Invented user names must not fill the memory: the one untouched for longest goes.
    const oldest = this.#failures.size > 10_000 ? this.#failures.keys().next().value : undefined;
    if (oldest !== undefined) this.#failures.delete(oldest);
  }
}
