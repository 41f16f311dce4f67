import type { Chain } from '../../../../core/history/chain.ts';
import {
  allRecordKinds,
  definitionOf,
  type EventOf,
  type NumberOf,
  type RecordKind,
} from '../../../../core/record/registry.ts';
import type { Position, PublishedBook } from '../../../ports.ts';
import { fileNameOf } from './file-name.ts';

/** The answer given under a request key, kept in the record it was about: both are on disk or neither is. */
export interface RememberedAnswer {
  readonly key: string;
  readonly answer: unknown;
  /** Absent in documents last written before positions were kept. */
  readonly position?: Position;
}

interface Stored<Kind extends string, Id extends string> {
  readonly kind: Kind;
  readonly id: Id;
  /** Grows with every write, by the number of events; tells which of two generations is the newer one. */
  readonly version: number;
  /** Of its last commit; absent in documents last written before positions were kept. */
  readonly position?: Position;
  readonly answers: readonly RememberedAnswer[];
}
export interface RecordDocument<Kind extends RecordKind = RecordKind> extends Stored<Kind, NumberOf<Kind>> {
  readonly events: readonly EventOf<Kind>[];
  /** Absent in documents last written before chains were kept. */
  readonly chain?: Chain;
}
/** Id "prices-0001". */
interface BookDocument extends Stored<'book', string> {
  readonly book: PublishedBook;
}
/** An answer to a request that changed no record (a posting where every row had an error). Id = the request key. */
type AnswerDocument = Stored<'answer', string>;

/** One record, one document: everything that one file of the data folder holds. */
export type StoredDocument = RecordDocument | BookDocument | AnswerDocument;

export const folderOf = (kind: StoredDocument['kind']): string =>
  kind === 'book' ? 'books' : kind === 'answer' ? 'requests' : definitionOf(kind).folder;
/** Every folder that documents lie in, in the order they are read at a start. */
export const documentFolders: readonly string[] = ['book', ...allRecordKinds, 'answer'].map((kind) =>
  folderOf(kind as StoredDocument['kind']),
);

/** Where a document lies in the data folder: "orders/2026-11/SO-202611-00042.json". Always with forward slashes. */
export function documentPath({ kind, id }: Pick<StoredDocument, 'kind' | 'id'>): string {
  const folder = folderOf(kind);
  const name = `${fileNameOf(id)}.json`;
  if (kind === 'book') return `${folder}/${name}`;
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
