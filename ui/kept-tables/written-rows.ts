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

/** 53 bits of a key (cyrb53): as good as the key itself, and a tenth of its length. */
export function markOf(key: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
