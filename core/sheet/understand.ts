import { isBlankRow, lastColumn, lastRow, valueAt } from './cells.ts';
import { withoutGrantedDiscount } from './discount-column.ts';
import type { TableRole } from './fields.ts';
import { findTables, type RawTable } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { guessAmount } from './guess-amount.ts';
import { parseRows } from './parse-rows.ts';
import type { ColumnChoice, FoundTable, MappedColumn, ParsedSheets, ParsedTable, UnknownTable } from './table.ts';
import { type RoleCandidate, rolesOf } from './table-role.ts';
import { plainText } from './text.ts';

/** A sheet's cells and the file they came from (several files may be understood together). */
export type SheetOfFile = Grid & { readonly file?: string };

/**
 * Understands sheets as they are (X2): finds the tables, tells what each is, what its columns mean, and reads its rows.
 * Nothing is judged here, and nothing fails: what can't be read is named in the row (UnreadableCell), what has no role
 * in `unknown`. Whether that is enough to go on, sheetProblems says.
 * @param choices what the user corrected once: sheet + heading → field
 */
export function understandSheets(grids: readonly SheetOfFile[], choices: readonly ColumnChoice[] = []): ParsedSheets {
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

function understandSheet(
  grid: SheetOfFile,
  choices: readonly ColumnChoice[],
): (ParsedTable<TableRole> | UnknownTable)[] {
  const own = choices.filter(({ sheet }) => sheet === grid.sheet);
  const tables = findTables(grid, new Set(own.map(({ heading }) => heading)));
  if (tables.length === 0) return sheetWithoutHeader(grid);
  return tables.flatMap((raw): (ParsedTable<TableRole> | UnknownTable)[] => {
    const candidates = rolesOf(raw, grid, own);
    if (candidates.length === 0) return [unknownTable(grid, raw)];
    return rolesInOneTable(candidates).map((candidate) => parseTable(grid, raw, candidate));
  });
}

function parseTable(
  grid: SheetOfFile,
  raw: RawTable,
  { role, columns, confidence }: RoleCandidate,
): ParsedTable<TableRole> {
  const table = {
    ...(grid.file !== undefined && { file: grid.file }),
    sheet: grid.sheet,
    role,
    area: raw.area,
    headerRow: raw.header.bottom,
    columns: role === 'orders' ? withContent(grid, raw, columns as readonly MappedColumn<'orders'>[]) : columns,
    confidence,
  } as FoundTable;
  return { table, ...parseRows(grid, raw, table) };
}

/** What only the cells can tell of an order table's columns. */
const withContent = (grid: Grid, raw: RawTable, columns: readonly MappedColumn<'orders'>[]) =>
  withoutGrantedDiscount(grid, raw, guessAmount(grid, raw, columns));

/**
 * The main role, and the roles whose own column stands in the same rows: an order sheet with the stock count beside the
 * ordered quantity is the stock sheet too; a stock sheet with a list price is the price list.
 */
function rolesInOneTable([main, ...rest]: readonly RoleCandidate[]): readonly RoleCandidate[] {
  if (!main) return [];
  const used = new Set(main.columns.filter(({ field }) => field !== null).map(({ column }) => column));
  const brings = { orders: [], customers: [], prices: ['listPrice'], stock: ['onHand', 'available'] } as const;
  const companions = rest.filter(({ role, columns }) =>
    columns.some(
      ({ field, column }) => !used.has(column) && (brings[role] as readonly (string | null)[]).includes(field),
    ),
  );
  return [main, ...companions];
}

/** Weak candidates count only when there is nothing better: a list of deliveries looks a little like orders. */
function sureOrders(tables: readonly ParsedTable<'orders'>[]): readonly ParsedTable<'orders'>[] {
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

/** No header anywhere: the first filled row is what a person would take for one. Nothing for an empty sheet. */
function sheetWithoutHeader(grid: SheetOfFile): UnknownTable[] {
  const [left, right, bottom] = [grid.column, lastColumn(grid), lastRow(grid)];
  for (let top = grid.row; top <= bottom; top++) {
    if (isBlankRow(grid, top, left, right)) continue;
    const headings: string[] = [];
    for (let column = left; column <= right; column++) {
      const text = plainText(String(valueAt(grid, top, column) ?? ''));
      if (text !== '') headings.push(text);
    }
    const file = grid.file === undefined ? {} : { file: grid.file };
    return [{ ...file, sheet: grid.sheet, area: { top, left, bottom, right }, headings }];
  }
  return [];
}
