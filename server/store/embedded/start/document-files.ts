import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import { type DurableDisk, isTemporary, ofPrevious } from '../disk/durable-disk.ts';
import { documentPath, type StoredDocument } from '../records/document.ts';

/** Open files at once: enough to keep a disk busy, far from any system's limit. */
const atOnce = 32;

/**
 * Paths of the documents in a folder and the folders in it, also of those that only a previous generation is left of. Drafts of writes
 * that were cut off are none.
 */
export async function documentsIn(disk: DurableDisk, folder: string): Promise<string[]> {
  const found = new Set<string>();
  for (const { name, folder: isFolder } of await disk.list(folder)) {
    const path = `${folder}/${name}`;
    if (isFolder) for (const inside of await documentsIn(disk, path)) found.add(inside);
    else if (name.endsWith('.json')) found.add(path);
    else if (!isTemporary(name)) found.add(ofPrevious(path) ?? path);
  }
  return [...found];
}

interface ReadDocument {
  readonly path: string;
  readonly read: PromiseSettledResult<StoredDocument | null>;
}

/** Reads documents, some at once, in the order of their paths. */
export async function* readEach(disk: DurableDisk, paths: readonly string[]): AsyncGenerator<ReadDocument> {
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce);
    const results = await Promise.allSettled(some.map((path) => new DurableAdapter<StoredDocument>(disk, path).read()));
    for (const [index, read] of results.entries()) yield { path: some[index] as string, read };
  }
}

/** The problem of a document that can't be trusted; any other trouble (a disk that doesn't answer) stops the reading. */
export function problemOf(error: unknown): string {
  if (isDamage(error)) return String(error.details.problem);
  throw error;
}

/** What is said of a damaged document beside its problem. */
export const fallbackOn = (previous: StoredDocument | null): string =>
  previous === null ? '' : `; the generation before it (version ${previous.version}) is used instead`;

/** What is wrong with a whole document at this path; null = it is what its name says. */
export function notItself(path: string, document: StoredDocument | null): string | null {
  if (document === null) return 'the document is gone';
  return documentPath(document) === path ? null : `it holds ${document.kind} ${document.id}, not what its name says`;
}
