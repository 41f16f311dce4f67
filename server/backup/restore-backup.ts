import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../core/value/date.ts';
import { BackupFault } from '../backup-fault.ts';
import { DurableDisk, type FileToWrite } from '../store/embedded/disk/durable-disk.ts';
import { nodeFileSystem } from '../store/embedded/disk/file-system.ts';
import { sha256 } from '../store/sha256.ts';
import type { BackedUpFile, Manifest } from './manifest.ts';
import { expectOwned, lockPlace } from './place-lock.ts';
import { damaged } from './verify-backup.ts';

/** Files copied at once: they share the syncs of their folders. */
const atOnce = 64;

interface Destination {
  readonly companiesFolder: string;
  readonly now: Instant;
  readonly progress?: () => void;
}

/**
 * Copies a verified backup to where the company lives: beside its place, and moved there in one step when all of it is on
 * the disk. Throws BackupFault 'backup.company-exists', 'backup.restoring' while another process does the same, or
 * 'backup.damaged' for bytes that changed since they were verified.
 */
export async function restoreBackup(folder: string, manifest: Manifest, to: Destination): Promise<string> {
  const { company } = manifest;
  const { companiesFolder, now } = to;
  const [begun, restored] = [join(companiesFolder, `${company}.restoring`), join(companiesFolder, company)];
  const lock = await lockPlace(companiesFolder, now, 'backup.restoring');
  try {
    if (existsSync(restored))
      throw new BackupFault('backup.company-exists', `${restored} is there already`, { folder: restored, company });
    await rm(begun, { recursive: true, force: true });
    await copy(folder, manifest, begun, to.progress);
    await expectOwned(lock, companiesFolder);
    await nodeFileSystem.rename(begun, restored);
    await nodeFileSystem.syncFolder(companiesFolder);
  } finally {
    await lock.release();
  }
  return restored;
}

async function copy(folder: string, { files }: Manifest, begun: string, progress = () => {}): Promise<void> {
  const disk = new DurableDisk(nodeFileSystem, begun);
  await disk.makeFolder('.');
  for (let from = 0; from < files.length; from += atOnce) {
    const some = files.slice(from, from + atOnce);
    await disk.write(await Promise.all(some.map((file) => readBack(folder, file))));
    for (const _ of some) progress();
  }
}

async function readBack(folder: string, { path, sha256: expected }: BackedUpFile): Promise<FileToWrite> {
  const bytes = await nodeFileSystem.read(join(folder, ...path.split('/')));
  if (sha256(bytes) !== expected) throw damaged(folder, path);
  return { path, bytes, keepPrevious: false };
}
