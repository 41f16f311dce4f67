import { Low } from 'lowdb';
import { DurableAdapter } from '../disk/durable-adapter.ts';
import type { DurableDisk } from '../disk/durable-disk.ts';
import type { StoredDocument } from '../records/document.ts';

interface Redo {
  readonly documents: readonly StoredDocument[];
}

export const redoPath = 'redo.json';

/** `redo.json`: the documents of one commit that touches several. While it exists, they may not all be written yet. */
export class RedoDocument {
  readonly #disk: DurableDisk;

  constructor(disk: DurableDisk) {
    this.#disk = disk;
  }

  async write(documents: readonly StoredDocument[]): Promise<void> {
    await new Low(this.#adapter(), { documents }).write();
  }

  /** Null when no commit was interrupted. Throws StoreFault 'store.damaged'. */
  async read(): Promise<readonly StoredDocument[] | null> {
    return (await this.#adapter().read())?.documents ?? null;
  }

  /** When all is written. Should it come back after a power failure, its documents are no newer than those there. */
  remove(): Promise<void> {
    return this.#disk.removeForNow(redoPath);
  }

  /** When the commit was refused: it must never come back. */
  takeBack(): Promise<void> {
    return this.#disk.remove([redoPath]);
  }

  #adapter(): DurableAdapter<Redo> {
    return DurableAdapter.replacing<Redo>(this.#disk, redoPath);
  }
}
