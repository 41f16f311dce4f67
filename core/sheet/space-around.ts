import { isBlankRow, lastColumn, lastRow } from './cells.ts';
import type { RawTable } from './find-tables.ts';
import type { Area, Grid } from './grid.ts';
import { labelledRow, mostAbove } from './labelled.ts';

/** The cells around a table that belong to no other: its own rows lie between `top` and `bottom`. */
export type SpaceAround = Area;

/** Nobody writes longer feet below a form. */
const mostBelow = 12;

/** What stands around a table up to the next ones on its sheet; between two, the feet of the upper are told from the heads of the lower. */
export function spaceAround(grid: Grid, tables: readonly RawTable[], { area }: RawTable): SpaceAround {
  const areas = tables.map((table) => table.area);
  const beside = areas.filter(({ top, bottom }) => top <= area.bottom && bottom >= area.top);
  const left = beside.reduce((edge, { right }) => (right < area.left ? Math.max(edge, right + 1) : edge), grid.column);
  const right = beside.reduce(
    (edge, other) => (other.left > area.right ? Math.min(edge, other.left - 1) : edge),
    lastColumn(grid),
  );
  const within = areas.filter((other) => other.left <= right && other.right >= left);
  const above = Math.max(-1, ...within.filter(({ bottom }) => bottom < area.top).map(({ bottom }) => bottom));
  const below = Math.min(Infinity, ...within.filter(({ top }) => top > area.bottom).map(({ top }) => top));
  return {
    top: above < 0 ? Math.max(grid.row, area.top - mostAbove) : firstHeadRow(grid, above + 1, area.top, left, right),
    left,
    bottom:
      below === Infinity
        ? Math.min(lastRow(grid), area.bottom + mostBelow)
        : firstHeadRow(grid, area.bottom + 1, below, left, right) - 1,
    right,
  };
}

/**
 * Where the heads of the lower of two tables begin in the rows between them: at its title, else below the first gap behind the
 * feet of the upper one, else at once.
 * @param to the row of the lower table's header
 */
export function firstHeadRow(grid: Grid, from: number, to: number, left: number, right: number): number {
  let gap: number | null = null;
  let isFilled = false;
  for (let row = from; row < to; row++) {
    if (isBlankRow(grid, row, left, right)) {
      if (isFilled) gap ??= row;
      continue;
    }
    if (!labelledRow(grid, row, left, right, true).whole) return row;
    if (gap !== null) return gap;
    isFilled = true;
  }
  return from;
}
