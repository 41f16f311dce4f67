import type { NewRow } from '../../core/sheet/new-row.ts';
import { isDateFormat } from '../../core/sheet/values/date.ts';
import type { AppendedRows, AppendOutcome, BesideCell, RowsPlace } from '../../ui/sheet-session/port.ts';
import { inExcel } from './in-excel.ts';
import { COLUMNS_OF_SHEET, makeRoom } from './make-room.ts';
import { formulaOf } from './reading/read-grids.ts';
import { readCells } from './reading/row-cells.ts';
import { lookAgain } from './reading/seen-cells.ts';
import { asTypedInto } from './write-cells.ts';

/** Below the table's last row: an Excel table grows by them, and totals below a plain one make room. */
export const appendRows = (place: RowsPlace, rows: readonly NewRow[]): Promise<AppendOutcome> =>
  inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const { left, right } = place;
    const width = right - left + 1;
    const table = await tableAt(sheet, place);
    const last = table?.lastRow ?? place.lastRow;
    const below = sheet.getRangeByIndexes(last + 1, left, rows.length, width);
    const taken = below.getUsedRangeOrNullObject(true).load('address');
    const formatted = below.getUsedRangeOrNullObject(false).load('address');
    const above = sheet.getRangeByIndexes(last, left, 1, width).load('formulas,numberFormat');
    const again = lookAgain(sheet, place.seen ?? []);
    await readCells(context, [again.cells]);
    await context.sync();
    if (again.moved().size > 0) return { kind: 'moved' };
    // What stands below an Excel table is pushed down by Excel itself.
    const inserted = table === null && !taken.isNullObject;
    const inTheWay = inserted ? await makeRoom(sheet, { sheet: place.sheet, last, left, right }, rows.length) : null;
    if (inTheWay !== null) return { kind: 'not-free', cell: inTheWay };

    table?.table.rows.add(
      undefined,
      rows.map(() => Array(table.columns).fill('')),
    );
    // Asked for only now: a range that was asked for earlier moves down with the cells below.
    const target = sheet.getRangeByIndexes(last + 1, left, rows.length, width);
    const formulas = last === place.headerRow ? [] : continueRow(sheet, above, { last, left, count: rows.length });
    for (const column of columnsWithoutDates(rows, left, above))
      sheet.getRangeByIndexes(last + 1, column, rows.length, 1).numberFormat = rows.map(() => ['yyyy-mm-dd']);
    target.values = rows.map((row) =>
      Array.from({ length: width }, (_, at) =>
        formulas.includes(at) ? null : entryOf(row, left + at, above.numberFormat[0]?.[at]),
      ),
    );
    target.load('formulas');
    const around = askAround(sheet, { top: last + 1, rows: rows.length });
    await context.sync();
    return {
      kind: 'appended',
      rows: {
        beside: cellsBeside(around, { left, right }),
        sheet: place.sheet,
        top: last + 1,
        left,
        contents: target.formulas,
        wereFormatted: table === null && !formatted.isNullObject,
        table: table?.table.name ?? null,
        inserted,
      },
    };
  });

/** Rows that were written by `appendRows`; what was sorted or typed over since stays, and that is told. */
export async function removeRows(rows: AppendedRows): Promise<boolean> {
  // Looked at in a conversation of its own: ranges that are still held would have to move with the cells that go.
  const areThere = await inExcel((context) => isUnchanged(context, rows));
  if (areThere) await inExcel((context) => takeAway(context, rows));
  return areThere;
}

async function isUnchanged(context: Excel.RequestContext, rows: AppendedRows): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(rows.sheet);
  const target = rangeOf(sheet, rows).load('formulas');
  const around = askAround(sheet, { top: rows.top, rows: rows.contents.length });
  await context.sync();
  const right = rows.left + (rows.contents[0]?.length ?? 1) - 1;
  // A number and a status since, or somebody's note: the table may have grown by their columns.
  const beside = cellsBeside(around, { left: rows.left, right });
  return isSame(target.formulas, rows.contents) && isSame(beside, rows.beside);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function takeAway(context: Excel.RequestContext, rows: AppendedRows): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(rows.sheet);
  const target = rangeOf(sheet, rows);
  // Whole rows go, and the sums above which they stood are as they were.
  if (rows.inserted) target.getEntireRow().delete(Excel.DeleteShiftDirection.up);
  else if (rows.table === null) target.clear(rows.wereFormatted ? Excel.ClearApplyTo.contents : Excel.ClearApplyTo.all);
  else {
    const table = sheet.tables.getItem(rows.table);
    const body = table.getDataBodyRange().load('rowIndex');
    await context.sync();
    // The last first: the others keep their places.
    for (let at = rows.contents.length - 1; at >= 0; at -= 1)
      table.rows.getItemAt(rows.top - body.rowIndex + at).delete();
  }
  await context.sync();
}

const rangeOf = (sheet: Excel.Worksheet, { top, left, contents }: AppendedRows): Excel.Range =>
  sheet.getRangeByIndexes(top, left, contents.length, contents[0]?.length ?? 1);

/** All that these rows of the sheet hold. */
const askAround = (
  sheet: Excel.Worksheet,
  { top, rows }: { readonly top: number; readonly rows: number },
): Excel.Range =>
  sheet
    .getRangeByIndexes(top, 0, rows, COLUMNS_OF_SHEET)
    .getUsedRangeOrNullObject(true)
    .load('formulas,rowIndex,columnIndex');

/** Of that, what stands left and right of the table's own columns. */
const cellsBeside = (around: Excel.Range, { left, right }: Pick<RowsPlace, 'left' | 'right'>): readonly BesideCell[] =>
  around.isNullObject
    ? []
    : around.formulas.flatMap((cells, down) =>
        cells.flatMap((content, across): BesideCell[] => {
          const column = around.columnIndex + across;
          const isBeside = (column < left || column > right) && content !== '';
          return isBeside ? [{ row: around.rowIndex + down, column, content }] : [];
        }),
      );

interface TableThere {
  readonly table: Excel.Table;
  readonly lastRow: number;
  readonly columns: number;
}

/** The Excel table whose header is the orders'. */
async function tableAt(sheet: Excel.Worksheet, place: RowsPlace): Promise<TableThere | null> {
  const { context, tables } = sheet;
  tables.load('items/name');
  await (context as Excel.RequestContext).sync();
  const bodies = tables.items.map((table) => ({
    table,
    body: table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount'),
  }));
  if (bodies.length > 0) await (context as Excel.RequestContext).sync();
  const found = bodies.find(
    ({ body }) =>
      body.rowIndex === place.headerRow + 1 &&
      place.left >= body.columnIndex &&
      place.left < body.columnIndex + body.columnCount,
  );
  if (!found) return null;
  const { table, body } = found;
  return { table, lastRow: body.rowIndex + body.rowCount - 1, columns: body.columnCount };
}

/**
 * Formats and formulas of the row above go on below it, but neither its fill nor its strike-through: red may say urgent, struck
 * out cancelled. Gives the columns, counted from the left, that hold formulas.
 */
function continueRow(
  sheet: Excel.Worksheet,
  above: Excel.Range,
  { last, left, count }: { readonly last: number; readonly left: number; readonly count: number },
): readonly number[] {
  const cells = above.formulas[0] ?? [];
  const target = sheet.getRangeByIndexes(last + 1, left, count, cells.length);
  target.copyFrom(above, Excel.RangeCopyType.formats);
  target.format.fill.clear();
  target.format.font.strikethrough = false;
  const columns = cells.flatMap((cell, at) => (formulaOf(cell) === null ? [] : [at]));
  for (const at of columns)
    sheet
      .getRangeByIndexes(last + 1, left + at, count, 1)
      .copyFrom(sheet.getRangeByIndexes(last, left + at, 1, 1), Excel.RangeCopyType.formulas);
  return columns;
}

/** Sheet columns that get dates and whose cell above shows none. */
const columnsWithoutDates = (rows: readonly NewRow[], left: number, above: Excel.Range): readonly number[] => [
  ...new Set(
    rows
      .flat()
      .filter(({ column, isDate }) => isDate && !isDateFormat(String(above.numberFormat[0]?.[column - left])))
      .map(({ column }) => column),
  ),
];

/** Typed as 2026-12-03 a date becomes one in every language; `null` leaves a cell alone. */
function entryOf(row: NewRow, column: number, format: unknown): string | number | boolean | null {
  const cell = row.find((each) => each.column === column);
  if (!cell) return null;
  return cell.isDate ? cell.value : asTypedInto(format, cell.value);
}
