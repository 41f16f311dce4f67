import type { SeenRow } from '../../../ui/sheet-session/port.ts';
import { movedRows } from '../../../ui/sheet-session/seen-rows.ts';
import { cellValueOf } from './read-grids.ts';
import { type CellsOfRows, cellsOfRows, type RowCells } from './row-cells.ts';

/** What stands by now in the rows that were seen. */
export interface SeenAgain {
  /** To be read before it is asked which rows moved. */
  readonly cells: CellsOfRows;
  moved(): ReadonlySet<number>;
}

export function lookAgain(sheet: Excel.Worksheet, seen: readonly SeenRow[]): SeenAgain {
  const columns = new Map<number, number[]>();
  for (const { row, cells } of seen)
    columns.set(row, [...(columns.get(row) ?? []), ...cells.map(({ column }) => column)]);
  const spans = [...columns].flatMap(([row, own]) => spanOf(row, own));
  const cells = cellsOfRows(sheet, spans, 'values');
  return { cells, moved: () => movedRows(seen, (row, column) => cellValueOf(cells.at(row, column) ?? null)) };
}

/** From the first to the last of these: they stand near each other. */
export const spanOf = (row: number, columns: readonly number[]): readonly RowCells[] =>
  columns.length === 0 ? [] : [{ row, left: Math.min(...columns), right: Math.max(...columns) }];
