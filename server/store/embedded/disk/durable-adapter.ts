import type { Adapter } from 'lowdb';
import { StoreFault } from '../../store-fault.ts';
import { seal, unseal } from './checksummed.ts';
import { type FileToWrite, writeDurably } from './durable-write.ts';
import { errorCode, type FileSystem } from './file-system.ts';

/** True for a document whose bytes can't be trusted, as against a disk that doesn't answer. */
export const isDamage = (error: unknown): error is StoreFault =>
  error instanceof StoreFault && error.code === 'store.damaged';

type FileWriter = (file: FileToWrite) => Promise<void>;

/**
 * A lowdb adapter that keeps one document so that a resolved write survives a power failure and a damaged one is noticed
 * (lowdb's own adapters neither sync nor check, facts.md "lowdb 7").
 */
export class DurableAdapter<Body> implements Adapter<Body> {
  readonly #fs: FileSystem;
  readonly #path: string;
  readonly #writer: FileWriter;

  /** `writer`: how bytes reach the disk; a round of its own unless several documents share one (write-round.ts). */
  constructor(fs: FileSystem, path: string, writer: FileWriter = (file) => writeDurably(fs, [file])) {
    this.#fs = fs;
    this.#path = path;
    this.#writer = writer;
  }

  /** Null when there is no document. Throws StoreFault 'store.damaged' for one that can't be trusted. */
  async read(): Promise<Body | null> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#fs.read(this.#path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw new StoreFault('store.read-failed', `${this.#path} can't be read`, { path: this.#path }, error);
    }
    const unsealed = unseal(bytes);
    if (!unsealed.ok)
      throw new StoreFault('store.damaged', `${this.#path}: ${unsealed.reason}`, {
        path: this.#path,
        problem: unsealed.reason,
      });
    return unsealed.value as Body;
  }

  write(body: Body): Promise<void> {
    return this.#writer({ path: this.#path, bytes: seal(body), keepPrevious: true });
  }
}
