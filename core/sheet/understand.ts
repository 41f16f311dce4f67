import { dayIn } from './as-of.ts';
import { lastColumn, lastRow, valueAt } from './cells.ts';
import { companionsOf } from './companions.ts';
import { withoutGrantedDiscount } from './discount-column.ts';
import { emptyColumns } from './empty-columns.ts';
import type { TableRole } from './fields.ts';
import { findTables, type RawTable } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { guessColumns } from './guess-columns.ts';
import { kindOfOrders } from './kind-of-orders.ts';
import { orderHeads } from './order-heads.ts';
import { parseRows } from './parse-rows.ts';
import { rowsInUnusedColumns, rowsPassedOver } from './passed-over.ts';
import { readHeads } from './read-heads.ts';
import type { SkippedRow } from './row-kind.ts';
import { saidTotals } from './said-totals.ts';
import { spaceAround } from './space-around.ts';
import { meaningOfStruck, struckRows } from './struck-rows.ts';
import type {
  Choice,
  FoundTable,
  MappedColumn,
  ParsedSheets,
  ParsedTable,
  TableChoice,
  UnknownTable,
} from './table.ts';
import { type RoleCandidate, rolesOf } from './table-role.ts';
import { plainText } from './text.ts';

/** A sheet's cells and the file they came from (several files may be understood together). */
export type SheetOfFile = Grid & { readonly file?: string };

/**
 * Understands sheets as they are (X2): finds the tables, tells what each is, what its columns mean, and reads its rows.
 * Nothing is judged here, and nothing fails: what can't be read is named in the row (UnreadableCell), what has no role
 * in `unknown`. Whether that is enough to go on, sheetProblems says.
 * @param choices what the user corrected once: of columns, and of whole tables
 */
export function understandSheets(grids: readonly SheetOfFile[], choices: readonly Choice[] = []): ParsedSheets {
  const found = grids.flatMap((grid) => understandSheet(grid, choices));
  const understood = found.filter((one) => 'table' in one);
  const ofRole = <Role extends TableRole>(role: Role): ParsedTable<Role>[] =>
    understood.filter(({ table }) => table.role === role) as unknown as ParsedTable<Role>[];
  return {
    tables: understood.map(({ table }) => table),
    orders: sureOrders(ofRole('orders')),
    prices: ofRole('prices'),
    stock: ofRole('stock'),
    customers: ofRole('customers'),
    unknown: found.filter((one) => 'headings' in one),
  };
}

type Understood = ParsedTable<TableRole> | UnknownTable;

function understandSheet(grid: SheetOfFile, choices: readonly Choice[]): readonly Understood[] {
  const own = choices.filter((choice) => 'sheet' in choice && choice.sheet === grid.sheet);
  const ofColumns = own.filter((choice) => 'heading' in choice);
  const ofTables = own.filter((choice) => 'headings' in choice);
  const said = [...ofColumns.map(({ heading }) => heading), ...ofTables.flatMap(({ headings }) => headings)];
  const tables = findTables(grid, new Set(said));
  if (tables.length === 0) return grid.viewHeadings ? [] : sheetWithoutHeader(grid);
  return tables.flatMap((raw): readonly Understood[] => {
    if (isView(grid, raw)) return [];
    const { main, others } = rolesOf(raw, grid, ofColumns, chosenRole(raw, ofTables));
    if (!main) return [unknownTable(grid, raw)];
    const sure = { ...main, columns: withContent(grid, raw, main) };
    const skipped = rowsPassedOver(grid, raw, sure);
    const keepsStruck = meaningOfStruck(choices) === 'ordered';
    return [sure, ...companionsOf(sure, others)].map((role) =>
      parseTable(grid, tables, raw, role, { skipped, keepsStruck }),
    );
  });
}

/** It only shows what the server holds, whatever its headings say by now. One cell alone may be left of what stood there. */
const isView = ({ viewHeadings = [] }: Grid, { header: { top, bottom }, area: { left, right } }: RawTable): boolean =>
  viewHeadings.filter(({ row, column }) => row >= top && row <= bottom && column >= left && column <= right).length > 1;

/** What a person said the table is; undefined = nothing. It is known again by its headings, also when columns were added. */
function chosenRole({ header }: RawTable, choices: readonly TableChoice[]): TableRole | null | undefined {
  const headings = new Set(header.headings);
  return choices.findLast((choice) => choice.headings.every((heading) => headings.has(heading)))?.role;
}

function parseTable(
  grid: SheetOfFile,
  tables: readonly RawTable[],
  raw: RawTable,
  { role, columns, confidence, reason }: RoleCandidate,
  { skipped, keepsStruck }: { readonly skipped: readonly SkippedRow[]; readonly keepsStruck: boolean },
): ParsedTable<TableRole> {
  const asOf = dayIn([raw.title, grid.sheet, grid.file ?? '']);
  const bare = {
    ...(grid.file !== undefined && { file: grid.file }),
    sheet: grid.sheet,
    role,
    area: raw.area,
    headerRow: raw.header.bottom,
    columns: asTheyStand(grid, raw, columns),
    ...(asOf && { asOf }),
    confidence,
    ...(reason && { reason }),
  } as FoundTable;
  const around = () => orderHeads(grid, raw, spaceAround(grid, tables, raw), skipped);
  const heads = isOrders(bare) ? readHeads(grid, bare, raw.title, around()) : [];
  const table = heads.length > 0 ? { ...bare, heads } : bare;
  const rows = parseRows(grid, raw, table, skipped);
  if (!isOrders(table)) return { table, rows, skipped };
  const struck = struckAmong(grid, table, rows);
  const leftOut = keepsStruck ? [] : struck;
  const totals = saidTotals(grid, table, rows as ParsedTable<'orders'>['rows'], skipped).filter(
    // Whether a total counts rows that are crossed out, it doesn't say.
    ({ from, to }) => !leftOut.some((row) => from <= row && row <= to),
  );
  const passedOver = [
    ...skipped,
    ...rowsInUnusedColumns(grid, raw, [...rows, ...skipped]),
    ...leftOut.map((row) => ({ row, because: 'struck' as const })),
  ];
  return {
    table,
    rows: withoutRows(rows, leftOut),
    skipped: passedOver.sort((a, b) => a.row - b.row),
    ...(struck.length > 0 && { struck }),
    ...(totals.length > 0 && { totals }),
  };
}

function withoutRows<Row extends { readonly row: number }>(
  rows: readonly Row[],
  left: readonly number[],
): readonly Row[] {
  const out = new Set(left);
  return rows.filter(({ row }) => !out.has(row));
}

/** Rows that say something and are struck through; a total that is crossed out is none of them. */
function struckAmong(grid: Grid, table: FoundTable, rows: readonly { readonly row: number }[]): readonly number[] {
  const struck = struckRows(grid, table);
  return struck.size === 0 ? [] : rows.flatMap(({ row }) => (struck.has(row) ? [row] : []));
}

const isOrders = (table: FoundTable): table is FoundTable<'orders'> => table.role === 'orders';

/** What only the cells can tell of an order table's columns. */
function withContent(grid: Grid, raw: RawTable, { role, columns }: RoleCandidate): readonly MappedColumn[] {
  if (role !== 'orders') return columns;
  return withoutGrantedDiscount(grid, raw, guessColumns(grid, raw, columns as readonly MappedColumn<'orders'>[]));
}

/** Which columns nobody sees, and which hold nothing. */
function asTheyStand(grid: Grid, raw: RawTable, columns: readonly MappedColumn[]): readonly MappedColumn[] {
  const hidden = new Set(grid.hiddenColumns);
  const empty = emptyColumns(grid, raw, columns);
  return columns.map((column) => ({
    ...column,
    ...(hidden.has(column.column) && { hidden: true }),
    ...(empty.has(column.column) && { empty: true }),
  }));
}

/**
 * Weak candidates count only when there is nothing better: a list of deliveries looks a little like orders. Where a person
 * said which table the orders are, only tables of its kind count beside it.
 */
function sureOrders(tables: readonly ParsedTable<'orders'>[]): readonly ParsedTable<'orders'>[] {
  const chosen = tables.filter(({ table }) => table.reason === 'user');
  if (chosen.length > 0) {
    const kinds = new Set(chosen.map(({ table }) => kindOfOrders(table)));
    return tables.filter(({ table }) => kinds.has(kindOfOrders(table)));
  }
  const sure = tables.filter(({ table }) => table.confidence >= 0.6);
  if (sure.length > 0) return sure;
  const best = Math.max(...tables.map(({ table }) => table.confidence));
  return tables.filter(({ table }) => table.confidence === best);
}

const unknownTable = (grid: SheetOfFile, { area, header }: RawTable): UnknownTable => ({
  ...(grid.file !== undefined && { file: grid.file }),
  sheet: grid.sheet,
  area,
  headings: header.headings.filter((heading) => heading !== ''),
});

/**
 * No header anywhere: the first row of several cells is what a person would take for one, and may say so; above it stands a
 * title at most. Nothing for an empty sheet.
 */
function sheetWithoutHeader(grid: SheetOfFile): UnknownTable[] {
  const [right, bottom] = [lastColumn(grid), lastRow(grid)];
  const firstOf = (texts: number): UnknownTable[] => {
    for (let top = grid.row; top <= bottom; top++) {
      const headings = textsIn(grid, top, right);
      if (headings.length < texts) continue;
      const file = grid.file === undefined ? {} : { file: grid.file };
      return [{ ...file, sheet: grid.sheet, area: { top, left: grid.column, bottom, right }, headings }];
    }
    return [];
  };
  const several = firstOf(2);
  return several.length > 0 ? several : firstOf(1);
}

function textsIn(grid: Grid, row: number, right: number): readonly string[] {
  const texts: string[] = [];
  for (let column = grid.column; column <= right; column++) {
    const text = plainText(String(valueAt(grid, row, column) ?? ''));
    if (text !== '') texts.push(text);
  }
  return texts;
}
