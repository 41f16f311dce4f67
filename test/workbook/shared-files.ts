import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TableRole } from '../../core/sheet/fields.ts';
import type { Grid } from '../../core/sheet/grid.ts';
import { fieldColumns } from '../../core/sheet/map-columns.ts';
import type { FoundTable, ParsedRow, ParsedSheets } from '../../core/sheet/table.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import type { Result } from '../../core/value/result.ts';
import type { WorkbookProblem } from '../../workbook/problem.ts';

/** What should come of a file (test/fixtures/README.md): counted and judged from the raw file. */
export type Expected = (
  | { readonly outcome: 'refused'; readonly code: string }
  | { readonly outcome: 'read'; readonly sheets: readonly ExpectedSheet[]; readonly tables: readonly ExpectedTable[] }
) & { readonly note?: string };

interface ExpectedSheet {
  readonly name: string;
  /** Rows and cells that hold a value or a formula. */
  readonly rows: number;
  readonly cells: number;
  readonly hidden?: boolean;
}

interface ExpectedTable {
  readonly sheet: string;
  readonly role: TableRole;
  /** As Excel numbers it. */
  readonly headerRow: number;
  readonly rows: number;
  /** Field → heading. */
  readonly columns: Readonly<Record<string, string>>;
  readonly firstRow?: Readonly<Record<string, unknown>>;
}

const fixtures = new URL('../fixtures/', import.meta.url);
const folders = ['jsherp', 'messy', 'northwind', 'stock-zh'];
/** Kept once, where the program itself uses it. */
const elsewhere: Readonly<Record<string, string>> = {
  'northwind/northwind.xlsx': '../../server/samples/northwind/northwind.xlsx',
};

export const expectations = JSON.parse(readFileSync(new URL('expected.json', fixtures), 'utf8')) as Readonly<
  Record<string, Expected>
>;

/** Every file there is, licences left out: "messy/poi/password.xls". */
export const sharedFiles = (): readonly string[] =>
  [
    ...Object.keys(elsewhere),
    ...folders.flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, fixtures), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'LICENSE')
        .map((entry) => relative(fileURLToPath(fixtures), join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    ),
  ].toSorted();

export const bytesOf = (file: string): Uint8Array => readFileSync(new URL(elsewhere[file] ?? file, fixtures));

/** What came of a file, in the words of expected.json. */
export function outcomeOf(read: Result<readonly Grid[], WorkbookProblem>): Expected {
  if (!read.ok) return { outcome: 'refused', code: read.reason.code };
  const understood = understandSheets(read.value);
  return {
    outcome: 'read',
    sheets: read.value.map(sheetIn),
    tables: understood.tables.map((t) => tableIn(understood, t)),
  };
}

function sheetIn(grid: Grid): ExpectedSheet {
  const filled = grid.values.map((row, at) => {
    const formulas = grid.formulas?.[at] ?? [];
    const width = Math.max(row.length, formulas.length);
    return Array.from({ length: width }, (_, column) => (row[column] ?? formulas[column] ?? null) !== null).filter(
      Boolean,
    ).length;
  });
  return {
    name: grid.sheet,
    rows: filled.filter((cells) => cells > 0).length,
    cells: filled.reduce((total, cells) => total + cells, 0),
    ...(grid.hidden && { hidden: true }),
  };
}

function tableIn(understood: ParsedSheets, table: FoundTable): ExpectedTable {
  const rows = rowsOf(understood, table);
  const headings = new Map(table.columns.map(({ column, heading }) => [column, heading]));
  const columns = Object.entries(fieldColumns<TableRole>(table.columns)) as [string, number][];
  return {
    sheet: table.sheet,
    role: table.role,
    headerRow: table.headerRow + 1,
    rows: rows.length,
    columns: Object.fromEntries(columns.map(([field, column]) => [field, headings.get(column) ?? ''])),
    firstRow: rows[0]?.values ?? {},
  };
}

function rowsOf(understood: ParsedSheets, table: FoundTable): readonly ParsedRow<TableRole>[] {
  const all: readonly { table: unknown; rows: readonly ParsedRow<TableRole>[] }[] = understood[table.role];
  return all.find((one) => one.table === table)?.rows ?? [];
}
