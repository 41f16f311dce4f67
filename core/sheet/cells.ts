import type { Area, CellValue, Grid } from './grid.ts';

/** A cell with what is needed to read it. */
export interface Cell {
  readonly value: CellValue;
  readonly format: string | null;
  readonly formula: string | null;
}

/** Sheet positions (zero-based) of a grid's last row and column; one less than the first when the grid is empty. */
export const lastRow = (grid: Grid): number => grid.row + grid.values.length - 1;
export const lastColumn = (grid: Grid): number =>
  grid.column + grid.values.reduce((widest, row) => Math.max(widest, row.length), 0) - 1;

/** The value at a sheet position; null outside the grid. */
export const valueAt = (grid: Grid, row: number, column: number): CellValue =>
  grid.values[row - grid.row]?.[column - grid.column] ?? null;

export const cellAt = (grid: Grid, row: number, column: number): Cell => ({
  value: valueAt(grid, row, column),
  format: grid.formats?.[row - grid.row]?.[column - grid.column] ?? null,
  formula: grid.formulas?.[row - grid.row]?.[column - grid.column] ?? null,
});

export const isBlank = (value: CellValue): boolean =>
  value === null || (typeof value === 'string' && !/\S/.test(value));

/** No value and no formula between two columns (inclusive) of a row. A formula without result is something. */
export function isBlankRow(grid: Grid, row: number, left: number, right: number): boolean {
  for (let column = left; column <= right; column++) {
    if (!isBlank(valueAt(grid, row, column))) return false;
    if (grid.formulas?.[row - grid.row]?.[column - grid.column]) return false;
  }
  return true;
}

/** The merged area a cell belongs to, by "row,column"; only the top left cell of a merge holds its value. */
export function mergeIndex(merges: readonly Area[] | undefined, within: Area): ReadonlyMap<string, Area> {
  const index = new Map<string, Area>();
  for (const merge of merges ?? []) {
    const bottom = Math.min(merge.bottom, within.bottom);
    const right = Math.min(merge.right, within.right);
    for (let row = Math.max(merge.top, within.top); row <= bottom; row++)
      for (let column = Math.max(merge.left, within.left); column <= right; column++)
        index.set(`${row},${column}`, merge);
  }
  return index;
}
