import { hashOfText } from '../../core/value/hash-text.ts';

/**
 * Which rows of a table were written by us: a user may type his own below them, and those are never taken away. Their keys are
 * remembered in the workbook as short marks; a key that was written twice is marked twice.
 */
export class WrittenRows {
  readonly #left = new Map<string, number>();

  constructor(marks: readonly string[]) {
    for (const mark of marks) this.#left.set(mark, (this.#left.get(mark) ?? 0) + 1);
  }

  /** Whether a row of this key is among them; each counts once. */
  take(mark: string): boolean {
    const left = this.#left.get(mark) ?? 0;
    if (left > 0) this.#left.set(mark, left - 1);
    return left > 0;
  }
}

/** As good as the key itself, and a tenth of its length. */
export const markOf = (key: string): string => hashOfText(key).toString(36);
