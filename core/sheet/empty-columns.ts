import { isBlank } from './cells.ts';
import type { RawTable } from './find-tables.ts';
import type { Grid } from './grid.ts';
import type { MappedColumn } from './table.ts';

/** Columns without a heading in which no row says anything. Only cells there are get looked at: a sheet may be 16,384 columns wide. */
export function emptyColumns(
  grid: Grid,
  { area, header }: RawTable,
  columns: readonly MappedColumn[],
): ReadonlySet<number> {
  const empty = new Set(columns.filter(({ heading }) => heading === '').map(({ column }) => column));
  for (let row = header.bottom + 1; row <= area.bottom && empty.size > 0; row++) {
    const [cells, formulas] = [grid.values[row - grid.row], grid.formulas?.[row - grid.row]];
    const width = Math.max(cells?.length ?? 0, formulas?.length ?? 0);
    for (const column of empty) {
      const at = column - grid.column;
      if (at >= width) break;
      if (!isBlank(cells?.[at] ?? null) || formulas?.[at]) empty.delete(column);
    }
  }
  return empty;
}
