import { sameClass } from '../policy/customer-class.ts';
import type { PriorityLaw } from '../policy/priority-law.ts';
import type { PlainDate } from '../value/date.ts';

/** What decides who comes first. */
export interface Standing {
  readonly dueDate?: PlainDate | undefined;
  readonly customerClass?: string | undefined;
}

/**
 * Those who want goods, first served first, by the company's law (R23, R66); equals stay as they stand. So do all of them under a
 * law about what rows of a sheet don't say: how long the work takes, how simple it is, what was promised.
 */
export function inPriority<Row>(
  rows: readonly Row[],
  law: PriorityLaw,
  standingOf: (row: Row) => Standing,
): readonly Row[] {
  if (law !== 'nearest-due' && law !== 'class') return rows;
  const rank = law === 'nearest-due' ? rankOfDate : rankOfClass;
  return rows
    .map((row) => ({ row, rank: rank(standingOf(row)) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ row }) => row);
}

/** Whoever has named no date yet can wait. */
const rankOfDate = ({ dueDate }: Standing): string => dueDate ?? 'none';

const classes = ['A', 'B', 'C'];
/** A class the list doesn't know, or none, comes after all it knows. */
function rankOfClass({ customerClass }: Standing): number {
  const index = classes.findIndex((known) => sameClass(known, customerClass));
  return index < 0 ? classes.length : index;
}
