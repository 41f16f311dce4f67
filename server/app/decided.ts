import type { Position } from '../ports.ts';

/** A request's note of where what it decided stands among all decisions of the company. */
export class Decided {
  #last: Position | null = null;

  /** To be called with every outcome, refusals too. 0 (kept before positions were) says nothing. */
  at(position: Position): void {
    if (position > 0) this.#last = Math.max(position, this.#last ?? 0);
  }

  /** Of several decisions the last; null = nothing was decided. */
  get last(): Position | null {
    return this.#last;
  }
}
