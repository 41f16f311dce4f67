/** A row's texts, of both sides in the same order of columns. */
export type Line = readonly string[];

/** Finds for the rows there the row they are to become; what fits best is tried first, and neither side is used twice. */
export class RowMatches {
  /** By the row there, the row that it is to become. */
  readonly found = new Map<number, number>();
  readonly #now: readonly Line[];
  readonly #wanted: readonly Line[];
  readonly #free: Set<number>;

  constructor(now: readonly Line[], wanted: readonly Line[]) {
    this.#now = now;
    this.#wanted = wanted;
    this.#free = new Set(wanted.keys());
  }

  /** Those that nothing there becomes. */
  get free(): readonly number[] {
    return [...this.#free];
  }

  /** Rows of one signature are taken in the order they stand in. */
  match(rows: readonly number[], signatureOf: (line: Line) => string): void {
    const waiting = new Map<string, number[]>();
    for (const at of [...this.#free].reverse()) {
      const signature = signatureOf(this.#wanted[at] ?? []);
      const alike = waiting.get(signature);
      if (alike) alike.push(at);
      else waiting.set(signature, [at]);
    }
    for (const row of rows) {
      if (this.found.has(row)) continue;
      const at = waiting.get(signatureOf(this.#now[row] ?? []))?.pop();
      if (at === undefined) continue;
      this.found.set(row, at);
      this.#free.delete(at);
    }
  }
}

/** The texts at these places as one. */
export const signatureAt =
  (places: readonly number[]) =>
  (line: Line): string =>
    places.map((place) => line[place]).join('\n');
