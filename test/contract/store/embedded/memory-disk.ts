import { dirname, join, sep } from 'node:path';
import type { FileSystem, NewFile } from '../../../../server/store/embedded/disk/file-system.ts';

/** Bytes as programs see them, and as they would be found after a power failure. */
interface Inode {
  bytes: Buffer;
  synced: Buffer;
}

export const diskError = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code });

/**
 * A disk that loses what was never synced, as real ones do: contents until the file is synced, names until their folder is.
 * `onCall` runs before every operation and may throw; `largestWrite` makes every longer write a short one.
 */
export class MemoryDisk implements FileSystem {
  onCall: (operation: string, path: string) => void = () => {};
  largestWrite = 700;
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

  /** Power goes and comes back. `survives`: whether a name that was never synced has reached the disk all the same. */
  powerFailure(survives: () => boolean): void {
    for (const path of new Set([...this.#names.keys(), ...this.#syncedNames.keys()])) {
      const [now, synced] = [this.#names.get(path), this.#syncedNames.get(path)];
      const kept = now === synced || survives() ? now : synced;
      if (kept === undefined) this.#names.delete(path);
      else this.#names.set(path, kept);
    }
    for (const folder of this.#folders)
      if (!this.#syncedFolders.has(folder) && !survives()) this.#folders.delete(folder);
    for (const [path, inode] of this.#names) {
      if (!this.#folders.has(dirname(path))) this.#names.delete(path);
      inode.bytes = inode.synced;
    }
    this.#syncedNames.clear();
    for (const [path, inode] of this.#names) this.#syncedNames.set(path, inode);
  }

  paths(): readonly string[] {
    return [...this.#names.keys()].sort();
  }

  /** What is on the disk, to be tampered with. */
  async change(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
    const inode = this.#inode(path);
    inode.bytes = inode.synced = change(Buffer.from(inode.bytes));
  }

  async read(path: string): Promise<Uint8Array> {
    this.onCall('read', path);
    return Buffer.from(this.#inode(path).bytes);
  }

  async list(folder: string): Promise<readonly { name: string; folder: boolean }[]> {
    this.onCall('list', folder);
    if (!this.#folders.has(folder)) throw diskError('ENOENT');
    const inside = (path: string) => dirname(path) === folder && path !== folder;
    const entry = (path: string, isFolder: boolean) => ({
      name: path.slice(folder.length + sep.length),
      folder: isFolder,
    });
    return [
      ...[...this.#folders].filter(inside).map((path) => entry(path, true)),
      ...[...this.#names.keys()].filter(inside).map((path) => entry(path, false)),
    ];
  }

  async makeFolder(folder: string): Promise<string | undefined> {
    this.onCall('makeFolder', folder);
    let topmost: string | undefined;
    for (let path = folder; !this.#folders.has(path); path = dirname(path)) {
      this.#folders.add(path);
      topmost = path;
    }
    return topmost;
  }

  async create(path: string): Promise<NewFile> {
    this.onCall('create', path);
    if (this.#names.has(path)) throw diskError('EEXIST');
    if (!this.#folders.has(dirname(path))) throw diskError('ENOENT');
    const inode: Inode = { bytes: Buffer.alloc(0), synced: Buffer.alloc(0) };
    this.#names.set(path, inode);
    return {
      write: async (bytes) => {
        this.onCall('write', path);
        const taken = bytes.subarray(0, this.largestWrite);
        inode.bytes = Buffer.concat([inode.bytes, taken]);
        return taken.length;
      },
      sync: async () => {
        this.onCall('sync', path);
        inode.synced = inode.bytes;
      },
      close: async () => this.onCall('close', path),
    };
  }

  async rename(from: string, to: string): Promise<void> {
    this.onCall('rename', to);
    const inode = this.#inode(from);
    if (!this.#folders.has(dirname(to))) throw diskError('ENOENT');
    this.#names.set(to, inode);
    this.#names.delete(from);
  }

  async link(from: string, to: string): Promise<void> {
    this.onCall('link', to);
    if (this.#names.has(to)) throw diskError('EEXIST');
    this.#names.set(to, this.#inode(from));
  }

  async remove(path: string): Promise<void> {
    this.onCall('remove', path);
    this.#names.delete(path);
  }

  async syncFolder(folder: string): Promise<void> {
    this.onCall('syncFolder', folder);
    for (const path of new Set([...this.#names.keys(), ...this.#syncedNames.keys()])) {
      if (dirname(path) !== folder) continue;
      const inode = this.#names.get(path);
      if (inode === undefined) this.#syncedNames.delete(path);
      else this.#syncedNames.set(path, inode);
    }
    for (const path of this.#folders) if (dirname(path) === folder) this.#syncedFolders.add(path);
  }

  #inode(path: string): Inode {
    const inode = this.#names.get(join(path));
    if (inode === undefined) throw diskError('ENOENT');
    return inode;
  }
}
