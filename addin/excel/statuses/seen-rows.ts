import type { SeenRow } from '../../../ui/sheet-session/port.ts';
import { movedRows } from '../../../ui/sheet-session/seen-rows.ts';
import { cellValueOf } from '../reading/read-grids.ts';
import { bytesAround } from '../requests.ts';

/** What a cell may take of an answer, a long name among them. */
const bytesOfCell = 30;
/** Of an answer, which may hold 5 MB in Excel on the web. */
const answerBytes = 2_500_000;
/** Between rows that are read in one piece: as much as another range would cost. */
const mostBetween = 5;

/** Rows near each other, and all the columns of which some cell was seen. */
interface Stretch {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** Those of the rows that hold something else by now: the last that is asked before something is written beside them. */
export async function findMoved(sheet: Excel.Worksheet, seen: readonly SeenRow[]): Promise<ReadonlySet<number>> {
  const known = new Map<number, { readonly left: number; readonly values: readonly unknown[] }>();
  for (const portion of portionsOf(stretchesOf(seen))) {
    const read = portion.map((stretch) => ({
      stretch,
      range: sheet.getRangeByIndexes(stretch.top, stretch.left, stretch.rows, stretch.columns).load('values'),
    }));
    await (sheet.context as Excel.RequestContext).sync();
    for (const { stretch, range } of read)
      range.values.forEach((values, down) => {
        known.set(stretch.top + down, { left: stretch.left, values });
      });
  }
  return movedRows(seen, (row, column) => {
    const now = known.get(row);
    return cellValueOf(now?.values[column - now.left] ?? null);
  });
}

function stretchesOf(seen: readonly SeenRow[]): readonly Stretch[] {
  const found: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, cells } of seen.toSorted((a, b) => a.row - b.row)) {
    if (cells.length === 0) continue;
    const columns = cells.map(({ column }) => column);
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    const last = found.at(-1);
    const isNear = last !== undefined && row - last.bottom <= mostBetween && left === last.left && right === last.right;
    const size = last === undefined ? 0 : (row - last.top) * (last.right - last.left + 1) * bytesOfCell;
    if (isNear && size < answerBytes) last.bottom = row;
    else found.push({ top: row, left, bottom: row, right });
  }
  return found.map(({ top, left, bottom, right }) => ({
    top,
    left,
    rows: bottom - top + 1,
    columns: right - left + 1,
  }));
}

function portionsOf(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const portions: Stretch[][] = [];
  let room = 0;
  for (const stretch of stretches) {
    const weight = stretch.rows * stretch.columns * bytesOfCell + bytesAround;
    if (room < weight) {
      portions.push([]);
      room = answerBytes;
    }
    portions.at(-1)?.push(stretch);
    room -= weight;
  }
  return portions;
}
