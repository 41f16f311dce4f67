/** A block of cells; row and column count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 0, AA → 26. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

export const isWholeColumns = (area: Area): boolean => area.rows === MAX_ROWS;
/** So many rows from the first, as numbered in the margin. */
export const wholeRows = (first: number, rows: number): Area => ({
  row: first - 1,
  column: 0,
  rows,
  columns: MAX_COLUMNS,
});
export const isWholeRows = (area: Area): boolean => area.columns === MAX_COLUMNS;

/** Too large for Excel to hand out cell by cell: it answers null for the values of whole rows and columns. */
export const isUnbounded = (area: Area): boolean => isWholeColumns(area) || isWholeRows(area);

/** `B2`, `B2:C9`, `B:C`, `2:9`. */
export function areaName(area: Area): string {
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  if (isWholeColumns(area)) return `${columnName(area.column)}:${columnName(lastColumn)}`;
  if (isWholeRows(area)) return `${area.row + 1}:${lastRow + 1}`;
  const first = cellName(area.row, area.column);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${cellName(lastRow, lastColumn)}`;
}

const ADDRESS = /^\$?([A-Z]{1,3})?\$?([1-9]\d*)?(?::\$?([A-Z]{1,3})?\$?([1-9]\d*)?)?$/i;

/** Reads what `areaName` writes, with or without `$`; undefined when it is no address within a sheet. */
export function parseArea(text: string): Area | undefined {
  const match = ADDRESS.exec(text);
  if (match === null) return undefined;
  const [, column1, row1, column2, row2] = match;
  const single = !text.includes(':');
  if (single && (column1 === undefined || row1 === undefined)) return undefined;
  const last = single ? { column: column1, row: row1 } : { column: column2, row: row2 };
  if ((column1 === undefined) !== (last.column === undefined)) return undefined;
  if ((row1 === undefined) !== (last.row === undefined)) return undefined;
  if (column1 === undefined && row1 === undefined) return undefined;
  const columns = column1 === undefined ? [0, MAX_COLUMNS - 1] : [columnIndex(column1), columnIndex(last.column ?? '')];
  const rows = row1 === undefined ? [0, MAX_ROWS - 1] : [Number(row1) - 1, Number(last.row) - 1];
  const area = between(Math.min(...rows), Math.min(...columns), Math.max(...rows), Math.max(...columns));
  return fitsSheet(area) ? area : undefined;
}

/** The area from one corner to the other, both included. */
export const between = (row: number, column: number, lastRow: number, lastColumn: number): Area => ({
  row,
  column,
  rows: lastRow - row + 1,
  columns: lastColumn - column + 1,
});

export const fitsSheet = (area: Area): boolean =>
  area.row >= 0 &&
  area.column >= 0 &&
  area.rows > 0 &&
  area.columns > 0 &&
  area.row + area.rows <= MAX_ROWS &&
  area.column + area.columns <= MAX_COLUMNS;

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

export function intersection(a: Area, b: Area): Area | undefined {
  const common = between(
    Math.max(a.row, b.row),
    Math.max(a.column, b.column),
    Math.min(a.row + a.rows, b.row + b.rows) - 1,
    Math.min(a.column + a.columns, b.column + b.columns) - 1,
  );
  return common.rows > 0 && common.columns > 0 ? common : undefined;
}

/** `'My sheet'!A1` → sheet and cells; without `!` the sheet is undefined. */
export function splitSheetName(address: string): { sheet: string | undefined; cells: string } {
  const bang = address.lastIndexOf('!');
  if (bang < 0) return { sheet: undefined, cells: address };
  const quoted = address.slice(0, bang);
  const sheet = /^'.*'$/.test(quoted) ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
  return { sheet, cells: address.slice(bang + 1) };
}

/** A sheet name as Excel writes it before `!`: in quotes unless it reads as one plain word. */
export function sheetPrefix(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}
