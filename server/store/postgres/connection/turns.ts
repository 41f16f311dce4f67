import { StoreFault } from '../../store-fault.ts';

/** In a healthy database these are through within seconds; behind a slow one more of them would only fill the memory. */
export const mostWaiting = 512;
/** Milliseconds. Who asked has given up by then. */
export const longestWait = 30_000;

/** Lets so many in at a time; the others wait for their turn in the order they came, and too many, or too long, are sent away. */
export class Turns {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /** Throws StoreFault 'store.busy': it wasn't begun. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      this.#passOn();
    }
  }

  async #turn(): Promise<void> {
    if (this.#waiting.size >= mostWaiting) throw this.#busy();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.add(resolve);
    const timer = setTimeout(() => {
      this.#waiting.delete(resolve);
      reject(this.#busy());
    }, longestWait);
    await promise.finally(() => clearTimeout(timer));
  }

  #passOn(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }

  #busy(): StoreFault {
    return new StoreFault('store.busy', 'the database is too slow for what is asked of it', {
      waiting: this.#waiting.size,
    });
  }
}
