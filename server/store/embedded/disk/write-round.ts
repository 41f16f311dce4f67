import type { Adapter } from 'lowdb';
import { DurableAdapter } from './durable-adapter.ts';
import { type FileToWrite, writeDurably } from './durable-write.ts';
import type { FileSystem } from './file-system.ts';

/** Collects the writes of several lowdb documents and puts them on disk together: many documents, one round of syncs. */
export class WriteRound {
  readonly #fs: FileSystem;
  readonly #files: FileToWrite[] = [];
  readonly #written = Promise.withResolvers<void>();

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  /** An adapter whose `write` resolves when the round has reached the disk. */
  adapter<Body>(path: string): Adapter<Body> {
    return new DurableAdapter<Body>(this.#fs, path, (file) => {
      this.#files.push(file);
      return this.#written.promise;
    });
  }

  /** Call once, after the writes were begun. Their promises settle with it; it never throws itself. */
  async flush(): Promise<void> {
    try {
      await writeDurably(this.#fs, this.#files);
      this.#written.resolve();
    } catch (error) {
      this.#written.reject(error);
    }
  }
}
