import type { Instant } from '../../../../core/value/date.ts';
import type { Clock, Trouble } from '../../../ports.ts';
import { troubleOf } from './database-fault.ts';

/** Nobody tells when a disk has room again: without another refusal it is believed to after so long. */
const believedMs = 60_000;

interface Met extends Trouble {
  /** When it was last met. */
  readonly last: Instant;
}

/** Whether a database answers and keeps, as far as its connections have met. */
export class Health {
  readonly #clock: Clock;
  #trouble: Met | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  trouble(): Trouble | null {
    if (this.#trouble === null || this.#isOver(this.#trouble)) return null;
    const { code, since } = this.#trouble;
    return { code, since };
  }

  noteFailure(error: unknown): void {
    const code = troubleOf(error);
    if (code === null) return;
    const [last, before] = [this.#clock.now(), this.trouble()];
    this.#trouble = { code, since: before?.code === code ? before.since : last, last };
  }

  /** It said something. Whether it would keep something it doesn't say by that. */
  noteAnswer(): void {
    if (this.#trouble?.code === 'database-away') this.#trouble = null;
  }

  /** A commit stands. */
  noteKept(): void {
    this.#trouble = null;
  }

  #isOver({ code, last }: Met): boolean {
    return code !== 'database-away' && Date.parse(this.#clock.now()) - Date.parse(last) >= believedMs;
  }
}
