import type { Area, CellValue, Grid } from '../../../core/sheet/grid.ts';

/** A sheet written down as its rows; "B2:B3" strings for merges. */
export const gridOf = (
  rows: readonly (readonly CellValue[])[],
  { sheet = 'Sheet1', ...more }: Partial<Grid> = {},
): Grid => ({ sheet, row: 0, column: 0, values: rows, ...more });

export const merged = (top: number, left: number, bottom: number, right: number): Area => ({
  top,
  left,
  bottom,
  right,
});
