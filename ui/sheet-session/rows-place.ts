import { inColumns, type NewRow, type WantedCells } from '../../core/sheet/new-row.ts';
import type { OrderTable } from '../../core/sheet/parsed-order.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { FoundSheets } from './examiner.ts';
import { TableChanged } from './in-the-way.ts';
import type { RowsPlace } from './port.ts';
import { foundTable } from './row-statuses.ts';
import { seenRows } from './seen-rows.ts';

/** Knows an order table again when the sheet was read anew. */
export const keyOfTable = ({ file = '', sheet, headerRow }: Pick<OrderTable, 'file' | 'sheet' | 'headerRow'>): string =>
  JSON.stringify([file, sheet, headerRow]);

/**
 * Where the rows go, and into which columns, as the table stands now.
 * @param key the table, as it was called when the rows were wanted
 * @throws TableChanged where it is gone, or lacks a column that they need
 */
export function placeOfRows(
  { found, sheets }: { readonly found: FoundSheets; readonly sheets: readonly SheetOfFile[] },
  key: string,
  wanted: readonly WantedCells[],
): { readonly place: RowsPlace; readonly rows: readonly NewRow[] } {
  const index = found.batch.tables.findIndex((table) => keyOfTable(table) === key);
  if (index < 0) throw new TableChanged([]);
  const table = foundTable(found, index);
  const placed = inColumns(wanted, table.columns);
  if ('missing' in placed) throw new TableChanged(placed.missing);
  const place = endOfTable(found, index);
  return { place: { ...place, seen: seenRows(sheets, table, [place.lastRow]) }, rows: placed.rows };
}

/** Where rows of an order table end: totals and notes below them are no part of it. */
function endOfTable(found: FoundSheets, index: number): RowsPlace {
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
