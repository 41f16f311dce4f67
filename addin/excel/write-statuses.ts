import type { FoundTable } from '../../core/sheet/table.ts';
import type { RowStatus } from '../../ui/sheet-session/port.ts';
import { inExcel } from './in-excel.ts';
import { asTyped } from './write-cells.ts';

/** What the two columns are called; core/sheet knows these headings again. */
export interface StatusHeadings {
  readonly number: string;
  readonly status: string;
}
interface StatusColumns {
  readonly number: number;
  readonly status: number;
  readonly added: boolean;
}

/** Order numbers and statuses beside the table's rows: into its own columns if it has them, else into two new ones. */
export const writeStatuses = (table: FoundTable, rows: readonly RowStatus[], headings: StatusHeadings): Promise<void> =>
  inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const columns = ownColumns(table) ?? (await newColumns(context, sheet, table));
    if (columns.added) {
      writeColumn(sheet, columns.number, [{ row: table.headerRow, value: headings.number }]);
      writeColumn(sheet, columns.status, [{ row: table.headerRow, value: headings.status }]);
    }
    writeColumn(
      sheet,
      columns.number,
      rows.flatMap(({ row, number }) => (number === null ? [] : [{ row, value: number }])),
    );
    writeColumn(
      sheet,
      columns.status,
      rows.map(({ row, text }) => ({ row, value: text })),
    );
    await context.sync();
  });

function ownColumns({ columns }: FoundTable): StatusColumns | null {
  const number = columns.find(({ field }) => field === 'number');
  const status = columns.find(({ field }) => field === 'status');
  return number && status ? { number: number.column, status: status.column, added: false } : null;
}

/** Right beside the table where that is free, so that it stays one table; else right of everything on the sheet. */
async function newColumns(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { area }: FoundTable,
): Promise<StatusColumns> {
  const beside = sheet.getRangeByIndexes(area.top, area.right + 1, area.bottom - area.top + 1, 2);
  const taken = beside.getUsedRangeOrNullObject(true).load('address');
  const used = sheet.getUsedRange(true).load('columnIndex,columnCount');
  await context.sync();
  const first = taken.isNullObject ? area.right + 1 : used.columnIndex + used.columnCount;
  return { number: first, status: first + 1, added: true };
}

/** One write a run of neighbouring rows: Excel is slow by the call, not by the cell. */
function writeColumn(
  sheet: Excel.Worksheet,
  column: number,
  cells: readonly { readonly row: number; readonly value: string }[],
): void {
  const sorted = [...cells].sort((a, b) => a.row - b.row);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const start = sorted[from]?.row ?? 0;
    while (sorted[to] !== undefined && sorted[to]?.row === start + (to - from)) to += 1;
    sheet.getRangeByIndexes(start, column, to - from, 1).values = sorted
      .slice(from, to)
      .map(({ value }) => [asTyped(value)]);
  }
}
