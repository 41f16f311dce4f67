import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import { type DurableDisk, previousOf } from '../disk/durable-disk.ts';
import type { StoredDocument } from '../records/document.ts';
import type { Records } from '../records/records.ts';
import { fallbackOn, notItself, problemOf } from './document-files.ts';
import { setAside } from './set-aside.ts';

/** Takes documents that were read into the records, the damaged ones as well as can be. */
export class DocumentReader {
  readonly #disk: DurableDisk;
  readonly #records: Records;

  constructor(disk: DurableDisk, records: Records) {
    this.#disk = disk;
    this.#records = records;
  }

  /** False when it was set aside; then its previous generation has taken its place, if that is whole. */
  async take(path: string, read: PromiseSettledResult<StoredDocument | null>): Promise<boolean> {
    const problem = read.status === 'rejected' ? problemOf(read.reason) : this.#put(path, read.value);
    if (problem === null) return true;
    const previous = await this.#previousOf(path);
    await setAside(this.#disk, { document: path, problem: `${problem}${fallbackOn(previous)}` }, previous);
    return false;
  }

  /** What is wrong with it; null = it is in the records. */
  #put(path: string, document: StoredDocument | null): string | null {
    const wrong = notItself(path, document);
    if (document === null || wrong !== null) return wrong;
    try {
      this.#records.put(document);
      return null;
    } catch (error) {
      return `its events don't make sense: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /** The previous generation, already in the records; null when there is none that can be used. */
  async #previousOf(path: string): Promise<StoredDocument | null> {
    try {
      const previous = await new DurableAdapter<StoredDocument>(this.#disk, previousOf(path)).read();
      return this.#put(path, previous) === null ? previous : null;
    } catch (error) {
      if (isDamage(error)) return null;
      throw error;
    }
  }
}
