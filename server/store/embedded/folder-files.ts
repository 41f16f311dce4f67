import type { Files } from '../../ports.ts';
import { sha256 } from '../sha256.ts';
import { StoreFault } from '../store-fault.ts';
import type { DurableDisk } from './disk/durable-disk.ts';
import { errorCode } from './disk/file-system.ts';
import type { WriteGate } from './folder/write-gate.ts';

/** Files named by their hash: `files/ab/<sha256>`. Never overwritten, unless what is there has rotted. */
export class FolderFiles implements Files {
  readonly #disk: DurableDisk;
  readonly #gate: WriteGate;

  constructor(disk: DurableDisk, gate: WriteGate) {
    this.#disk = disk;
    this.#gate = gate;
  }

  /** Throws StoreFault when it isn't on the disk. */
  async put(bytes: Uint8Array): Promise<{ sha256: string }> {
    const hash = sha256(bytes);
    const present = await this.#read(hash);
    if (present !== null && sha256(present) === hash) return { sha256: hash };
    await this.#gate.expectOpen();
    try {
      await this.#disk.write([{ path: pathOf(hash), bytes, keepPrevious: false }]);
    } catch (error) {
      throw new StoreFault('store.write-failed', `file ${hash} can't be kept`, { errno: errorCode(error) }, error);
    }
    return { sha256: hash };
  }

  /** Throws StoreFault 'store.damaged' for bytes that aren't those of the hash. */
  async get(hash: string): Promise<Uint8Array | null> {
    // A hash may come from outside; anything else would be a path.
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const bytes = await this.#read(hash);
    if (bytes !== null && sha256(bytes) !== hash)
      throw new StoreFault('store.damaged', `file ${hash} doesn't hold the bytes it is named after`, { sha256: hash });
    return bytes;
  }

  async #read(hash: string): Promise<Uint8Array | null> {
    try {
      return await this.#disk.read(pathOf(hash));
    } catch (error) {
      throw new StoreFault('store.read-failed', `file ${hash} can't be read`, { errno: errorCode(error) }, error);
    }
  }
}

const pathOf = (hash: string): string => `files/${hash.slice(0, 2)}/${hash}`;
