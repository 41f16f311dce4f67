import { extended, streamName } from '../../../../core/history/chain.ts';
import type { RecordKind } from '../../../../core/record/registry.ts';
import type { Append, Position, PublishedBook, RecordAppend } from '../../../ports.ts';
import { expectVersion, plain } from '../../appending.ts';
import { sha256 } from '../../sha256.ts';
import { bookId, documentPath, type RecordDocument, type RememberedAnswer, type StoredDocument } from './document.ts';
import type { Records } from './records.ts';

/**
 * The document that an append makes of the one there is. The events become plain JSON first, so that memory holds exactly
 * what a restart would read; they are chained as they will be read. Throws StoreFault 'store.version-stale' when the
 * stream isn't at the version it was loaded at.
 */
export function appended(records: Records, append: Append, position: Position): StoredDocument {
  const document = append.stream === 'book' ? bookDocument(records, append.book) : recordDocument(records, append);
  return { ...document, position };
}

/** The document with one more answer remembered. */
export const remembering = (document: StoredDocument, answer: RememberedAnswer): StoredDocument => ({
  ...document,
  answers: [...document.answers, answer],
});

function recordDocument<Kind extends RecordKind>(records: Records, append: RecordAppend<Kind>): RecordDocument {
  const { stream: kind, id, version } = append;
  const name = streamName({ kind, id });
  const before = records.documents.get(documentPath({ kind, id })) as RecordDocument | undefined;
  expectVersion(name, before?.version ?? 0, version);
  if (append.events.length === 0) throw new Error(`nothing to append to ${name}`);
  const known = before?.events ?? [];
  const added = plain(append.events);
  return {
    kind,
    id,
    version: version + added.length,
    answers: before?.answers ?? [],
    events: [...known, ...added],
    chain: extended(name, { chain: before?.chain, known, added }, sha256),
  };
}

function bookDocument(records: Records, book: PublishedBook): StoredDocument {
  const highest = records.books.get(book.kind)?.highest ?? 0;
  expectVersion(`book ${book.kind}`, highest, book.version - 1);
  return { kind: 'book', id: bookId(book.kind, book.version), version: 1, answers: [], book: plain(book) };
}
