/** Soon enough to be taken for at once, late enough for what belongs together to come together. */
export const soonMs = 500;
/** However much happens, a screen doesn't look again more often. */
export const gapMs = 3_000;

/** Does something soon after it was asked for, once for however many who ask, and not too often. */
export class Pacer {
  readonly #action: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastMs = Number.NEGATIVE_INFINITY;

  constructor(action: () => void) {
    this.#action = action;
  }

  ask(): void {
    this.#timer ??= setTimeout(() => this.#act(), Math.max(soonMs, this.#lastMs + gapMs - performance.now()));
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #act(): void {
    this.#timer = null;
    this.#lastMs = performance.now();
    this.#action();
  }
}
