import { isAbsolute, relative, sep } from 'node:path';
import { BackupFault } from '../../backup-fault.ts';
import type { Company } from '../company.ts';

/**
 * Begins a backup that somebody asks a running server for. It goes into the folder that the server was started with, or one
 * below it: who administers a company isn't who owns the computer. Samples are nobody's data, and anybody is let into them.
 * @throws BackupFault 'backup.sample', 'backup.no-folder', 'backup.elsewhere', or those of `begin`
 */
export function askBackup({ sample, backups, backupFolder }: Company, folder: string): void {
  if (sample) throw new BackupFault('backup.sample', 'a sample company is not backed up', {});
  if (backupFolder === null) throw new BackupFault('backup.no-folder', 'this server has no folder for backups', {});
  if (!isWithin(backupFolder, folder))
    throw new BackupFault('backup.elsewhere', `${folder} isn't in ${backupFolder}`, { folder, allowed: backupFolder });
  backups.begin(folder);
}

/** Beside whatever folder the server was started in is nowhere anybody would look: a relative path never is. */
function isWithin(place: string, folder: string): boolean {
  const way = relative(place, folder);
  return isAbsolute(folder) && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
