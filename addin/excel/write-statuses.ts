import type { FoundTable } from '../../core/sheet/table.ts';
import {
  isStatusField,
  type RowStatus,
  type StatusField,
  statusCells,
  statusColumnsOf,
  statusFields,
} from '../../ui/sheet-session/port.ts';
import { inExcel } from './in-excel.ts';
import { colourStatuses, type StatusWordsOf } from './marks/status-colours.ts';
import { asTyped } from './write-cells.ts';

/** What the columns are called; core/sheet knows these headings again. */
export type StatusHeadings = Readonly<Record<StatusField, string>>;
/** In the language on the screen. */
export interface StatusTexts {
  readonly headings: StatusHeadings;
  /** What the statuses of a tone are called, by which they are coloured. */
  readonly words: StatusWordsOf;
}
type StatusColumns = Readonly<Record<StatusField, number>>;

/** How far orders are, beside the table's rows: into its own columns if it has them, else into new ones. */
export const writeStatuses = (
  table: FoundTable,
  rows: readonly RowStatus[],
  { headings, words }: StatusTexts,
): Promise<void> =>
  inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const known = { ...(await columnsBeside(context, sheet, table)), ...statusColumnsOf(table) };
    const columns = await withNewColumns(context, sheet, table, known);
    await colourStatuses(context, bodyOf(sheet, table, columns.status, rows), {
      row: table.headerRow + 1,
      column: columns.status,
      words,
    });
    const cells = rows.map((row) => ({ row: row.row, own: statusCells(row) }));
    for (const field of statusFields) {
      if (known[field] === undefined) writeHeading(sheet, table, columns[field], headings[field]);
      writeColumn(
        sheet,
        columns[field],
        cells.flatMap(({ row, own: { [field]: value } }) => (value === undefined ? [] : [{ row, value }])),
        field === 'promisedDate' ? dayFormat : null,
      );
    }
    await context.sync();
  });

/** The table's cells of a column, without its heading. */
function bodyOf(
  sheet: Excel.Worksheet,
  { area, headerRow }: FoundTable,
  column: number,
  rows: readonly RowStatus[],
): Excel.Range {
  const bottom = rows.reduce((last, { row }) => Math.max(last, row), Math.max(area.bottom, headerRow + 1));
  return sheet.getRangeByIndexes(headerRow + 1, column, bottom - headerRow, 1);
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
  const { matchHeading } = await import('../../core/sheet/headings.ts');
  const found: Partial<Record<StatusField, number>> = {};
  for (const [offset, heading] of (headings.values[0] ?? []).entries()) {
    const field = matchHeading('orders', String(heading))?.field ?? null;
    if (isStatusField(field)) found[field] ??= area.right + 1 + offset;
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
  const wanted = statusFields.filter((field) => known[field] === undefined);
  if (wanted.length === 0) return known as StatusColumns;
  const beside = sheet.getRangeByIndexes(area.top, area.right + 1, area.bottom - area.top + 1, wanted.length);
  const taken = beside.getUsedRangeOrNullObject(true).load('address');
  const used = sheet.getUsedRange(true).load('columnIndex,columnCount');
  await context.sync();
  const first = taken.isNullObject ? area.right + 1 : used.columnIndex + used.columnCount;
  return Object.fromEntries(
    statusFields.map((field) => [field, known[field] ?? first + wanted.indexOf(field)]),
  ) as StatusColumns;
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

/** A promised day is a date, to be sorted and counted with; typed so it is one in every language and date system. */
const dayFormat = 'yyyy-mm-dd';

/** One write a run of neighbouring rows: Excel is slow by the call, not by the cell. */
function writeColumn(
  sheet: Excel.Worksheet,
  column: number,
  cells: readonly { readonly row: number; readonly value: string }[],
  format: string | null,
): void {
  const sorted = [...cells].sort((a, b) => a.row - b.row);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const start = sorted[from]?.row ?? 0;
    while (sorted[to] !== undefined && sorted[to]?.row === start + (to - from)) to += 1;
    const run = sheet.getRangeByIndexes(start, column, to - from, 1);
    if (format !== null) run.numberFormat = sorted.slice(from, to).map(() => [format]);
    run.values = sorted.slice(from, to).map(({ value }) => [format === null ? asTyped(value) : value]);
  }
}
