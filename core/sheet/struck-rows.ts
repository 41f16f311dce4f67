import { isBlank, valueAt } from './cells.ts';
import { itemFields } from './fields.ts';
import type { Grid } from './grid.ts';
import type { Choice, FoundTable, StruckChoice } from './table.ts';

/** The columns by which a row of an order table is told to be struck through: its item and its quantity (R10). */
export function struckColumns({ role, columns }: Pick<FoundTable, 'role' | 'columns'>): readonly number[] {
  if (role !== 'orders') return [];
  const of = (wanted: string) => columns.find(({ field }) => field === wanted)?.column;
  const item = itemFields.map(of).find((column) => column !== undefined);
  return [item, of('quantity')].filter((column) => column !== undefined);
}

/**
 * Rows of an order table that were struck through as a whole: what is ordered there is crossed out, item and quantity. An old
 * price crossed out beside a new one strikes no row.
 */
export function struckRows(grid: Grid, table: FoundTable): ReadonlySet<number> {
  const struck = grid.struck ?? [];
  const columns = struckColumns(table).map((column) => ({
    column,
    rows: new Set(struck.filter((each) => each.column === column).flatMap(({ rows }) => rows)),
  }));
  if (columns.every(({ rows }) => rows.size === 0)) return new Set();
  const rows = new Set(columns.flatMap(({ rows }) => [...rows]));
  return new Set(
    [...rows].filter((row) => columns.every((each) => each.rows.has(row) || isBlank(valueAt(grid, row, each.column)))),
  );
}

/** What the clerk said struck-through rows of this workbook mean; null = he wasn't asked yet, and they are left out. */
export const meaningOfStruck = (choices: readonly Choice[]): StruckChoice['struckRows'] | null =>
  choices.findLast((choice) => 'struckRows' in choice)?.struckRows ?? null;
