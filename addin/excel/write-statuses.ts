import { matchHeading } from '../../core/sheet/headings.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import type { RowStatus } from '../../ui/sheet-session/port.ts';
import { inExcel } from './in-excel.ts';
import { asTyped } from './write-cells.ts';

/** What the two columns are called; core/sheet knows these headings again. */
export interface StatusHeadings {
  readonly number: string;
  readonly status: string;
}
type StatusField = keyof StatusHeadings;
type StatusColumns = Readonly<Record<StatusField, number>>;
const statusFields: readonly StatusField[] = ['number', 'status'];

/** Order numbers and statuses beside the table's rows: into its own columns if it has them, else into new ones. */
export const writeStatuses = (table: FoundTable, rows: readonly RowStatus[], headings: StatusHeadings): Promise<void> =>
  inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const known = { ...(await columnsBeside(context, sheet, table)), ...columnsOf(table) };
    const columns = await withNewColumns(context, sheet, table, known);
    for (const field of statusFields)
      if (known[field] === undefined) writeHeading(sheet, table, columns[field], headings[field]);
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

function columnsOf({ columns }: FoundTable): Partial<StatusColumns> {
  const found: Partial<Record<StatusField, number>> = {};
  for (const { field, column } of columns) if (field === 'number' || field === 'status') found[field] = column;
  return found;
}

/** Columns this add-in added after the table was found: another posting must not add a second pair. */
async function columnsBeside(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { area, headerRow }: FoundTable,
): Promise<Partial<StatusColumns>> {
  const used = sheet.getUsedRange(true).load('columnIndex,columnCount');
  await context.sync();
  const count = used.columnIndex + used.columnCount - (area.right + 1);
  if (count <= 0) return {};
  const headings = sheet.getRangeByIndexes(headerRow, area.right + 1, 1, count).load('values');
  await context.sync();
  const found: Partial<Record<StatusField, number>> = {};
  for (const [offset, heading] of (headings.values[0] ?? []).entries()) {
    const field = matchHeading('orders', String(heading))?.field;
    if (field === 'number' || field === 'status') found[field] ??= area.right + 1 + offset;
  }
  return found;
}

/** Right beside the table where that is free, so that it stays one table; else right of everything on the sheet. */
async function withNewColumns(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { area }: FoundTable,
  known: Partial<StatusColumns>,
): Promise<StatusColumns> {
  const { number, status } = known;
  if (number !== undefined && status !== undefined) return { number, status };
  const wanted = statusFields.filter((field) => known[field] === undefined);
  const beside = sheet.getRangeByIndexes(area.top, area.right + 1, area.bottom - area.top + 1, wanted.length);
  const taken = beside.getUsedRangeOrNullObject(true).load('address');
  const used = sheet.getUsedRange(true).load('columnIndex,columnCount');
  await context.sync();
  const first = taken.isNullObject ? area.right + 1 : used.columnIndex + used.columnCount;
  const fresh = (field: StatusField) => first + wanted.indexOf(field);
  return { number: number ?? fresh('number'), status: status ?? fresh('status') };
}

/** Looks like the headings it stands beside. */
function writeHeading(sheet: Excel.Worksheet, { area, headerRow }: FoundTable, column: number, heading: string): void {
  const cell = sheet.getRangeByIndexes(headerRow, column, 1, 1);
  cell.copyFrom(sheet.getRangeByIndexes(headerRow, area.right, 1, 1), Excel.RangeCopyType.formats);
  cell.values = [[heading]];
  cell.format.columnWidth = headingWidth;
}
/** In points: "SO-202611-00042" and the longest status stand whole. */
const headingWidth = 110;

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
