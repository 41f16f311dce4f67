import { freeName } from '../../../addin/excel/sheet-names.ts';
import { type PlainDate, serialOfDate } from '../../../core/value/date.ts';
import { marksOf, planTable } from '../../../ui/kept-tables/plan.ts';
import {
  type KeptColumn,
  type KeptTable,
  KeptTableClosed,
  type KeptTables,
  type KeptValue,
  type PutOutcome,
} from '../../../ui/kept-tables/port.ts';
import { shiftedFormula } from '../../../workbook/xlsx/shared-formulas.ts';

/** A sheet with one table, whose headings stand in its third row from the first column on. */
export interface MemorySheet {
  name: string;
  isProtected: boolean;
  /** Its table was made plain cells where it is false. */
  hasTable: boolean;
  /** Which kept table stands on it, if any. */
  readonly kept: string | null;
  title: string;
  readonly columns: MemoryColumn[];
  rows: MemoryCell[][];
}
export interface MemoryColumn {
  /** null = the user's own. */
  readonly id: string | null;
  heading: string;
}
/** A formula is remembered as it read in the row it was written in: wherever the row goes, it goes along. */
export type MemoryCell = KeptValue | { readonly formula: string; readonly row: number };

export interface MemoryWorkbook {
  sheets: MemorySheet[];
  readonly tables: KeptTables;
}

/** The keeper of the server's tables without Excel: what ui/kept-tables decides, done to plain rows in memory. */
export function memoryWorkbook(names: readonly string[]): MemoryWorkbook {
  const written = new Map<string, readonly string[]>();
  const book: MemoryWorkbook = {
    sheets: names.map((name) => sheetOf({ name, kept: null })),
    tables: {
      async find(ids) {
        const kept = book.sheets.filter((sheet) => sheet.kept !== null && ids.includes(sheet.kept));
        return Object.fromEntries(kept.map((sheet) => [sheet.kept, sheet.name]));
      },
      async put(table) {
        const sheet = book.sheets.find(({ kept }) => kept === table.id);
        if (!sheet) {
          const name = freeName(table.sheet, new Set(book.sheets.map((each) => each.name.toLowerCase())));
          const made = madeSheet(table, name);
          book.sheets.push(made);
          written.set(table.id, marksOf(table));
          return { sheet: name, isNew: true, changed: 0, added: table.rows.length, removed: 0, kept: [] };
        }
        const { outcome, marks } = refreshed(table, sheet, written.get(table.id) ?? []);
        written.set(table.id, marks);
        return outcome;
      },
    },
  };
  return book;
}

/** As it reads in this row. */
export const readCell = (cell: MemoryCell | undefined, row: number): string | number | null =>
  isFormula(cell) ? shiftedFormula(cell.formula, { row: cell.row, column: 0 }, { row, column: 0 }) : (cell ?? null);

/** What is typed into a cell of this row. */
export const typedCell = (typed: KeptValue, row: number): MemoryCell =>
  typeof typed === 'string' && typed.startsWith('=') ? { formula: typed, row } : typed === '' ? null : typed;

const isFormula = (cell: MemoryCell | undefined): cell is Exclude<MemoryCell, KeptValue> =>
  typeof cell === 'object' && cell !== null;

const sheetOf = (sheet: Pick<MemorySheet, 'name' | 'kept'> & Partial<MemorySheet>): MemorySheet => ({
  isProtected: false,
  hasTable: sheet.kept !== null,
  title: '',
  columns: [],
  rows: [],
  ...sheet,
});

function madeSheet(table: KeptTable, name: string): MemorySheet {
  const columns = table.columns.filter(({ isNeeded }) => isNeeded);
  const rows = table.rows.map((row) => columns.map((column) => stored(row[table.columns.indexOf(column)], column)));
  return sheetOf({
    name,
    kept: table.id,
    title: table.title,
    columns: columns.map(({ id, heading }) => ({ id, heading })),
    rows: rows.length > 0 ? rows : [columns.map(() => null)],
  });
}

/** A day is what Excel makes of it: its serial number. */
const stored = (value: KeptValue | undefined, { isDay }: KeptColumn): KeptValue =>
  isDay && typeof value === 'string' ? serialOfDate(value as PlainDate) : (value ?? null);

function refreshed(table: KeptTable, sheet: MemorySheet, written: readonly string[]) {
  if (sheet.isProtected) throw new KeptTableClosed('protected', sheet.name);
  if (!sheet.hasTable) throw new KeptTableClosed('no-table', sheet.name);
  for (const { id, heading, isNeeded } of table.columns) {
    if (!isNeeded || sheet.columns.some((column) => column.id === id)) continue;
    sheet.columns.push({ id, heading });
    for (const row of sheet.rows) row.push(null);
  }
  const ids = sheet.columns.map(({ id }) => id);
  const cells = sheet.rows.map((line, row) => line.map((cell) => readCell(cell, row) ?? ''));
  const plan = planTable(table, { columns: ids, cells, written });
  const columnAt = (at: number): KeptColumn => {
    const column = table.columns.find(({ id }) => id === ids[at]);
    if (!column) throw new Error(`no column ${ids[at]} is kept`);
    return column;
  };
  sheet.title = table.title;
  for (const { row, column, value } of plan.writes) sheet.rows[row]?.splice(column, 1, stored(value, columnAt(column)));
  const last = sheet.rows.at(-1) ?? [];
  const added = plan.added.map((line) =>
    line.map((value, at) => (ids[at] !== null ? stored(value, columnAt(at)) : isFormula(last[at]) ? last[at] : null)),
  );
  const gone = new Set(plan.removed);
  const [firstRow = []] = sheet.rows;
  const left = [...sheet.rows, ...added].filter((_, row) => !gone.has(row));
  // A table keeps one row, if only with what the user wrote there.
  sheet.rows = left.length > 0 ? left : [firstRow.map((cell, at) => (ids[at] === null ? cell : null))];
  const { changed, gone: removed, kept } = plan;
  const outcome: PutOutcome = { sheet: sheet.name, isNew: false, changed, added: added.length, removed, kept };
  return { outcome, marks: plan.written };
}
