import type { Instant, PlainDate } from '../../../core/value/date.ts';
import type { Clock } from '../../ports.ts';

/** "09:05" on the office's clock. */
export type TimeOfDay = `${number}:${number}`;

/**
 * The clock of a story: days pass because the script says so. A millisecond passes each time somebody looks, so that what
 * follows is later than what was before.
 */
export class ScriptedClock implements Clock {
  /** How far the office's zone is ahead of UTC: "+08:00". */
  readonly #offset: string;
  #ms: number;

  constructor(day: PlainDate, offset: string) {
    this.#offset = offset;
    this.#ms = Date.parse(`${day}T08:00:00${offset}`);
  }

  now(): Instant {
    this.#ms += 1;
    return new Date(this.#ms).toISOString() as Instant;
  }

  /** @throws RangeError when the script goes back in time */
  set(day: PlainDate, time: TimeOfDay): void {
    const next = Date.parse(`${day}T${time}:00${this.#offset}`);
    if (!(next >= this.#ms)) throw new RangeError(`the script goes back to ${day} ${time}`);
    this.#ms = next;
  }
}
