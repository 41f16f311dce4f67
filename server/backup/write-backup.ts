import { existsSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Instant } from '../../core/value/date.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { fillStore } from '../app/fill-store.ts';
import { BackupFault } from '../backup-fault.ts';
import type { KeptBackup, Snapshot, SnapshotPart } from '../ports.ts';
import { DurableDisk } from '../store/embedded/disk/durable-disk.ts';
import { nodeFileSystem } from '../store/embedded/disk/file-system.ts';
import { openFolderFiller } from '../store/embedded/snapshot/folder-filler.ts';
import { nameOf, unfinishedEnd } from './backup-name.ts';
import { type Counts, counted, noCounts } from './count-parts.ts';
import { described, filesIn } from './files-in.ts';
import { manifestName, sealedManifest } from './manifest.ts';
import { noSpace, placeFault } from './place-fault.ts';
import { expectOwned, type PlaceLock } from './place-lock.ts';

export interface BackupToWrite {
  readonly company: string;
  readonly at: Instant;
  readonly snapshot: Snapshot;
  /** How large it will be, about; 0 = unknown. */
  readonly expectedBytes: number;
  /** Parts that are kept so far, of `snapshot.count`. */
  readonly progress: (done: number) => void;
}

/**
 * Writes a backup as a folder of its own inside `place`: first beside its name, then renamed when it is whole and was read
 * back. Nothing that is there is touched. Throws BackupFault, or StoreFault of the store that is copied.
 * @param lock of the place: until the rename everybody else would take it for something that was left half written
 */
export async function writeBackup(place: string, backup: BackupToWrite, lock: PlaceLock): Promise<KeptBackup> {
  const root = resolve(place);
  const name = nameOf(backup.company, backup.at);
  const [begun, folder] = [join(root, `${name}${unfinishedEnd}`), join(root, name)];
  try {
    await expectSpace(root, backup.expectedBytes);
    if (existsSync(folder)) throw new BackupFault('backup.exists', `${folder} is there already`, { folder });
    const counts = await fill(begun, backup);
    const bytes = await writeManifest(begun, backup, counts);
    await expectOwned(lock, root);
    await nodeFileSystem.rename(begun, folder);
    await nodeFileSystem.syncFolder(root);
    return { company: backup.company, at: backup.at, folder, bytes, counts };
  } catch (error) {
    // Best effort: what stays bears a name that says so, and the first error is the one that matters.
    await rm(begun, { recursive: true, force: true }).catch(() => undefined);
    throw placeFault(error, root);
  }
}

/** Some room must be left for whatever else is kept there. */
const spareBytes = 64 * 1024 * 1024;

async function expectSpace(place: string, expectedBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  const needed = expectedBytes + spareBytes;
  if (free < needed) throw noSpace(place, { free, needed });
}

async function fill(folder: string, { at, snapshot, progress }: BackupToWrite): Promise<Counts> {
  const counts = noCounts();
  const filler = await openFolderFiller({ folder, now: at });
  try {
    const parts = () => counted(withoutTokens(snapshot.parts()), counts);
    await fillStore({ ...snapshot, parts }, filler, progress);
    await filler.finish();
  } finally {
    await filler.close();
  }
  return counts;
}

/** A backup lets nobody in: whoever finds it, or restores it, signs in anew; and nobody who was signed out is in again. */
async function* withoutTokens(parts: AsyncIterable<SnapshotPart>): AsyncGenerator<SnapshotPart> {
  for await (const part of parts)
    yield part.part === 'settings' ? { ...part, settings: { ...part.settings, tokens: [] } } : part;
}

/** Answers the bytes of all files. */
async function writeManifest(
  folder: string,
  { company, at, snapshot }: BackupToWrite,
  counts: Counts,
): Promise<number> {
  const files = [];
  for await (const path of filesIn(folder)) files.push(await described(folder, path));
  const { position } = snapshot;
  const manifest = sealedManifest({ company, at, position, program: packageJson.version, counts, files });
  const disk = new DurableDisk(nodeFileSystem, folder);
  await disk.write([{ path: manifestName, bytes: manifest, keepPrevious: false }]);
  return files.reduce((sum, { bytes }) => sum + bytes, manifest.length);
}
