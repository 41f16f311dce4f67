import { join } from 'node:path';
import { Low } from 'lowdb';
import { DurableAdapter } from '../disk/durable-adapter.ts';
import { removeDurably, writeDurably } from '../disk/durable-write.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { StoredDocument } from '../records/document.ts';

interface Redo {
  readonly documents: readonly StoredDocument[];
}

/** `redo.json`: the documents of one commit that touches several. While it exists, they may not all be written yet. */
export class RedoDocument {
  readonly #fs: FileSystem;
  readonly path: string;

  constructor(fs: FileSystem, folder: string) {
    this.#fs = fs;
    this.path = join(folder, 'redo.json');
  }

  async write(documents: readonly StoredDocument[]): Promise<void> {
    await this.#document({ documents }).write();
  }

  /** Null when no commit was interrupted. Throws StoreFault 'store.damaged'. */
  async read(): Promise<readonly StoredDocument[] | null> {
    const document = this.#document({ documents: [] });
    return (await document.adapter.read())?.documents ?? null;
  }

  /** No folder sync: should it come back after a power failure, its documents are no newer than those written. */
  remove(): Promise<void> {
    return this.#fs.remove(this.path);
  }

  /** For a redo document whose commit was refused: it must never come back. */
  removeDurably(): Promise<void> {
    return removeDurably(this.#fs, [this.path]);
  }

  #document(redo: Redo): Low<Redo> {
    const adapter = new DurableAdapter<Redo>(this.#fs, this.path, (file) =>
      writeDurably(this.#fs, [{ ...file, keepPrevious: false }]),
    );
    return new Low(adapter, redo);
  }
}
