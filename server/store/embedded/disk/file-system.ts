import { constants } from 'node:fs';
import { copyFile, type FileHandle, link, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

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

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** What Node and the system give for it; tests put their own in place of some. */
interface SystemCalls {
  readonly rename: typeof rename;
  readonly unlink: typeof unlink;
  readonly link: typeof link;
  readonly mkdir: (path: string, options: { recursive?: boolean; mode: number }) => Promise<string | undefined>;
}

/** The disk as the system gives it, with what is peculiar to the platform smoothed out. */
export function fileSystemOn(platform: NodeJS.Platform, calls: SystemCalls): FileSystem {
  const patiently = platform === 'win32' ? patient : impatient;
  return {
    read: (path) => readFile(path),
    list: async (folder) =>
      (await readdir(folder, { withFileTypes: true })).map((entry) => ({
        name: entry.name,
        folder: entry.isDirectory(),
      })),
    makeFolder: (folder) => makeFolder(calls.mkdir, folder),
    create: async (path) => newFile(await open(path, 'wx')),
    rename: (from, to) => patiently(() => calls.rename(from, to)),
    link: async (from, to) => {
      try {
        await calls.link(from, to);
      } catch (error) {
        if (!noHardLinks.has(errorCode(error) ?? '')) throw error;
        await copyFile(from, to, constants.COPYFILE_EXCL);
      }
    },
    remove: (path) =>
      patiently(async () => {
        try {
          await calls.unlink(path);
        } catch (error) {
          if (errorCode(error) !== 'ENOENT') throw error;
        }
      }),
    syncFolder: async (folder) => {
      // Windows can't open a folder for syncing; NTFS journals its names itself.
      if (platform === 'win32') return;
      const handle = await open(folder, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

export const nodeFileSystem = fileSystemOn(process.platform, { rename, unlink, link, mkdir });

/** Orders, customers and password hashes are nobody else's on a machine with several accounts. */
const mode = 0o700;

async function makeFolder(make: SystemCalls['mkdir'], folder: string): Promise<string | undefined> {
  try {
    return await make(folder, { recursive: true, mode });
  } catch (error) {
    // Node says so of a read-only disk, too: whoever made one folder alone would hear the reason.
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    const above = await makeFolder(make, dirname(folder));
    await make(folder, { mode });
    return above ?? folder;
  }
}

/** What exFAT, some network and some FUSE disks answer to link(2); EISDIR is Windows' for a disk that knows no links. */
const noHardLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EISDIR']);

const newFile = (handle: FileHandle): NewFile => ({
  write: async (bytes) => (await handle.write(bytes)).bytesWritten,
  sync: () => handle.sync(),
  close: () => handle.close(),
});

/** On Windows a virus scanner or indexer may hold a file for a moment: then it is busy, not forbidden. */
const busy = new Set(['EPERM', 'EBUSY', 'EACCES']);
const waitsMs = [10, 20, 50, 100, 200, 400, 800];

function impatient(action: () => Promise<void>): Promise<void> {
  return action();
}

async function patient(action: () => Promise<void>): Promise<void> {
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
