import { shiftedFormula } from '../../../workbook/xlsx/shared-formulas.ts';
import { type Area, areaName, contains, parseArea } from './address.ts';
import { invalidArgument, notImplemented } from './errors.ts';
import { type Argument, booleanArgument, type CellsOfSheet, dataArgument, type HostObject } from './host-object.ts';
import { checkAllowed, checkUnlocked } from './protection.ts';
import type { Json } from './protocol.ts';
import type { Cell, SheetModel } from './sheet-model.ts';
import type { Author, WorkbookModel } from './workbook-model.ts';

export interface SortField {
  /** Column within the area, from 0. */
  readonly key: number;
  readonly ascending: boolean;
}

/** Excel.RangeSort. */
export const rangeSort = (book: WorkbookModel, { sheet, area }: CellsOfSheet): HostObject => ({
  type: 'RangeSort',
  call: {
    apply: (fields, _matchCase, hasHeaders, orientation) => {
      if (orientation !== undefined && orientation !== null && orientation !== 'Rows') {
        throw notImplemented('RangeSort', 'apply() of columns');
      }
      checkAllowed(sheet, 'allowSort');
      checkUnlocked(sheet, area);
      const headers = booleanArgument(hasHeaders, false) ? 1 : 0;
      const body = { ...area, row: area.row + headers, rows: area.rows - headers };
      sortRows(book, sheet, body, sortFields(fields), 'ThisLocalAddin');
      return undefined;
    },
  },
});

export function sortFields(fields: Argument): SortField[] {
  const list = dataArgument(fields);
  if (!Array.isArray(list) || list.length === 0) throw invalidArgument('Name the columns to sort by.');
  return list.map((field) => {
    const { key, ascending, sortOn, ...others } = field as Record<string, Json>;
    if (typeof key !== 'number' || Object.keys(others).length > 0 || (sortOn ?? 'Value') !== 'Value') {
      throw notImplemented('SortField', JSON.stringify(field));
    }
    return { key, ascending: ascending !== false };
  });
}

/** Sorts the visible rows of an area, cells with formats, formulas and notes; hidden rows keep their place, as in Excel. */
export function sortRows(
  book: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  fields: readonly SortField[],
  author: Author,
): void {
  const rows = Array.from({ length: area.rows }, (_, index) => area.row + index).filter(
    (row) => !sheet.hiddenRows.has(row),
  );
  const sorted = [...rows].sort((a, b) => compareRows(sheet, area, fields, a, b) || a - b);
  const target = new Map(sorted.map((from, index) => [from, rows[index] ?? from]));
  rearrange(sheet, area, (row, column) => ({ row: target.get(row) ?? row, column }));
  book.raiseSorted('rowSorted', sheet, area, author);
}

/** Sorts the columns of an area from left to right, by one of its rows. */
export function sortColumns(
  book: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  { key, ascending }: SortField,
  author: Author,
): void {
  const columns = Array.from({ length: area.columns }, (_, index) => area.column + index);
  const keyCell = (column: number) => sheet.cell(area.row + key, column);
  const sorted = [...columns].sort((a, b) => compareCells(keyCell(a), keyCell(b), ascending) || a - b);
  const target = new Map(sorted.map((from, index) => [from, columns[index] ?? from]));
  rearrange(sheet, area, (row, column) => ({ row, column: target.get(column) ?? column }));
  book.raiseSorted('columnSorted', sheet, area, author);
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Puts what lies in the area where it belongs: cells, what their formulas refer to, notes and comments. */
function rearrange(sheet: SheetModel, area: Area, target: (row: number, column: number) => Place): void {
  const placeOf = (row: number, column: number): Place =>
    contains(area, row, column) ? target(row, column) : { row, column };
  for (const [row, column, cell] of sheet.cells(area)) {
    if (cell.formula !== undefined) cell.formula = shiftedFormula(cell.formula, { row, column }, placeOf(row, column));
  }
  sheet.moveCells(placeOf);
  for (const lying of [sheet.notes, sheet.comments]) {
    for (const one of lying) {
      const at = parseArea(one.address);
      if (at !== undefined) Object.assign(one, { address: areaName({ ...at, ...placeOf(at.row, at.column) }) });
    }
  }
}

function compareRows(sheet: SheetModel, area: Area, fields: readonly SortField[], a: number, b: number): number {
  for (const { key, ascending } of fields) {
    const column = area.column + key;
    const order = compareCells(sheet.cell(a, column), sheet.cell(b, column), ascending);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers before texts before truth values; blanks come last whichever way the sort goes. */
function compareCells(a: Readonly<Cell> | undefined, b: Readonly<Cell> | undefined, ascending: boolean): number {
  const [left, right] = [a?.value, b?.value];
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  const kinds = ['number', 'string', 'boolean'];
  const byKind = kinds.indexOf(typeof left) - kinds.indexOf(typeof right);
  const order =
    byKind !== 0
      ? byKind
      : typeof left === 'string'
        ? left.localeCompare(String(right), 'en', { sensitivity: 'base' })
        : Number(left) - Number(right);
  return ascending ? order : -order;
}
