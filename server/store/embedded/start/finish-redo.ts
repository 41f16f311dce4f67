import { Low } from 'lowdb';
import { RedoDocument, redoPath } from '../commit/redo-document.ts';
import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import type { DurableDisk } from '../disk/durable-disk.ts';
import { documentPath, type StoredDocument } from '../records/document.ts';
import { setAside } from './set-aside.ts';

/**
 * Finishes the commit that a crash interrupted: writes those of its documents that aren't on the disk yet. Doing it twice
 * does no harm, and a redo document that came back from the past changes nothing.
 */
export async function finishRedo(disk: DurableDisk): Promise<void> {
  const redo = new RedoDocument(disk);
  let documents: readonly StoredDocument[] | null;
  try {
    documents = await redo.read();
  } catch (error) {
    if (!isDamage(error)) throw error;
    // Renamed into place only when whole, so this is rot: what it held beyond the documents is lost, and that is said.
    await setAside(disk, { document: redoPath, problem: String(error.details.problem) }, null);
    return;
  }
  if (documents === null) return;
  await Promise.all(documents.map((document) => bringUpToDate(disk, document)));
  await redo.remove();
}

async function bringUpToDate(disk: DurableDisk, document: StoredDocument): Promise<void> {
  const stored = new Low(new DurableAdapter<StoredDocument>(disk, documentPath(document)), document);
  if ((await versionOnDisk(stored)) < document.version) await stored.write();
}

/** 0 when there is no document or a damaged one: the redo document has a whole one. */
async function versionOnDisk({ adapter }: Low<StoredDocument>): Promise<number> {
  try {
    return (await adapter.read())?.version ?? 0;
  } catch (error) {
    if (isDamage(error)) return 0;
    throw error;
  }
}
