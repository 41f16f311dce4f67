import type { OrderEvent } from '../../../../core/order/event.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { PaperEvent } from '../../../../core/paper/paper.ts';
import type { ShipmentEvent, ShipmentNumber } from '../../../../core/shipment/shipment.ts';
import type { PublishedBook } from '../../../ports.ts';
import { fileNameOf } from './file-name.ts';

/** The answer given under a request key, kept in the record it was about: both are on disk or neither is. */
export interface RememberedAnswer {
  readonly key: string;
  readonly answer: unknown;
}

interface Stored<Kind extends string, Id extends string> {
  readonly kind: Kind;
  readonly id: Id;
  /** Grows with every write, by the number of events; tells which of two generations is the newer one. */
  readonly version: number;
  readonly answers: readonly RememberedAnswer[];
}
export type OrderDocument = Stored<'order', OrderNumber> & { readonly events: readonly OrderEvent[] };
export type ShipmentDocument = Stored<'shipment', ShipmentNumber> & { readonly events: readonly ShipmentEvent[] };
export type PaperDocument = Stored<'paper', string> & { readonly events: readonly PaperEvent[] };
/** Id "prices-0001". */
type BookDocument = Stored<'book', string> & { readonly book: PublishedBook };
/** An answer to a request that changed no record (a posting where every row had an error). Id = the request key. */
type AnswerDocument = Stored<'answer', string>;

/** One record, one document: everything that one file of the data folder holds. */
export type StoredDocument = OrderDocument | ShipmentDocument | PaperDocument | BookDocument | AnswerDocument;

export const folders = {
  order: 'orders',
  shipment: 'shipments',
  paper: 'papers',
  book: 'books',
  answer: 'requests',
} as const satisfies Record<StoredDocument['kind'], string>;

/** Where a document lies in the data folder: "orders/2026-11/SO-202611-00042.json". Always with forward slashes. */
export function documentPath({ kind, id }: Pick<StoredDocument, 'kind' | 'id'>): string {
  const name = `${fileNameOf(id)}.json`;
  if (kind === 'book') return `${folders.book}/${name}`;
  // Request keys are random: their names' ends spread them over 256 folders.
  if (kind === 'answer') return `${folders.answer}/${name.slice(-7, -5)}/${name}`;
  return `${folders[kind]}/${monthFolder(id)}/${name}`;
}

export const bookId = (kind: PublishedBook['kind'], version: number): string =>
  `${kind}-${String(version).padStart(4, '0')}`;

/** "SO-202611-00042-L1" → "2026-11": folders stay small and a month can be looked at. */
function monthFolder(id: string): string {
  const found = /-(\d{4})(\d{2})-/.exec(id);
  return found ? `${found[1]}-${found[2]}` : 'undated';
}
