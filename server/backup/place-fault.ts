import { BackupFault } from '../backup-fault.ts';
import { errorCode } from '../store/embedded/disk/file-system.ts';

const unusable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST', 'EIO', 'ENXIO', 'ENAMETOOLONG'];

/** What a failed write says of the place it went to; any other error stays what it is. */
export function placeFault(error: unknown, place: string): unknown {
  const errno = errorCode(error) ?? errorCode(error instanceof Error ? error.cause : null);
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return noSpace(place, {}, error);
  if (errno === undefined || !unusable.includes(errno)) return error;
  return new BackupFault('backup.place-unusable', `${place} can't be written to`, { folder: place, errno }, error);
}

export const noSpace = (place: string, room: Readonly<Record<string, number>>, cause?: unknown): BackupFault =>
  new BackupFault('backup.no-space', `${place} lacks the room for a backup`, { folder: place, ...room }, cause);
