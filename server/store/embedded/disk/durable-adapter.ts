import type { Adapter } from 'lowdb';
import { StoreFault } from '../../store-fault.ts';
import { seal, unseal } from './checksummed.ts';
import type { DurableDisk, FileToWrite } from './durable-disk.ts';

/** True for a document whose bytes can't be trusted, as against a disk that doesn't answer. */
export const isDamage = (error: unknown): error is StoreFault =>
  error instanceof StoreFault && error.code === 'store.damaged';

type FileWriter = (file: FileToWrite) => Promise<void>;

/**
 * A lowdb adapter that keeps one document so that a resolved write survives a power failure and a damaged one is noticed
 * (lowdb's own adapters neither sync nor check).
 */
export class DurableAdapter<Body> implements Adapter<Body> {
  readonly #disk: DurableDisk;
  readonly #path: string;
  readonly #writer: FileWriter;

  /** `writer`: how bytes reach the disk; a round of its own unless several documents share one (write-round.ts). */
  constructor(disk: DurableDisk, path: string, writer: FileWriter = (file) => disk.write([file])) {
    this.#disk = disk;
    this.#path = path;
    this.#writer = writer;
  }

  /**
   * For a document whose next generation simply takes its place: the one before would be wrong, or must not get among those
   * that are kept.
   */
  static replacing<Body>(disk: DurableDisk, path: string): DurableAdapter<Body> {
    return new DurableAdapter<Body>(disk, path, (file) => disk.write([{ ...file, keepPrevious: false }]));
  }

  /** Null when there is no document. Throws StoreFault 'store.damaged' for one that can't be trusted. */
  async read(): Promise<Body | null> {
    const bytes = await this.#bytes();
    if (bytes === null) return null;
    const body = unseal(bytes);
    if (body.ok) return body.value as Body;
    const details = { path: this.#path, problem: body.reason };
    throw new StoreFault('store.damaged', `${this.#path}: ${body.reason}`, details);
  }

  write(body: Body): Promise<void> {
    return this.#writer({ path: this.#path, bytes: seal(body), keepPrevious: true });
  }

  async #bytes(): Promise<Uint8Array | null> {
    try {
      return await this.#disk.read(this.#path);
    } catch (error) {
      throw new StoreFault('store.read-failed', `${this.#path} can't be read`, { path: this.#path }, error);
    }
  }
}
