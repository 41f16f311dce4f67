import type { OrderNumber } from '../../../core/order/state.ts';
import { definitionOf, type RecordKind } from '../../../core/record/registry.ts';
import type { Append, Change, Changes, Position, RecordAppend } from '../../ports.ts';
import type { Records } from './records/records.ts';

type Listener = (change: Change) => void;

/** Tells this process, the only one on the folder, what it committed itself. */
export class ToldChanges implements Changes {
  readonly #records: Records;
  readonly #listeners = new Set<Listener>();

  /** `records`: what is committed. */
  constructor(records: Records) {
    this.#records = records;
  }

  listen(listener: Listener): () => void {
    const own: Listener = (change) => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** To be called when it is on the disk and can be read. */
  tell(position: Position, appended: readonly Append[]): void {
    if (this.#listeners.size === 0 || appended.length === 0) return;
    const change = this.#changeOf(position, appended);
    for (const listener of this.#listeners) listener(change);
  }

  #changeOf(position: Position, appended: readonly Append[]): Change {
    const records = appended.flatMap((append) => (append.stream === 'book' ? [] : [append]));
    const books = appended.flatMap((append) => (append.stream === 'book' ? [append.book.kind] : []));
    return {
      position,
      records: [
        ...new Map(records.map(({ stream, id }) => [`${stream} ${id}`, { kind: stream, number: id }])).values(),
      ],
      orders: [...new Set(records.flatMap((append) => this.#ordersOf(append)))],
      books: [...new Set(books)],
    };
  }

  #ordersOf<Kind extends RecordKind>({ stream, id }: RecordAppend<Kind>): readonly OrderNumber[] {
    const state = this.#records.of(stream).get(id)?.state;
    const pointedAt = state === undefined ? [] : definitionOf(stream).orders(state);
    return stream === 'order' ? [id as unknown as OrderNumber, ...pointedAt] : pointedAt;
  }
}
