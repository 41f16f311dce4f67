import { BackupFault } from '../backup-fault.ts';
import { errorCode } from '../store/embedded/disk/file-system.ts';
import { described, filesIn } from './files-in.ts';
import { type Manifest, manifestName, readManifest } from './manifest.ts';

/**
 * Reads every byte of a backup and compares it with the manifest. Throws BackupFault 'backup.damaged' naming the first file
 * that isn't as it was written, is gone, or came from elsewhere.
 */
export async function verifyBackup(folder: string, progress: () => void = () => {}): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const expected of manifest.files) {
    const found = await foundAt(folder, expected.path);
    if (found?.sha256 !== expected.sha256 || found.bytes !== expected.bytes) throw damaged(folder, expected.path);
    progress();
  }
  const known = new Set([manifestName, ...manifest.files.map(({ path }) => path)]);
  for await (const path of filesIn(folder)) if (!known.has(path)) throw damaged(folder, path);
  return manifest;
}

async function foundAt(folder: string, path: string): Promise<Awaited<ReturnType<typeof described>> | null> {
  try {
    return await described(folder, path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

export const damaged = (folder: string, file: string): BackupFault =>
  new BackupFault('backup.damaged', `${file} isn't the file that was backed up`, { folder, file });
