import type { FoundTable } from '../../core/sheet/table.ts';
import {
  type BesideRows,
  type RowStatus,
  type SeenRow,
  type StatusesWritten,
  type StatusField,
  statusCells,
  statusFields,
} from '../../ui/sheet-session/port.ts';
import { withTheirOrders } from '../../ui/sheet-session/seen-rows.ts';
import { inExcel } from './in-excel.ts';
import { colourStatuses, findStatusColours, type StatusWordsOf } from './marks/status-colours.ts';
import { type CellsOfRows, cellsOfRows, readCells } from './reading/row-cells.ts';
import { lookAgain, spanOf } from './reading/seen-cells.ts';
import { bytesAround, createRequests, type Requests } from './requests.ts';
import { askLists, findLists } from './statuses/order-list.ts';
import { knownColumns, type StatusColumns, takeIn, withNewColumns } from './statuses/status-columns.ts';
import { asTypedInto } from './write-cells.ts';

/** What the columns are called; core/sheet knows these headings again. */
export type StatusHeadings = Readonly<Record<StatusField, string>>;
/** In the language on the screen. */
export interface StatusTexts {
  readonly headings: StatusHeadings;
  /** What the statuses of a tone are called, by which they are coloured. */
  readonly words: StatusWordsOf;
}

/** How far orders are, beside the table's rows: into its own columns if it has them, else into new ones. */
export const writeStatuses = (
  table: FoundTable,
  rows: readonly RowStatus[],
  { headings, words }: StatusTexts,
  { before, seen = [], orders = [] }: BesideRows = {},
): Promise<StatusesWritten> =>
  inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const asked = askLists(sheet);
    const used = sheet.getUsedRange(true).load('columnIndex,columnCount');
    sheet.protection.load('protected');
    await context.sync();
    if (sheet.protection.protected) return 'protected';

    const lists = await findLists(sheet, asked, table);
    const known = await knownColumns(sheet, used, table, before);
    const columns = await withNewColumns(sheet, used, { table, lists, known, before });
    if (columns === null) return 'no-room';
    const body = bodyOf(sheet, table, columns.status, rows);
    const colours = await findStatusColours(body);
    const { others, formats } = await lookAtRows(sheet, columns, rows, seen);
    const moved = withTheirOrders(others, orders);
    if (moved.has(table.headerRow)) return { moved: rows.map(({ row }) => row) };

    colourStatuses(body, colours, { row: table.headerRow + 1, column: columns.status, words });
    for (const field of statusFields)
      if (known[field] === undefined) writeHeading(sheet, table, columns[field], headings[field]);
    takeIn(lists, columns);
    const requests = createRequests(context);
    const cells = rows.filter(({ row }) => !moved.has(row)).map((row) => ({ row: row.row, own: statusCells(row) }));
    for (const field of statusFields)
      await writeColumn(requests, sheet, {
        column: columns[field],
        cells: cells.flatMap(({ row, own: { [field]: value } }) => (value === undefined ? [] : [{ row, value }])),
        format: field === 'promisedDate' ? dayFormat : null,
        formatAt: (row) => formats.at(row, columns[field]),
      });
    await context.sync();
    return moved.size > 0 ? { moved: [...moved] } : 'written';
  });

/** The last look before the writing: which rows are others by now, and how the status columns show what they hold. */
async function lookAtRows(
  sheet: Excel.Worksheet,
  columns: StatusColumns,
  rows: readonly RowStatus[],
  seen: readonly SeenRow[],
): Promise<{ readonly others: ReadonlySet<number>; readonly formats: CellsOfRows }> {
  const own = Object.values(columns);
  const formats = cellsOfRows(
    sheet,
    rows.flatMap(({ row }) => spanOf(row, own)),
    'numberFormat',
  );
  const again = lookAgain(sheet, seen);
  await readCells(sheet.context as Excel.RequestContext, [formats, again.cells]);
  return { formats, others: again.moved() };
}

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

interface ColumnWrite {
  readonly column: number;
  readonly cells: readonly { readonly row: number; readonly value: string }[];
  readonly format: string | null;
  /** As the cells show what they hold so far: in one that holds text an apostrophe would be part of it. */
  readonly formatAt: (row: number) => unknown;
}

async function writeColumn(
  requests: Requests,
  sheet: Excel.Worksheet,
  { column, cells, format, formatAt }: ColumnWrite,
): Promise<void> {
  for (const { top, values } of stretchesOf(cells)) {
    for (const { start, lines } of requests.blocks(values)) {
      const formats = format === null ? null : lines.map((value) => [value === null ? null : format]);
      const typed = lines.map((value, down) => [
        value === null || format !== null ? value : asTypedInto(formatAt(top + start + down), value),
      ]);
      await requests.makeWay([formats, typed]);
      const range = sheet.getRangeByIndexes(top + start, column, lines.length, 1);
      if (formats !== null) range.numberFormat = formats;
      range.values = typed;
    }
  }
}

interface Stretch {
  readonly top: number;
  /** One a row; null leaves a cell as it is. */
  readonly values: readonly (string | null)[];
}

/**
 * One write for rows that stand near each other: Excel is slow by the call, not by the cell, and so many rows that are left as
 * they are cost no more than another range would.
 */
function stretchesOf(cells: ColumnWrite['cells']): readonly Stretch[] {
  const found: { top: number; values: (string | null)[] }[] = [];
  for (const { row, value } of cells.toSorted((a, b) => a.row - b.row)) {
    const last = found.at(-1);
    const gap = last ? row - (last.top + last.values.length) : 0;
    if (last && gap <= mostLeft) last.values.push(...Array<null>(gap).fill(null), value);
    else found.push({ top: row, values: [value] });
  }
  return found;
}
/** A row that is left as it is takes "[null],". */
const mostLeft = Math.floor(bytesAround / 7);
