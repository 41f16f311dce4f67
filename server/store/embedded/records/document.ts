import { allRecordKinds, definitionOf, type RecordKind } from '../../../../core/record/registry.ts';
import type { Job, Position, PublishedBook, RememberedAnswer, StoredRecord } from '../../../ports.ts';
import { fileNameOf } from './file-name.ts';

export type RecordDocument<Kind extends RecordKind = RecordKind> = StoredRecord<Kind>;
interface Stored<Kind extends string> {
  readonly kind: Kind;
  readonly id: string;
  /** Grows with every write; tells which of two generations is the newer one. */
  readonly version: number;
  /** Of its last commit; absent in documents last written before positions were kept. */
  readonly position?: Position;
  readonly answers: readonly RememberedAnswer[];
}
/** Id "prices-0001". */
interface BookDocument extends Stored<'book'> {
  readonly book: PublishedBook;
}
/** An answer to a request that changed no record (a posting where every row had an error). Id = the request key. */
type AnswerDocument = Stored<'answer'>;

/** What a commit left to be done; there until it is done or given up. Its id is made of the commit's position. */
export interface JobDocument extends Stored<'job'> {
  readonly job: Job;
}

/** One record, one document: everything that one file of the data folder holds. */
export type StoredDocument = RecordDocument | BookDocument | AnswerDocument | JobDocument;
export const isRecord = (document: StoredDocument): document is RecordDocument => !(document.kind in ownFolders);

/** Of the documents that are no records. */
const ownFolders = { book: 'books', answer: 'requests', job: 'jobs' } as const;
export const folderOf = (kind: StoredDocument['kind']): string =>
  kind in ownFolders ? ownFolders[kind as keyof typeof ownFolders] : definitionOf(kind as RecordKind).folder;
/** Every folder that documents lie in, in the order they are read at a start. */
export const documentFolders: readonly string[] = (['book', ...allRecordKinds, 'answer', 'job'] as const).map(folderOf);

/** Where a document lies in the data folder: "orders/2026-11/SO-202611-00042.json". Always with forward slashes. */
export function documentPath({ kind, id }: Pick<StoredDocument, 'kind' | 'id'>): string {
  const folder = folderOf(kind);
  const name = `${fileNameOf(id)}.json`;
  if (kind === 'book' || kind === 'job') return `${folder}/${name}`;
  // Request keys are random: their names' ends spread them over 256 folders.
  if (kind === 'answer') return `${folder}/${name.slice(-7, -5)}/${name}`;
  return `${folder}/${monthFolder(id)}/${name}`;
}

export const bookId = (kind: PublishedBook['kind'], version: number): string =>
  `${kind}-${String(version).padStart(4, '0')}`;

/** "SO-202611-00042-L1" → "2026-11": folders stay small and a month can be looked at. */
export function monthFolder(id: string): string {
  const found = /-(\d{4})(\d{2})-/.exec(id);
  return found ? `${found[1]}-${found[2]}` : 'undated';
}

/** Sorts by position; no number of a series. */
export const jobId = (position: Position, index: number): string => `${String(position).padStart(12, '0')}-${index}`;
