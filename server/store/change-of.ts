import type { OrderNumber } from '../../core/order/state.ts';
import { definitionOf, type NumberOf, type RecordKind, type StateOf } from '../../core/record/registry.ts';
import type { Append, Change, Position, RecordAppend } from '../ports.ts';

/** A record as it is once the appends are kept; undefined when it isn't there. */
export type StateNow = <Kind extends RecordKind>(kind: Kind, number: NumberOf<Kind>) => StateOf<Kind> | undefined;

/** What is told of a commit. */
export function changeOf(
  position: Position,
  appended: readonly Append[],
  stateNow: StateNow,
): Exclude<Change, { missed: true }> {
  const records = appended.flatMap((append) => (append.stream === 'book' ? [] : [append]));
  const books = appended.flatMap((append) => (append.stream === 'book' ? [append.book.kind] : []));
  return {
    position,
    records: [...new Map(records.map(({ stream, id }) => [`${stream} ${id}`, { kind: stream, number: id }])).values()],
    orders: [...new Set(records.flatMap((append) => ordersOf(append, stateNow)))],
    books: [...new Set(books)],
  };
}

function ordersOf<Kind extends RecordKind>({ stream, id }: RecordAppend<Kind>, stateNow: StateNow): OrderNumber[] {
  const state = stateNow(stream, id);
  const pointedAt = state === undefined ? [] : definitionOf(stream).orders(state);
  return stream === 'order' ? [id as unknown as OrderNumber, ...pointedAt] : [...pointedAt];
}
