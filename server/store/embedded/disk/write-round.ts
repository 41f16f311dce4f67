import type { Adapter } from 'lowdb';
import { DurableAdapter } from './durable-adapter.ts';
import type { DurableDisk, FileToWrite } from './durable-disk.ts';

/** Collects the writes of several lowdb documents and puts them on disk together: many documents, one round of syncs. */
export class WriteRound {
  readonly #disk: DurableDisk;
  readonly #files: FileToWrite[] = [];
  readonly #written = Promise.withResolvers<void>();

  constructor(disk: DurableDisk) {
    this.#disk = disk;
  }

  /** An adapter whose `write` resolves when the round has reached the disk. */
  adapter<Body>(path: string, { keepPrevious }: Pick<FileToWrite, 'keepPrevious'>): Adapter<Body> {
    return new DurableAdapter<Body>(this.#disk, path, (file) => {
      this.#files.push({ ...file, keepPrevious });
      return this.#written.promise;
    });
  }

  /** Call once, after the writes were begun. Their promises settle with it; it never throws itself. */
  async flush(): Promise<void> {
    try {
      await this.#disk.write(this.#files);
      this.#written.resolve();
    } catch (error) {
      this.#written.reject(error);
    }
  }
}
