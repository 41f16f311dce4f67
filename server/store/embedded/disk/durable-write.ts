import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { errorCode, type FileSystem } from './file-system.ts';

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Keep what the path holds now as `<path>.prev`, for the day the new bytes rot. */
  readonly keepPrevious: boolean;
}

/** What a write leaves when the power goes: `<path>.<uuid>.tmp`. Start-up removes them. */
export const isTemporary = (name: string): boolean => name.endsWith('.tmp');
export const isPrevious = (name: string): boolean => name.endsWith('.prev');
export const previousOf = (path: string): string => `${path}.prev`;

/**
 * Writes files so that each is on the disk when the promise resolves, and is at any moment either wholly old or wholly
 * new: temporary file, every byte counted, fsync, rename, fsync of the folder. Many files share the folder syncs. Each file
 * is atomic, all of them together are not (redo-log.ts is for that). When it throws, any of the files may be new or old.
 */
export async function writeDurably(fs: FileSystem, files: readonly FileToWrite[]): Promise<void> {
  const folders = [...new Set(files.map(({ path }) => dirname(path)))];
  for (const folder of folders) await makeFolderDurably(fs, folder);
  const drafts = files.map((file) => ({ ...file, temporary: `${file.path}.${randomUUID()}.tmp` }));
  try {
    await allSettled(drafts.map(({ temporary, bytes }) => writeNew(fs, temporary, bytes)));
    await allSettled(drafts.map((draft) => publish(fs, draft)));
  } catch (error) {
    // Best effort: what stays behind is swept at the next start, and the first error is the one that matters.
    await Promise.allSettled(drafts.map(({ temporary }) => fs.remove(temporary)));
    throw error;
  }
  await allSettled(folders.map((folder) => fs.syncFolder(folder)));
}

/** Removes files so that they stay removed. */
export async function removeDurably(fs: FileSystem, paths: readonly string[]): Promise<void> {
  await allSettled(paths.map((path) => fs.remove(path)));
  await allSettled([...new Set(paths.map((path) => dirname(path)))].map((folder) => fs.syncFolder(folder)));
}

/** A folder whose name survives a power failure, with all folders above it that had to be made. */
export async function makeFolderDurably(fs: FileSystem, folder: string): Promise<void> {
  const topmost = await fs.makeFolder(folder);
  if (topmost === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await fs.syncFolder(dirname(made));
    if (made === topmost || made === dirname(made)) return;
  }
}

async function writeNew(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.create(path);
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

async function publish(
  fs: FileSystem,
  { path, temporary, keepPrevious }: FileToWrite & { temporary: string },
): Promise<void> {
  if (keepPrevious) {
    await fs.remove(previousOf(path));
    try {
      await fs.link(path, previousOf(path));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error; // the first generation
    }
  }
  await fs.rename(temporary, path);
}

/** Waits for all, so that nothing still runs when the first error is thrown. */
async function allSettled(actions: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(actions)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
