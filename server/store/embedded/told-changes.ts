import type { Append, Change, Changes, Position } from '../../ports.ts';
import { changeOf } from '../change-of.ts';
import type { Records } from './records/records.ts';

type Listener = (change: Change) => void;

/** Tells this process, the only one on the folder, what it committed itself. */
export class ToldChanges implements Changes {
  readonly #records: Records;
  readonly #listeners = new Set<Listener>();

  /** `records`: what is committed. */
  constructor(records: Records) {
    this.#records = records;
  }

  listen(listener: Listener): () => void {
    const own: Listener = (change) => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** To be called when it is on the disk and can be read. */
  tell(position: Position, appended: readonly Append[]): void {
    if (this.#listeners.size === 0 || appended.length === 0) return;
    const change = changeOf(position, appended, (kind, number) => this.#records.of(kind).get(number)?.state);
    for (const listener of this.#listeners) listener(change);
  }
}
