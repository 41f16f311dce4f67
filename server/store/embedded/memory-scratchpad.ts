import type { Clock, Note, Scratchpad } from '../../ports.ts';

/** Invented names must not fill the memory: beyond these the note untouched for longest goes. */
const mostNotes = 10_000;

/** Notes of this process, the only one on its folders; a restart forgets them. */
export class MemoryScratchpad implements Scratchpad {
  /** Those changed last stand last. */
  readonly #notes = new Map<string, Note<unknown>>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async change<Content>(name: string, next: (note: Note<Content> | null) => Note<Content> | null): Promise<void> {
    const found = this.#notes.get(name) as Note<Content> | undefined;
    const changed = next(found !== undefined && found.until > this.#clock.now() ? found : null);
    this.#notes.delete(name);
    if (changed !== null) this.#notes.set(name, changed);
    const oldest = this.#notes.size > mostNotes ? this.#notes.keys().next().value : undefined;
    if (oldest !== undefined) this.#notes.delete(oldest);
  }
}
