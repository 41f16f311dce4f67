import { BackupFault, type BackupFaultCode } from '../backup-fault.ts';
import { nodeFileSystem } from '../store/embedded/disk/file-system.ts';
import { type FolderLock, lockFolder } from '../store/embedded/folder/folder-lock.ts';
import { StoreFault } from '../store/store-fault.ts';
import { placeFault } from './place-fault.ts';

export interface PlaceLock extends Pick<FolderLock, 'stillOwned' | 'release'> {
  /** What whoever comes second is told. */
  readonly taken: BackupFaultCode;
}

/**
 * Lets one at a time, of all processes on all machines, write to a folder that backups come from or go to. Makes the folder.
 * Throws BackupFault `taken` while another is at it, or those of a place that can't be used.
 */
export async function lockPlace(folder: string, now: string, taken: BackupFaultCode): Promise<PlaceLock> {
  try {
    await nodeFileSystem.makeFolder(folder);
    return { taken, ...(await lockFolder(folder, now)) };
  } catch (error) {
    if (error instanceof StoreFault && error.code === 'store.locked') throw isTaken(folder, taken, error);
    throw placeFault(error, folder);
  }
}

/** To be called before something gets its name: who was stopped for a while may have lost the place to another. */
export async function expectOwned({ taken, stillOwned }: PlaceLock, folder: string): Promise<void> {
  if (!(await stillOwned())) throw isTaken(folder, taken);
}

const isTaken = (folder: string, taken: BackupFaultCode, cause?: unknown): BackupFault =>
  new BackupFault(taken, `another process writes to ${folder}`, { folder }, cause);
