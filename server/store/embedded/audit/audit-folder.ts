import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Audit, auditHistory, type DamagedDocument } from '../../../../core/history/audit.ts';
import { idInPath } from '../../../../core/history/id-in-path.ts';
import { compareNumbers } from '../../numbers.ts';
import { sha256 } from '../../sha256.ts';
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts';
import { formatPath } from '../folder/store-format.ts';
import { isRecord, type RecordDocument } from '../records/document.ts';
import { listFolder } from './read-folder.ts';

/** True for a folder that a company's records were kept in. */
export const isDataFolder = (folder: string): boolean => existsSync(join(folder, formatPath));

/**
 * Proves the history in a company's data folder from its documents alone. Nothing in the folder is changed (read-folder.ts).
 * Throws StoreFault 'store.locked' while a process has the folder open, or those of reading.
 */
export async function auditFolder(folder: string, fs: FileSystem = nodeFileSystem): Promise<Audit> {
  const listed = await listFolder(folder, fs);
  const records: RecordDocument[] = [];
  const damaged: DamagedDocument[] = [];
  for await (const found of listed.documents())
    if ('lost' in found) damaged.push({ ...found.lost, number: idInPath(found.lost.document) });
    else if (isRecord(found.document)) records.push(found.document);
  await listed.expectUntouched();
  records.sort((a, b) => compareNumbers(a.id, b.id));
  return auditHistory({ records, damaged }, sha256);
}
