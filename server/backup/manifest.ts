import { join } from 'node:path';
import type { Instant } from '../../core/value/date.ts';
import { BackupFault } from '../backup-fault.ts';
import type { Position } from '../ports.ts';
import { seal, unseal } from '../store/embedded/disk/checksummed.ts';
import { errorCode, nodeFileSystem } from '../store/embedded/disk/file-system.ts';

/** Grows when an older program couldn't restore the backup any more. */
const format = 1;
export const manifestName = 'backup.json';

/** What a backup is: `backup.json` beside the files of a data folder, under a checksum of its own. */
export interface Manifest {
  readonly format: number;
  readonly company: string;
  /** Of the snapshot. */
  readonly at: Instant;
  readonly position: Position;
  /** The program's version. */
  readonly program: string;
  /** How many of each there are. */
  readonly counts: Readonly<Record<'books' | 'records' | 'answers' | 'files' | 'lost', number>>;
  /** Every other file of the backup, by its path with forward slashes. */
  readonly files: readonly BackedUpFile[];
}
export interface BackedUpFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const sealedManifest = (manifest: Omit<Manifest, 'format'>): Uint8Array => seal({ format, ...manifest });

/** Throws BackupFault 'backup.unknown' for a folder that is none, 'backup.damaged' for a manifest that rotted or was made up. */
export async function readManifest(folder: string): Promise<Manifest> {
  let bytes: Uint8Array;
  try {
    bytes = await nodeFileSystem.read(join(folder, manifestName));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error;
    throw new BackupFault('backup.unknown', `${folder} holds no backup`, { folder });
  }
  const body = unseal(bytes);
  if (!body.ok)
    throw new BackupFault('backup.damaged', `${manifestName}: ${body.reason}`, { folder, file: manifestName });
  const manifest = body.value as Manifest;
  if (manifest.format > format)
    throw new BackupFault('backup.unknown', `${folder} was written by a newer program`, { folder });
  if (!isConfined(manifest))
    throw new BackupFault('backup.damaged', `${manifestName} names a place outside of the backup`, {
      folder,
      file: manifestName,
    });
  return manifest;
}

/** What it names becomes paths that are written to, and cleared away: none may lead out of its folder. */
const isConfined = ({ company, files }: Manifest): boolean =>
  typeof company === 'string' &&
  /^[a-z0-9][a-z0-9-]*$/.test(company) &&
  Array.isArray(files) &&
  files.every(({ path }) => typeof path === 'string' && path.split('/').every(isName));

/** Of a file or folder, on every system. */
const isName = (part: string): boolean => !['', '.', '..'].includes(part) && !/[\\:\0]/.test(part);
