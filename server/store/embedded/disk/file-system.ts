import * as fs from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * The few disk operations that durability is made of. Production uses `nodeFileSystem`; fault tests wrap it and fail the
 * Nth call, or forget what was never synced. All throw Node's errors (`code: 'ENOENT'`, 'ENOSPC' …).
 */
export interface FileSystem {
  read(path: string): Promise<Uint8Array>;
  list(folder: string): Promise<readonly { readonly name: string; readonly folder: boolean }[]>;
  /** Makes the folder and those above it; the path of the topmost one made, undefined when it was there. */
  makeFolder(folder: string): Promise<string | undefined>;
  /** A new file for writing; fails when the path is taken. */
  create(path: string): Promise<NewFile>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for the same bytes, or a copy where the disk has no hard links; fails when `to` is taken. */
  link(from: string, to: string): Promise<void>;
  /** Removes a file; one that isn't there is fine. */
  remove(path: string): Promise<void>;
  /** Makes new, renamed and removed names in the folder durable. */
  syncFolder(folder: string): Promise<void>;
}
export interface NewFile {
  /** How many of the bytes were taken: may be fewer than given. */
  write(bytes: Uint8Array): Promise<number>;
  /** Returns when the bytes are on the disk, not only in the system's cache. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * By plain descriptors: every operation that goes through the system's threads costs more than most of them do themselves, so
 * what waits for no disk (closing what was synced) is done at once.
 */
const open = promisify(fs.open);
const write = promisify(fs.write);
const sync = promisify(fs.fsync);

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

export const nodeFileSystem: FileSystem = {
  read: (path) => readFile(path),
  list: async (folder) =>
    (await readdir(folder, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      folder: entry.isDirectory(),
    })),
  // Orders, customers and password hashes are nobody else's on a machine with several accounts.
  makeFolder: (folder) => mkdir(folder, { recursive: true, mode: 0o700 }),
  create: async (path) => newFile(await open(path, 'wx')),
  rename: (from, to) => patiently(() => rename(from, to)),
  link: async (from, to) => {
    try {
      await link(from, to);
    } catch (error) {
      if (!noHardLinks.has(errorCode(error) ?? '')) throw error;
      await copyFile(from, to, fs.constants.COPYFILE_EXCL);
    }
  },
  remove: (path) =>
    patiently(async () => {
      try {
        await unlink(path);
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') throw error;
      }
    }),
  syncFolder: async (folder) => {
    // Windows can't open a folder for syncing; NTFS journals its names itself.
    if (process.platform === 'win32') return;
    // Somebody just made or renamed a name in it, so opening waits for no disk.
    const opened = fs.openSync(folder, 'r');
    try {
      await sync(opened);
    } finally {
      fs.closeSync(opened);
    }
  },
};

/** What exFAT, some network and some FUSE disks answer to link(2). */
const noHardLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

const newFile = (opened: number): NewFile => ({
  write: async (bytes) => (await write(opened, bytes)).bytesWritten,
  sync: () => sync(opened),
  close: async () => fs.closeSync(opened),
});

/** On Windows a virus scanner or indexer may hold a file for a moment: then it is busy, not forbidden. */
const busy = new Set(['EPERM', 'EBUSY', 'EACCES']);
const waitsMs = process.platform === 'win32' ? [10, 20, 50, 100, 200, 400, 800] : [];

async function patiently(action: () => Promise<void>): Promise<void> {
  for (const waitMs of waitsMs) {
    try {
      return await action();
    } catch (error) {
      if (!busy.has(errorCode(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return action();
}
