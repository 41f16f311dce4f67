import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupFault } from '../backup-fault.ts';
import { DurableDisk } from '../store/embedded/disk/durable-disk.ts';
import { nodeFileSystem } from '../store/embedded/disk/file-system.ts';
import { sha256 } from '../store/sha256.ts';
import type { Manifest } from './manifest.ts';
import { damaged } from './verify-backup.ts';

/** Files copied at once: they share the syncs of their folders. */
const atOnce = 64;

/**
 * Copies a verified backup to where the company lives: beside its place, and moved there in one step when all of it is on
 * the disk. Throws BackupFault 'backup.company-exists', or 'backup.damaged' for bytes that changed since they were verified.
 */
export async function restoreBackup(
  folder: string,
  { company, files }: Manifest,
  companiesFolder: string,
  progress: () => void = () => {},
): Promise<string> {
  const [begun, restored] = [join(companiesFolder, `${company}.restoring`), join(companiesFolder, company)];
  if (existsSync(restored))
    throw new BackupFault('backup.company-exists', `${restored} is there already`, { folder: restored, company });
  await rm(begun, { recursive: true, force: true });
  const disk = new DurableDisk(nodeFileSystem, begun);
  await disk.makeFolder('.');
  for (let from = 0; from < files.length; from += atOnce) {
    const some = files.slice(from, from + atOnce);
    await disk.write(
      await Promise.all(
        some.map(async ({ path, sha256: expected }) => {
          const bytes = await nodeFileSystem.read(join(folder, ...path.split('/')));
          if (sha256(bytes) !== expected) throw damaged(folder, path);
          return { path, bytes, keepPrevious: false };
        }),
      ),
    );
    for (const _ of some) progress();
  }
  await nodeFileSystem.rename(begun, restored);
  await nodeFileSystem.syncFolder(companiesFolder);
  return restored;
}
