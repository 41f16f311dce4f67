import type { SnapshotPart } from '../../../ports.ts';
import { isDamage } from '../disk/durable-adapter.ts';
import { type FolderFiles, filePath } from '../folder-files.ts';
import { isRecord, type StoredDocument } from '../records/document.ts';

/** What a document is in a snapshot. What is left to be done is no part of one: a paper is printed when asked for, too. */
export function partOfDocument(document: StoredDocument): SnapshotPart {
  if (document.kind === 'book') return { part: 'book', book: document.book, position: document.position ?? 0 };
  if (isRecord(document)) return { part: 'record', record: document };
  const [answer] = document.answers;
  if (answer === undefined) throw new Error(`the document of the answer ${document.id} holds none`);
  return { part: 'answer', answer };
}

/** The file with its bytes, or that it was lost. */
export async function filePart(hash: string, files: FolderFiles): Promise<SnapshotPart> {
  const document = filePath(hash);
  try {
    const bytes = await files.get(hash);
    if (bytes !== null) return { part: 'file', sha256: hash, bytes };
    return { part: 'lost', document, problem: 'the file is gone' };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { part: 'lost', document, problem: error.message };
  }
}
