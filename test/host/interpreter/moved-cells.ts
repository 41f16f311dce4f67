import { type Area, MAX_COLUMNS, MAX_ROWS } from './address.ts';

/** Cells that were inserted (`count` > 0) or taken out (< 0), and which way the others moved. */
export interface Move {
  readonly axis: 'row' | 'column';
  /** First row (or column) that was inserted or taken out. */
  readonly at: number;
  readonly count: number;
  /** The columns (or rows) in which cells move; all of them when whole rows (or columns) are inserted. */
  readonly from: number;
  readonly to: number;
}

/** `cut`: only a part of the area moves; `gone`: nothing of it is left. */
export type Moved = Area | 'cut' | 'gone';

/** Inserting (`direction` 1) or taking out (-1) the cells of an area; the others make room, or move up. */
export const moveOf = (area: Area, axis: Move['axis'], direction: 1 | -1): Move =>
  axis === 'row'
    ? { axis, at: area.row, count: direction * area.rows, from: area.column, to: area.column + area.columns }
    : { axis, at: area.column, count: direction * area.columns, from: area.row, to: area.row + area.rows };

/** Where an area is after a move. */
export function movedArea(area: Area, move: Move): Moved {
  const isRow = move.axis === 'row';
  const [across, acrossCount] = isRow ? [area.column, area.columns] : [area.row, area.rows];
  const [first, count] = isRow ? [area.row, area.rows] : [area.column, area.columns];
  const isBefore = first + count <= move.at;
  if (isBefore || across + acrossCount <= move.from || across >= move.to) return area;
  // Whole rows and columns reach to the end of the sheet whatever happens in between.
  if (count === (isRow ? MAX_ROWS : MAX_COLUMNS)) return area;
  if (across < move.from || across + acrossCount > move.to) return 'cut';
  const start = movedLine(first, move);
  const end = movedLine(first + count, move);
  if (end <= start) return 'gone';
  return isRow ? { ...area, row: start, rows: end - start } : { ...area, column: start, columns: end - start };
}

/** Where the line before a row (or column) is after a move. */
function movedLine(line: number, { at, count }: Move): number {
  if (count > 0) return line >= at ? line + count : line;
  return line <= at ? line : Math.max(at, line + count);
}
