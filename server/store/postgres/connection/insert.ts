import type { Compilable } from 'kysely';
import type { Session } from './session.ts';

/** A statement takes some ten thousand values; a row of ours has eight at most. */
const rowsAtOnce = 1000;

/** Inserts any number of rows, none being none. */
export async function insert<Row>(
  session: Session,
  rows: readonly Row[],
  into: (rows: readonly Row[]) => Compilable<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await session.all(into(rows.slice(from, from + rowsAtOnce)));
}
