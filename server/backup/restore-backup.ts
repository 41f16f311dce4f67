import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../core/value/date.ts';
import { BackupFault } from '../backup-fault.ts';
import { DurableDisk, type FileToWrite } from '../store/embedded/disk/durable-disk.ts';
import { nodeFileSystem } from '../store/embedded/disk/file-system.ts';
import { sha256 } from '../store/sha256.ts';
import type { BackedUpFile, Manifest } from './manifest.ts';
import { placeFault } from './place-fault.ts';
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
 * the disk. Throws BackupFault 'backup.company-exists', 'backup.restoring' while another process does the same,
 * 'backup.damaged' for bytes that changed since they were verified, or 'backup.restore-no-space' and
 * 'backup.restore-cut-off' where the place takes no more: what stays bears a name that says so, and goes when it is run again.
 */
export async function restoreBackup(folder: string, manifest: Manifest, to: Destination): Promise<string> {
  const { company } = manifest;
  const { companiesFolder, now } = to;
  const [begun, restored] = [join(companiesFolder, `${company}.restoring`), join(companiesFolder, company)];
  const onto: Onto = (work) => work.catch((error: unknown) => Promise.reject(cutOff(error, companiesFolder, begun)));
  const lock = await onto(lockPlace(companiesFolder, now, 'backup.restoring'));
  try {
    if (existsSync(restored))
      throw new BackupFault('backup.company-exists', `${restored} is there already`, { folder: restored, company });
    await onto(rm(begun, { recursive: true, force: true }));
    await copy({ folder, manifest }, { begun, onto }, to.progress);
    await expectOwned(lock, companiesFolder);
    await onto(nodeFileSystem.rename(begun, restored));
    await onto(nodeFileSystem.syncFolder(companiesFolder));
  } finally {
    await lock.release();
  }
  return restored;
}

/** Waits for what writes to the place: only such a fault is the place's, not one of reading the backup. */
type Onto = <Answer>(work: Promise<Answer>) => Promise<Answer>;

function cutOff(error: unknown, place: string, begun: string): unknown {
  const fault = placeFault(error, place);
  if (!(fault instanceof BackupFault) || !existsSync(begun)) return fault;
  const details = { ...fault.details, begun };
  switch (fault.code) {
    case 'backup.no-space':
      return new BackupFault('backup.restore-no-space', `${place} lacks the room for what is restored`, details, error);
    case 'backup.place-unusable':
      return new BackupFault('backup.restore-cut-off', `${place} takes nothing any more`, details, error);
    default:
      return fault;
  }
}

async function copy(
  { folder, manifest: { files } }: { readonly folder: string; readonly manifest: Manifest },
  { begun, onto }: { readonly begun: string; readonly onto: Onto },
  progress = () => {},
): Promise<void> {
  const disk = new DurableDisk(nodeFileSystem, begun);
  await onto(disk.makeFolder('.'));
  for (let from = 0; from < files.length; from += atOnce) {
    const some = files.slice(from, from + atOnce);
    await onto(disk.write(await Promise.all(some.map((file) => readBack(folder, file)))));
    for (const _ of some) progress();
  }
}

async function readBack(folder: string, { path, sha256: expected }: BackedUpFile): Promise<FileToWrite> {
  const bytes = await nodeFileSystem.read(join(folder, ...path.split('/')));
  if (sha256(bytes) !== expected) throw damaged(folder, path);
  return { path, bytes, keepPrevious: false };
}
