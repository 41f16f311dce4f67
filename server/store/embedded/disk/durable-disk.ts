import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { DiskHealth } from './disk-health.ts';
import { errorCode, type FileSystem } from './file-system.ts';

export interface FileToWrite {
  /** In the data folder, with forward slashes: "orders/2026-11/SO-202611-00042.json". */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Keep what the path holds now as `<path>.prev`, for the day the new bytes rot. */
  readonly keepPrevious: boolean;
}

/** What a write leaves when the power goes: `<path>.<uuid>.tmp`. Start-up removes them. */
export const isTemporary = (name: string): boolean => name.endsWith('.tmp');
const previousEnd = '.prev';
export const previousOf = (path: string): string => `${path}${previousEnd}`;
/** The path whose previous generation this is, null for any other file. */
export const ofPrevious = (path: string): string | null =>
  path.endsWith(previousEnd) ? path.slice(0, -previousEnd.length) : null;

/** A data folder whose changes survive a power failure once their promise has resolved. */
export class DurableDisk {
  readonly #fs: FileSystem;
  readonly #root: string;
  /** Folders whose names are known to be on the disk. That they exist isn't enough: who made them may have been cut off. */
  readonly #durable = new Set<string>();
  readonly #expectOwned: () => Promise<void>;
  readonly health = new DiskHealth();

  /**
   * `expectOwned`: asked immediately before names in the folder change; throws when it has become somebody else's. A write may
   * have begun long before: the process was stopped, the computer slept.
   */
  constructor(fs: FileSystem, root: string, expectOwned: () => Promise<void> = async () => {}) {
    this.#fs = fs;
    this.#root = root;
    this.#expectOwned = expectOwned;
  }

  /** Null when there is no such file. */
  async read(path: string): Promise<Uint8Array | null> {
    try {
      return await this.#fs.read(this.#at(path));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Empty when there is no such folder. */
  async list(folder: string): ReturnType<FileSystem['list']> {
    try {
      return await this.#fs.list(this.#at(folder));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  /**
   * Writes files so that each is at any moment either wholly old or wholly new: temporary file, every byte counted, fsync,
   * rename, fsync of the folder. Many files share the folder syncs. Each is atomic, all of them together are not
   * (redo-document.ts is for that). When it throws, any of the files may be new or old.
   */
  async write(files: readonly FileToWrite[]): Promise<void> {
    if (files.length === 0) return;
    await this.health.watch(sizeOf(files), () => this.#write(files));
  }

  async #write(files: readonly FileToWrite[]): Promise<void> {
    const folders = new Set(files.map(({ path }) => dirname(path)));
    const drafts = files.map((file) => ({ ...file, temporary: `${file.path}.${randomUUID()}.tmp` }));
    try {
      // Before folders are made too: a data folder that was moved away would come back as an empty one.
      await this.#expectOwned();
      for (const folder of folders) await this.makeFolder(folder);
      await allSettled(drafts.map(({ temporary, bytes }) => this.#writeNew(temporary, bytes)));
      await this.#expectOwned();
      await allSettled(drafts.map((draft) => this.#publish(draft)));
    } catch (error) {
      // Somebody may have removed a folder under us: next time they are made again.
      this.#durable.clear();
      // Best effort: what stays behind is swept at the next start, and the first error is the one that matters.
      await Promise.allSettled(drafts.map(({ temporary }) => this.#fs.remove(this.#at(temporary))));
      throw error;
    }
    await this.#syncFolders(folders);
  }

  /**
   * Makes the names durable that are in these folders: who wrote them may have been cut off between renaming and syncing, and what
   * can be read may still be taken back by the power. That of a folder itself is in the one above.
   */
  settleNames(folders: readonly string[]): Promise<void> {
    const [folder = '.'] = folders;
    return this.health.watch({ folder, bytes: 0 }, () => this.#syncFolders(new Set(folders)));
  }

  /** Removes files so that they stay removed. */
  remove(paths: readonly string[]): Promise<void> {
    const folder = dirname(paths[0] ?? '.');
    return this.health.watch({ folder, bytes: 0 }, () => this.#remove(paths));
  }

  async #remove(paths: readonly string[]): Promise<void> {
    const folders = new Set(paths.map((path) => dirname(path)));
    await this.#expectOwned();
    for (const folder of folders) await this.makeFolder(folder); // else a folder that vanished could never be synced
    await allSettled(paths.map((path) => this.removeForNow(path)));
    await this.#syncFolders(folders);
  }

  /** Removes a file that does no harm when it comes back after a power failure. */
  async removeForNow(path: string): Promise<void> {
    await this.#expectOwned();
    await this.#fs.remove(this.#at(path));
  }

  /** A folder that is still there after a power failure, with all folders above it. */
  async makeFolder(folder: string): Promise<void> {
    if (this.#durable.has(folder)) return;
    const topmost = await this.#fs.makeFolder(this.#at(folder));
    for (let path = this.#at(folder); path !== this.#root; path = dirname(path))
      await this.#fs.syncFolder(dirname(path));
    // Above the data folder only what was made here.
    if (topmost !== undefined && this.#root.startsWith(topmost))
      for (let path = this.#root; path.length >= topmost.length; path = dirname(path))
        await this.#fs.syncFolder(dirname(path));
    this.#durable.add(folder);
  }

  async #writeNew(path: string, bytes: Uint8Array): Promise<void> {
    const file = await this.#fs.create(this.#at(path));
    try {
      for (let written = 0; written < bytes.length; ) {
        const taken = await file.write(bytes.subarray(written));
        if (taken <= 0) throw new Error(`the disk took ${written} of ${bytes.length} bytes of ${path}`);
        written += taken;
      }
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #publish({ path, temporary, keepPrevious }: FileToWrite & { temporary: string }): Promise<void> {
    if (keepPrevious) {
      await this.#fs.remove(this.#at(previousOf(path)));
      try {
        await this.#fs.link(this.#at(path), this.#at(previousOf(path)));
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') throw error; // the first generation
      }
    }
    await this.#fs.rename(this.#at(temporary), this.#at(path));
  }

  #syncFolders(folders: ReadonlySet<string>): Promise<void> {
    return allSettled([...folders].map((folder) => this.#fs.syncFolder(this.#at(folder))));
  }

  #at(path: string): string {
    return join(this.#root, ...path.split('/'));
  }
}

function sizeOf(files: readonly FileToWrite[]): { readonly folder: string; readonly bytes: number } {
  const [first] = files;
  return {
    folder: first === undefined ? '.' : dirname(first.path),
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

/** Waits for all, so that nothing still runs when the first error is thrown. */
async function allSettled(actions: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(actions)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
