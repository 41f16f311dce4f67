import type { FoundSheets } from './examiner.ts';
import type { RowsPlace } from './port.ts';
import { foundTable } from './row-statuses.ts';

/** Where rows of an order table end: totals and notes below them are no part of it. */
export function endOfTable(found: FoundSheets, index: number): RowsPlace {
  const { file, sheet, headerRow, area } = foundTable(found, index);
  const rows = found.batch.orders.flatMap(({ lines }) => lines.filter(({ table }) => table === index));
  // A row that is crossed out stands in the table all the same.
  const struck = found.skipped.filter(
    (each) =>
      each.because === 'struck' &&
      each.file === file &&
      each.sheet === sheet &&
      each.row > headerRow &&
      each.row <= area.bottom,
  );
  return {
    ...(file !== undefined && { file }),
    sheet,
    headerRow,
    lastRow: [...rows, ...struck].reduce((last, { row }) => Math.max(last, row), headerRow),
    left: area.left,
    right: area.right,
  };
}
