import { fillStore } from '../app/fill-store.ts';
import type { Filler, SnapshotPart } from '../ports.ts';
import { folderParts } from '../store/embedded/audit/folder-parts.ts';
import { type FileSystem, nodeFileSystem } from '../store/embedded/disk/file-system.ts';
import { counted, noCounts } from './count-parts.ts';
import { type Manifest, manifestName } from './manifest.ts';
import { damaged, verifyBackup } from './verify-backup.ts';

interface VerifiedBackup {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Fills a new store with a verified backup and finishes it. It is read a second time here, and a disk may have rotted, or a
 * folder of a network gone, since it was verified: throws BackupFault 'backup.damaged', with nothing finished, unless all of it
 * is there again.
 */
export async function restoreInto(
  filler: Filler,
  backup: VerifiedBackup,
  progress: (done: number) => void,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  await fillStore({ parts: () => verifiedParts(backup, fs) }, filler, progress);
  await filler.finish();
}

async function* verifiedParts({ folder, manifest }: VerifiedBackup, fs: FileSystem): AsyncGenerator<SnapshotPart> {
  const written = new Set(manifest.files.map(({ path }) => path));
  const counts = noCounts();
  for await (const part of counted(folderParts(folder, fs), counts)) {
    // What was lost before it was backed up has no file in it.
    if (part.part === 'lost' && written.has(part.document)) throw damaged(folder, part.document);
    yield part;
  }
  const isWhole = (['books', 'records', 'answers', 'files'] as const).every(
    (what) => counts[what] === manifest.counts[what],
  );
  if (isWhole) return;
  await verifyBackup(folder); // names what is gone, if it still is
  throw damaged(folder, manifestName);
}
