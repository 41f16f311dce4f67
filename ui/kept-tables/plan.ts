import { dateOfSerial } from '../../core/value/date.ts';
import type { KeptColumn, KeptTable, KeptValue } from './port.ts';

/** The table as it stands in the workbook. */
export interface TableThere {
  /** For each of its columns which of ours it is; null = the user's own. */
  readonly columns: readonly (string | null)[];
  /** Below the headings: a cell's formula, else its value; '' = empty. */
  readonly cells: readonly (readonly unknown[])[];
}

/** What is to be done. Rows and columns count from the first below the headings. */
export interface TablePlan {
  readonly writes: readonly CellWrite[];
  /** Rows to go below the last one, a value for each column of the table; null = not ours to write. */
  readonly added: readonly (readonly KeptValue[])[];
  /** Rising: rows that are gone, and empty ones. */
  readonly removed: readonly number[];
  /** Rows among them that were the server's. */
  readonly gone: number;
  /** Rows of which a cell changes. */
  readonly changed: number;
  /** Keys of the rows that are gone, and stay. */
  readonly kept: readonly string[];
}
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: KeptValue;
}

/** Brings the rows there up to the table's, in the order they stand in; the user's columns are left alone. */
export function planTable(table: KeptTable, there: TableThere): TablePlan {
  const ours = ourColumns(table, there);
  const keyColumns = table.key.flatMap((id) => ours.filter(({ column }) => column.id === id));
  const keyThere = (cells: readonly unknown[]) =>
    keyColumns.map(({ at, column }) => textOf(cells[at], column)).join('\n');
  const keyOf = (row: readonly KeptValue[]) =>
    keyColumns.map(({ from, column }) => textOf(row[from], column)).join('\n');

  const waiting = numbered(table.rows, keyOf);
  const free = new Set(waiting.keys());
  const writes: CellWrite[] = [];
  const blank: number[] = [];
  const gone: number[] = [];
  const kept: string[] = [];
  let changed = 0;
  for (const [key, row] of numbered(
    there.cells.map((_, index) => index),
    (index) => keyThere(there.cells[index] ?? []),
  )) {
    const cells = there.cells[row] ?? [];
    const wanted = waiting.get(key);
    if (wanted && free.delete(key)) {
      const differing = ours.flatMap(({ at, from, column }): CellWrite[] => {
        const value = wanted[from] ?? null;
        return textOf(cells[at], column) === textOf(value, column) ? [] : [{ row, column: at, value }];
      });
      if (differing.length > 0) changed += 1;
      writes.push(...differing);
    } else if (ours.every(({ at }) => isEmpty(cells[at])) && !isUsers(cells, there)) blank.push(row);
    else if (isUsers(cells, there)) {
      kept.push(keyThere(cells).replaceAll('\n', ' ').trim());
      writes.push(...goneWrites(table, ours, cells, row));
    } else gone.push(row);
  }
  const added = [...free].map((key) => {
    const row = waiting.get(key) ?? [];
    return there.columns.map((id) => {
      const own = ours.find(({ column }) => column.id === id);
      return own ? (row[own.from] ?? null) : null;
    });
  });
  return { writes, added, removed: [...gone, ...blank].sort((a, b) => a - b), gone: gone.length, changed, kept };
}

interface OurColumn {
  readonly column: KeptColumn;
  /** Where it stands in the workbook's table, and in the table's rows. */
  readonly at: number;
  readonly from: number;
}

const ourColumns = ({ columns }: KeptTable, there: TableThere): readonly OurColumn[] =>
  columns.flatMap((column, from) => {
    const at = there.columns.indexOf(column.id);
    return at < 0 ? [] : [{ column, at, from }];
  });

/** By key; a second row of one key gets a number. */
function numbered<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
  const seen = new Map<string, number>();
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    found.set(`${key}\n${times}`, row);
  }
  return found;
}

/** The user wrote something in the row himself; a formula goes down the whole column, and says nothing of one row. */
const isUsers = (cells: readonly unknown[], { columns }: TableThere): boolean =>
  columns.some((id, at) => id === null && !isEmpty(cells[at]) && !isFormula(cells[at]));

const goneWrites = (
  { gone }: KeptTable,
  ours: readonly OurColumn[],
  cells: readonly unknown[],
  row: number,
): readonly CellWrite[] =>
  ours.flatMap(({ column, at }) => {
    const value = gone[column.id];
    return value === undefined || textOf(cells[at], column) === textOf(value, column)
      ? []
      : [{ row, column: at, value }];
  });

const isEmpty = (cell: unknown): boolean => cell === '' || cell === null || cell === undefined;
const isFormula = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('=') && cell.length > 1;

/** Excel hands out a day as its serial number, and a number as the double it is. */
function textOf(cell: unknown, { isDay }: KeptColumn): string {
  if (isEmpty(cell)) return '';
  return isDay && typeof cell === 'number' ? (dateOfSerial(cell) ?? String(cell)) : String(cell);
}
