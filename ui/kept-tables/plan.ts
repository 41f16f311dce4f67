import { sameText } from '../../core/sheet/text.ts';
import { dateOfSerial } from '../../core/value/date.ts';
import { type Line, RowMatches, signatureAt } from './match-rows.ts';
import type { KeptColumn, KeptTable, KeptValue } from './port.ts';
import { markOf, WrittenRows } from './written-rows.ts';

/** The table as it stands in the workbook. */
export interface TableThere {
  /** For each of its columns which of ours it is; null = the user's own. */
  readonly columns: readonly (string | null)[];
  /** Below the headings: a cell's formula, else its value; '' = empty. */
  readonly cells: readonly (readonly unknown[])[];
  /** Its days are counted from 1904 on. */
  readonly date1904?: boolean;
  /** Marks of the rows that we wrote. */
  readonly written: readonly string[];
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
  /** Keys of the rows that aren't the server's, and stay. */
  readonly kept: readonly string[];
  /** Marks of the rows that are ours afterwards. */
  readonly written: readonly string[];
}
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: KeptValue;
}

/** Brings the rows there up to the table's, in the order they stand in; the user's columns are left alone. */
export function planTable(table: KeptTable, there: TableThere): TablePlan {
  const ours = ourColumns(table, there);
  const now = there.cells.map((cells) => ours.map(({ at, column }) => textOf(cells[at], column, there.date1904)));
  const wanted = table.rows.map((row) => ours.map(({ from, column }) => textOf(row[from], column)));
  const markOfRow = (line: Line): string => markOf(keyOf(table, ours, line));
  const { found, free, isOurs } = matchRows(table, ours, there, { now, wanted, markOfRow });
  const published = new Set(wanted.map((line) => thingOf(table, ours, line)));
  const plan = { writes: [] as CellWrite[], kept: [] as string[], gone: [] as number[], blank: [] as number[] };
  const written = wanted.map(markOfRow);
  let changed = 0;
  now.forEach((line, row) => {
    const differing = (values: (own: OurColumn) => KeptValue | undefined): readonly CellWrite[] =>
      ours.flatMap((own, place): CellWrite[] => {
        const value = values(own);
        return value === undefined || line[place] === textOf(value, own.column) ? [] : [{ row, column: own.at, value }];
      });
    const cells = there.cells[row] ?? [];
    const becomes = table.rows[found.get(row) ?? -1];
    if (becomes) {
      const writes = differing(({ from }) => becomes[from] ?? null);
      if (writes.length > 0) changed += 1;
      plan.writes.push(...writes);
    } else if (line.every((text) => text === '')) {
      if (!isUsers(cells, there)) plan.blank.push(row);
    } else if (!isOurs(row)) plan.kept.push(nameOf(table, ours, line));
    else if (isUsers(cells, there)) {
      const left = published.has(thingOf(table, ours, line)) ? table.replaced : table.gone;
      plan.kept.push(nameOf(table, ours, line));
      plan.writes.push(...differing(({ column }) => left[column.id]));
      const after = ours.map(({ column }, place) => {
        const value = left[column.id];
        return value === undefined ? (line[place] ?? '') : textOf(value, column);
      });
      written.push(markOfRow(after));
    } else plan.gone.push(row);
  });
  const added = free.map((at) =>
    there.columns.map((id) => {
      const own = ours.find(({ column }) => column.id === id);
      return own ? (table.rows[at]?.[own.from] ?? null) : null;
    }),
  );
  const { writes, kept, gone, blank } = plan;
  const removed = [...gone, ...blank].sort((a, b) => a - b);
  return { writes, added, removed, gone: gone.length, changed, kept, written };
}

/** What a new copy remembers to have written. */
export const marksOf = (table: KeptTable): readonly string[] => {
  const ours = ourColumns(table, { columns: table.columns.map(({ id, isNeeded }) => (isNeeded ? id : null)) });
  return table.rows.map((row) =>
    markOf(
      keyOf(
        table,
        ours,
        ours.map(({ from, column }) => textOf(row[from], column)),
      ),
    ),
  );
};

interface Lines {
  readonly now: readonly Line[];
  readonly wanted: readonly Line[];
  readonly markOfRow: (line: Line) => string;
}

/** Which row there becomes which of the table's, and which of the others are ours. */
function matchRows(table: KeptTable, ours: readonly OurColumn[], there: TableThere, { now, wanted, markOfRow }: Lines) {
  const placesOf = (is: (column: KeptColumn) => boolean) =>
    ours.flatMap(({ column }, place) => (is(column) ? [place] : []));
  const key = placesOf(({ id }) => table.key.includes(id));
  const filled = placesOf(({ id }) => table.filled.includes(id));
  const lasting = placesOf(({ id }) => table.key.includes(id) && !table.renewed.includes(id));
  const rows = now.flatMap((line, row) => (line.every((text) => text === '') ? [] : [row]));
  const matches = new RowMatches(now, wanted);
  // First what is the same already: rows of one key keep the user's notes.
  matches.match(rows, signatureAt(ours.map((_, place) => place)));
  const byKey = signatureAt(key);
  matches.match(rows, (line) => `${byKey(line)}\n${filled.map((place) => line[place] === '')}`);
  const writtenRows = new WrittenRows(there.written);
  for (const row of matches.found.keys()) writtenRows.take(markOfRow(now[row] ?? []));
  const left = rows.filter((row) => !matches.found.has(row));
  const own = new Set(left.filter((row) => writtenRows.take(markOfRow(now[row] ?? []))));
  // A price from another day is the same price renewed; where a note stands it goes on.
  const isNoted = (row: number) => isUsers(there.cells[row] ?? [], there);
  const noted = [...own].filter(isNoted);
  matches.match([...noted, ...own], signatureAt(lasting));
  // The user deleted a column of the key: what is the same in all others is the same row.
  const lost = key.filter((place) => now.every((line) => line[place] === ''));
  if (lost.length > 0) matches.match(left, signatureAt(placesOf(() => true).filter((place) => !lost.includes(place))));
  return { found: matches.found, free: matches.free, isOurs: (row: number) => own.has(row) };
}

/** Columns that aren't there, and empty ones, say nothing: a column that comes later changes no key. */
const keyOf = (table: KeptTable, ours: readonly OurColumn[], line: Line): string =>
  table.key
    .flatMap((id) => {
      const text = line[ours.findIndex(({ column }) => column.id === id)] ?? '';
      return text === '' ? [] : [`${id}=${text}`];
    })
    .join('\n');

const nameOf = (table: KeptTable, ours: readonly OurColumn[], line: Line): string =>
  table.key
    .map((id) => line[ours.findIndex(({ column }) => column.id === id)] ?? '')
    .filter((text) => text !== '')
    .join(' ');

const thingOf = ({ of }: KeptTable, ours: readonly OurColumn[], line: Line): string =>
  sameText(line[ours.findIndex(({ column }) => column.id === of)] ?? '');

interface OurColumn {
  readonly column: KeptColumn;
  /** Where it stands in the workbook's table, and in the table's rows. */
  readonly at: number;
  readonly from: number;
}

const ourColumns = ({ columns }: KeptTable, there: Pick<TableThere, 'columns'>): readonly OurColumn[] =>
  columns.flatMap((column, from) => {
    const at = there.columns.indexOf(column.id);
    return at < 0 ? [] : [{ column, at, from }];
  });

/** The user wrote something in the row himself; a formula goes down the whole column, and says nothing of one row. */
const isUsers = (cells: readonly unknown[], { columns }: TableThere): boolean =>
  columns.some((id, at) => id === null && !isEmpty(cells[at]) && !isFormula(cells[at]));

const isEmpty = (cell: unknown): boolean => cell === '' || cell === null || cell === undefined;
const isFormula = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('=') && cell.length > 1;

/** Excel hands out a day as its serial number, and a number as the double it is. */
function textOf(cell: unknown, { isDay }: KeptColumn, date1904 = false): string {
  if (isEmpty(cell)) return '';
  return isDay && typeof cell === 'number' ? (dateOfSerial(cell, date1904) ?? String(cell)) : String(cell);
}
