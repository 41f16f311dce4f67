import type { Append } from '../../../ports.ts';
import { StoreFault } from '../../store-fault.ts';
import { bookId, documentPath, type RememberedAnswer, type StoredDocument } from './document.ts';
import type { Records } from './records.ts';

/**
 * The document that an append makes of the one there is. The events become plain JSON first, so that memory holds exactly
 * what a restart would read. Throws StoreFault 'store.version-stale' when the stream isn't at the version it was loaded at.
 */
export function appended(records: Records, append: Append): StoredDocument {
  if (append.stream === 'book') return bookDocument(records, append.book);
  const { stream: kind, id, version } = append;
  const before = records.documents.get(documentPath({ kind, id } as StoredDocument));
  expectVersion(`${kind} ${id}`, before?.version ?? 0, version);
  if (append.events.length === 0) throw new Error(`nothing to append to ${kind} ${id}`);
  const known = before !== undefined && 'events' in before ? before.events : [];
  return {
    kind,
    id,
    version: version + append.events.length,
    answers: before?.answers ?? [],
    events: [...known, ...plain(append.events)],
  } as StoredDocument;
}

/** The document with one more answer remembered. */
export const remembering = (document: StoredDocument, answer: RememberedAnswer): StoredDocument => ({
  ...document,
  answers: [...document.answers, answer],
});

/** What JSON keeps of a value. */
export const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

function bookDocument(records: Records, book: Extract<Append, { stream: 'book' }>['book']): StoredDocument {
  const highest = records.books.get(book.kind)?.highest ?? 0;
  expectVersion(`book ${book.kind}`, highest, book.version - 1);
  return { kind: 'book', id: bookId(book.kind, book.version), version: 1, answers: [], book: plain(book) };
}

function expectVersion(stream: string, actual: number, expected: number): void {
  if (actual !== expected)
    throw new StoreFault('store.version-stale', `${stream} is at version ${actual}, not ${expected}`, {
      stream,
      expected,
      actual,
    });
}
