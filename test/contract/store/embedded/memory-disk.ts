import { basename, dirname, join } from 'node:path';
import type { FileSystem, NewFile } from '../../../../server/store/embedded/disk/file-system.ts';

/** Bytes as programs see them, and as they would be found after a power failure. */
interface Inode {
  bytes: Buffer;
  synced: Buffer;
}

/** What happens to an operation, by its name and the path it is about. */
type Hook = (operation: DiskOperation, path: string) => unknown;
/** `remove`, `rename` and `link` change names, `create` and `write` bytes. */
export type DiskOperation = keyof FileSystem | keyof NewFile;

export const diskError = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code });

/**
 * A disk that loses what was never synced, as real ones do: contents until the file is synced, names until their folder is.
 * `beforeEach` and `afterEach` run around the effect of every operation and may throw, or take their time; `largestWrite`
 * makes every longer write a short one; a file never grows beyond `room`.
 */
export class MemoryDisk implements FileSystem {
  beforeEach: Hook = () => {};
  afterEach: Hook = () => {};
  largestWrite = 700;
  room = Number.POSITIVE_INFINITY;
  readonly #names = new Map<string, Inode>();
  readonly #syncedNames = new Map<string, Inode>();
  readonly #folders = new Set<string>();
  readonly #syncedFolders = new Set<string>();

  constructor(root: string) {
    for (let folder = root; ; folder = dirname(folder)) {
      this.#folders.add(folder);
      this.#syncedFolders.add(folder);
      if (folder === dirname(folder)) return;
    }
  }

  /**
   * Power goes and comes back. `survives`: whether a name that was never synced has reached the disk all the same. `torn`: from
   * 0 up to 1, how much of the bytes that were never synced has; without it, none.
   */
  powerFailure(survives: () => boolean, torn: () => number = () => 0): void {
    for (const path of new Set([...this.#names.keys(), ...this.#syncedNames.keys()])) {
      const [now, synced] = [this.#names.get(path), this.#syncedNames.get(path)];
      const kept = now === synced || survives() ? now : synced;
      if (kept === undefined) this.#names.delete(path);
      else this.#names.set(path, kept);
    }
    // From the top: with a folder goes what is in it.
    for (const folder of [...this.#folders].sort((a, b) => a.length - b.length))
      if (!this.#folders.has(dirname(folder)) || (!this.#syncedFolders.has(folder) && !survives()))
        this.#folders.delete(folder);
    this.#syncedFolders.clear();
    for (const folder of this.#folders) this.#syncedFolders.add(folder);
    for (const [path, inode] of this.#names) {
      if (!this.#folders.has(dirname(path))) this.#names.delete(path);
      const unsynced = inode.bytes.subarray(inode.synced.length);
      const reached = Math.floor(unsynced.length * torn());
      inode.bytes = inode.synced = Buffer.concat([inode.synced, unsynced.subarray(0, reached)]);
    }
    this.#syncedNames.clear();
    for (const [path, inode] of this.#names) this.#syncedNames.set(path, inode);
  }

  /** Another disk that holds the same, all of it synced. */
  copy(): MemoryDisk {
    const copy = new MemoryDisk('/');
    for (const folder of this.#folders) {
      copy.#folders.add(folder);
      copy.#syncedFolders.add(folder);
    }
    for (const [path, { bytes }] of this.#names) {
      const inode = { bytes, synced: bytes };
      copy.#names.set(path, inode);
      copy.#syncedNames.set(path, inode);
    }
    return copy;
  }

  paths(): readonly string[] {
    return [...this.#names.keys()].sort();
  }

  /** What is on the disk, to be tampered with. */
  async change(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
    const inode = this.#inode(path);
    inode.bytes = inode.synced = change(Buffer.from(inode.bytes));
  }

  read(path: string): Promise<Uint8Array> {
    return this.#do('read', path, () => Buffer.from(this.#inode(path).bytes));
  }

  list(folder: string): Promise<readonly { name: string; folder: boolean }[]> {
    return this.#do('list', folder, () => {
      if (!this.#folders.has(folder)) throw diskError('ENOENT');
      const inside = (path: string) => dirname(path) === folder && path !== folder;
      const entry = (path: string, isFolder: boolean) => ({ name: basename(path), folder: isFolder });
      return [
        ...[...this.#folders].filter(inside).map((path) => entry(path, true)),
        ...[...this.#names.keys()].filter(inside).map((path) => entry(path, false)),
      ];
    });
  }

  makeFolder(folder: string): Promise<string | undefined> {
    return this.#do('makeFolder', folder, () => {
      let topmost: string | undefined;
      for (let path = folder; !this.#folders.has(path); path = dirname(path)) {
        this.#folders.add(path);
        topmost = path;
      }
      return topmost;
    });
  }

  create(path: string): Promise<NewFile> {
    return this.#do('create', path, () => {
      if (this.#names.has(path)) throw diskError('EEXIST');
      if (!this.#folders.has(dirname(path))) throw diskError('ENOENT');
      const inode: Inode = { bytes: Buffer.alloc(0), synced: Buffer.alloc(0) };
      this.#names.set(path, inode);
      return {
        write: (bytes) =>
          this.#do('write', path, () => {
            const free = this.room - inode.bytes.length;
            if (free <= 0) throw diskError('ENOSPC');
            const taken = bytes.subarray(0, Math.min(this.largestWrite, free));
            inode.bytes = Buffer.concat([inode.bytes, taken]);
            return taken.length;
          }),
        sync: () =>
          this.#do('sync', path, () => {
            inode.synced = inode.bytes;
          }),
        close: () => this.#do('close', path, () => undefined),
      };
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#do('rename', to, () => {
      const inode = this.#inode(from);
      if (!this.#folders.has(dirname(to))) throw diskError('ENOENT');
      this.#names.set(to, inode);
      this.#names.delete(from);
    });
  }

  link(from: string, to: string): Promise<void> {
    return this.#do('link', to, () => {
      if (this.#names.has(to)) throw diskError('EEXIST');
      this.#names.set(to, this.#inode(from));
    });
  }

  remove(path: string): Promise<void> {
    return this.#do('remove', path, () => {
      this.#names.delete(path);
    });
  }

  syncFolder(folder: string): Promise<void> {
    return this.#do('syncFolder', folder, () => {
      for (const path of new Set([...this.#names.keys(), ...this.#syncedNames.keys()])) {
        if (dirname(path) !== folder) continue;
        const inode = this.#names.get(path);
        if (inode === undefined) this.#syncedNames.delete(path);
        else this.#syncedNames.set(path, inode);
      }
      for (const path of this.#folders) if (dirname(path) === folder) this.#syncedFolders.add(path);
    });
  }

  async #do<Result>(operation: DiskOperation, path: string, effect: () => Result): Promise<Result> {
    const waited = this.beforeEach(operation, path);
    if (waited instanceof Promise) await waited;
    const result = effect();
    this.afterEach(operation, path);
    return result;
  }

  #inode(path: string): Inode {
    const inode = this.#names.get(join(path));
    if (inode === undefined) throw diskError('ENOENT');
    return inode;
  }
}
