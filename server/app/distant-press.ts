import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../ports.ts';
import { filedPaper, PaperNotPrinted, type Press } from './paper-press.ts';

/** Long enough for a worker that has others to print first, short enough for whoever looks at an empty page. */
const patienceMs = 60_000;

/** Papers are printed by workers on the same store: whoever asks for one that isn't filed yet waits until it is. */
export class DistantPress implements Press {
  readonly #store: Store;
  readonly #patienceMs: number;
  readonly #closing = new AbortController();

  constructor(store: Store, options: { readonly patienceMs?: number } = {}) {
    this.#store = store;
    this.#patienceMs = options.patienceMs ?? patienceMs;
  }

  async begin(): Promise<void> {}

  async pdf(paper: string): Promise<Uint8Array | null> {
    // Listened to from before the first look: what is filed in between is not missed.
    const filing = new Filing(this.#store, paper);
    try {
      const deadline = Date.now() + this.#patienceMs;
      for (let looks = 0; ; looks += 1) {
        const found = await filedPaper(this.#store, paper);
        if (found === null) return null;
        if (found.pdf !== null) return found.pdf;
        // The job its issuing left may have been given up long ago.
        if (looks === 0) await this.#ask(paper);
        const leftMs = deadline - Date.now();
        if (leftMs <= 0 || this.#closing.signal.aborted) throw new PaperNotPrinted(paper, new NoWorker());
        await filing.told(leftMs, this.#closing.signal);
      }
    } finally {
      filing.end();
    }
  }

  /** The worker's log tells. */
  faultOf(): undefined {
    return undefined;
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  async #ask(paper: string): Promise<void> {
    const jobs = [{ kind: 'print-paper', paper }] as const;
    await this.#store.transact({ locks: [], load: {}, decide: () => ({ append: [], answer: null, jobs }) });
  }
}

class NoWorker extends Error {
  readonly code = 'print.no-worker';
  constructor() {
    super('no worker had it ready in time');
  }
}

/** Tells when a paper may have been filed. */
class Filing {
  readonly end: () => void;
  #next = Promise.withResolvers<void>();

  constructor({ changes }: Store, paper: string) {
    this.end = changes.listen((change) => {
      const concerned =
        'missed' in change || change.records.some(({ kind, number }) => kind === 'paper' && number === paper);
      if (concerned) this.#next.resolve();
    });
  }

  /** Resolves at the next change, or after so many milliseconds. */
  async told(ms: number, signal: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    const timer = pause(ms, undefined, { signal: AbortSignal.any([signal, waiting.signal]) }).catch(() => {}); // ended early
    await Promise.race([this.#next.promise, timer]);
    waiting.abort();
    this.#next = Promise.withResolvers();
  }
}
