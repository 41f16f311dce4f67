import { resolve } from 'node:path';
import type { DamagedDocument } from '../../../../core/history/audit.ts';
import { idInPath } from '../../../../core/history/id-in-path.ts';
import { RedoDocument, redoPath } from '../commit/redo-document.ts';
import { isDamage } from '../disk/durable-adapter.ts';
import { DurableDisk } from '../disk/durable-disk.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { expectUnused } from '../folder/folder-lock.ts';
import { expectKnownFormat } from '../folder/store-format.ts';
import { documentFolders, documentPath, isRecord, type StoredDocument } from '../records/document.ts';
import { expectFinished } from '../snapshot/filling-mark.ts';
import { documentsIn, notItself, problemOf, readEach } from '../start/document-files.ts';
import { readDamages } from '../start/set-aside.ts';

/** What lies in a data folder that nobody has open. */
export interface Found {
  /** By their paths. */
  readonly documents: Map<string, StoredDocument>;
  readonly damaged: DamagedDocument[];
}

/**
 * Reads every document of a data folder and changes nothing: what is damaged is named and left where it lies, and a commit
 * that a crash cut off counts as finished, as the next start will. Throws StoreFault 'store.locked' while a process has the
 * folder open, 'store.unfinished', 'store.format-unknown' or those of reading.
 */
export async function readFolder(folder: string, fs: FileSystem): Promise<Found> {
  const root = resolve(folder);
  const disk = new DurableDisk(fs, root);
  await expectUnused(root);
  await expectFinished(disk, root);
  await expectKnownFormat(disk);
  const found = await readAll(disk);
  // Opened meanwhile: what was read may be half of a commit.
  await expectUnused(root);
  return found;
}

async function readAll(disk: DurableDisk): Promise<Found> {
  const damages = await readDamages(disk);
  const damaged = damages.map(({ document, problem }) => ({ document, number: idInPath(document), problem }));
  const documents = new Map<string, StoredDocument>();
  const unfinished = await readRedo(disk, damaged);
  for (const folder of documentFolders)
    for await (const { path, read } of readEach(disk, await documentsIn(disk, folder))) {
      const document = read.status === 'fulfilled' ? read.value : null;
      const problem = read.status === 'rejected' ? problemOf(read.reason) : problemIn(path, document);
      // What the redo document holds is whole there, whatever became of it here.
      if (document !== null && problem === null) documents.set(path, document);
      else if (problem !== null && !unfinished.has(path))
        damaged.push({ document: path, number: idInPath(path), problem });
    }
  for (const [path, document] of unfinished)
    if ((documents.get(path)?.version ?? 0) < document.version) documents.set(path, document);
  return { documents, damaged };
}

/** The documents of a commit that was cut off, by their paths. */
async function readRedo(disk: DurableDisk, damaged: DamagedDocument[]): Promise<ReadonlyMap<string, StoredDocument>> {
  try {
    const documents = (await new RedoDocument(disk).read()) ?? [];
    return new Map(documents.map((document) => [documentPath(document), document]));
  } catch (error) {
    if (!isDamage(error)) throw error;
    damaged.push({ document: redoPath, number: idInPath(redoPath), problem: problemOf(error) });
    return new Map();
  }
}

/** Also what a start would trip over: somebody may have written the document without the program. */
function problemIn(path: string, document: StoredDocument | null): string | null {
  const wrong = notItself(path, document);
  if (document === null || wrong !== null || !isRecord(document)) return wrong;
  const { events, chain } = document;
  const lists = Array.isArray(events) && (chain === undefined || Array.isArray(chain.hashes));
  return lists ? null : 'its events or their hashes are no list';
}
