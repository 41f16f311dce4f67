import { wholeRows } from './address.ts';
import type { SheetModel } from './sheet-model.ts';
import type { Author, WorkbookModel } from './workbook-model.ts';

/** Hides rows of a sheet (true) or shows them; tells of those that were not so before, neighbours together. */
export function setRowsHidden(
  book: WorkbookModel,
  sheet: SheetModel,
  wanted: ReadonlyMap<number, boolean>,
  author: Author,
): void {
  const changed = [...wanted].filter(([row, isHidden]) => sheet.hiddenRows.has(row) !== isHidden);
  const runs: { first: number; count: number; isHidden: boolean }[] = [];
  for (const [row, isHidden] of changed.sort(([a], [b]) => a - b)) {
    isHidden ? sheet.hiddenRows.add(row) : sheet.hiddenRows.delete(row);
    const last = runs.at(-1);
    if (last?.isHidden === isHidden && last.first + last.count === row) last.count += 1;
    else runs.push({ first: row, count: 1, isHidden });
  }
  for (const { first, count, isHidden } of runs) book.raiseHidden(sheet, wholeRows(first + 1, count), isHidden, author);
}

/** So many rows from the first, counted from 0, all alike. */
export const rowsAlike = (first: number, count: number, isHidden: boolean): ReadonlyMap<number, boolean> =>
  new Map(Array.from({ length: count }, (_, index) => [first + index, isHidden]));
