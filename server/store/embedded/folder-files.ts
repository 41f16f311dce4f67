import { dirname } from 'node:path';
import type { Files } from '../../ports.ts';
import { sha256 } from '../sha256.ts';
import { StoreFault } from '../store-fault.ts';
import { writeFailed } from './disk/disk-health.ts';
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
    const path = filePath(hash);
    const present = await this.#read(hash);
    await this.#gate.expectOpen();
    try {
      // Its name may be there only for now: of a write that failed at its end, or is still under way.
      if (present !== null && sha256(present) === hash) await this.#settle(dirname(path));
      else await this.#disk.write([{ path, bytes, keepPrevious: false }]);
    } catch (error) {
      throw writeFailed(`file ${hash}`, error);
    }
    return { sha256: hash };
  }

  /** Throws StoreFault 'store.damaged' for bytes that aren't those of the hash. */
  async get(hash: string): Promise<Uint8Array | null> {
    // A hash may come from outside; anything else would be a path.
    if (!isHash(hash)) return null;
    const bytes = await this.#read(hash);
    if (bytes !== null && sha256(bytes) !== hash)
      throw new StoreFault('store.damaged', `file ${hash} doesn't hold the bytes it is named after`, { sha256: hash });
    return bytes;
  }

  /** The hashes of all files there are. */
  async hashes(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { name: folder } of await this.#disk.list(filesFolder))
      for (const { name } of await this.#disk.list(`${filesFolder}/${folder}`)) if (isHash(name)) found.push(name);
    return found;
  }

  async #settle(folder: string): Promise<void> {
    await this.#disk.makeFolder(folder);
    await this.#disk.settleNames([folder]);
  }

  async #read(hash: string): Promise<Uint8Array | null> {
    try {
      return await this.#disk.read(filePath(hash));
    } catch (error) {
      throw new StoreFault('store.read-failed', `file ${hash} can't be read`, { errno: errorCode(error) }, error);
    }
  }
}

const filesFolder = 'files';
export const filePath = (hash: string): string => `${filesFolder}/${hash.slice(0, 2)}/${hash}`;
const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
