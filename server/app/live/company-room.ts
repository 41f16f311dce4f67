import type { LiveEvent } from '../../../core/wire/live.ts';
import type { Change, Clock, Trouble } from '../../ports.ts';
import type { Caller, Company } from '../company.ts';
import { callerAgain } from '../sign-in.ts';
import { Telling } from './telling.ts';

/** The far end of a stream. */
export interface Ear {
  tell(event: LiveEvent): void;
  /** Lets it know that the stream is alive. */
  beat(): void;
  end(): void;
}
interface Listener {
  caller: Caller;
  readonly ear: Ear;
}

/** Everybody who listens to the changes of one company. */
export class CompanyRoom {
  readonly #company: Company;
  readonly #clock: Clock;
  readonly #onFault: (fault: unknown) => void;
  readonly #listeners = new Set<Listener>();
  readonly #endListening: () => void;
  #trouble: Trouble | null;
  /** Changes are told one after another, in their order, even where a record has to be read first. */
  #lastTold: Promise<void> = Promise.resolve();

  constructor(company: Company, clock: Clock, onFault: (fault: unknown) => void) {
    this.#company = company;
    this.#clock = clock;
    this.#onFault = onFault;
    this.#trouble = company.store.trouble();
    this.#endListening = company.store.changes.listen((change) => {
      this.#lastTold = this.#lastTold.then(() => this.#tell(change)).catch(onFault);
    });
  }

  /** The answer leaves again. */
  enter(caller: Caller, ear: Ear): () => void {
    const listener = { caller, ear };
    this.#listeners.add(listener);
    ear.tell({ event: 'trouble', trouble: this.#trouble });
    return () => void this.#listeners.delete(listener);
  }

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  /** How many streams a user has open. */
  countOf(userId: string): number {
    return [...this.#listeners].filter(({ caller }) => caller.user.id === userId).length;
  }

  /** Tells when trouble came or went. */
  look(): void {
    const now = this.#company.store.trouble();
    if (now?.code === this.#trouble?.code && now?.since === this.#trouble?.since) return;
    this.#trouble = now;
    for (const { ear } of this.#listeners) ear.tell({ event: 'trouble', trouble: now });
  }

  /** Ends the streams of those who may no longer listen; the others hear that theirs is alive. */
  async beat(): Promise<void> {
    for (const listener of [...this.#listeners]) {
      const caller = await callerAgain(listener.caller, this.#clock).catch((fault: unknown) => {
        // Whether his token still holds can't be asked just now; until it can, he is told of nothing but the trouble.
        this.#onFault(fault);
        return listener.caller;
      });
      if (caller === null) this.#dismiss(listener);
      else {
        listener.caller = caller;
        listener.ear.beat();
      }
    }
  }

  /** The token was struck off. */
  tokenEnded(hash: string): void {
    for (const listener of [...this.#listeners]) if (listener.caller.token.hash === hash) this.#dismiss(listener);
  }

  close(): void {
    this.#endListening();
    for (const listener of [...this.#listeners]) this.#dismiss(listener);
  }

  async #tell(change: Change): Promise<void> {
    const telling = new Telling(this.#company.store, change);
    for (const { caller, ear } of [...this.#listeners]) {
      const event = await telling.to(caller);
      if (event !== null) ear.tell(event);
    }
  }

  #dismiss(listener: Listener): void {
    this.#listeners.delete(listener);
    listener.ear.end();
  }
}
