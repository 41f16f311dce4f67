import { type Area, isUnbounded } from './address.ts';
import { invalidArgument, notImplemented } from './errors.ts';
import type { CellsOfSheet, HostObject } from './host-object.ts';
import { shownText } from './number-format.ts';
import { checkAllowed, checkUnlocked } from './protection.ts';
import type { Json } from './protocol.ts';
import type { Cell, SheetModel } from './sheet-model.ts';
import type { WorkbookModel } from './workbook-model.ts';

/** Two-dimensional reading of what stands in the cells. */
export function valueGetters({ sheet, area }: CellsOfSheet): NonNullable<HostObject['get']> {
  const grid = (read: (cell: Readonly<Cell> | undefined, row: number, column: number) => Json) => (): Json =>
    isUnbounded(area) ? null : gridOf(area, (row, column) => read(sheet.cell(row, column), row, column));
  const formulas = grid((cell) => cell?.formula ?? cell?.value ?? '');
  const numberFormats = grid((cell) => cell?.numberFormat ?? 'General');
  return {
    values: grid(knownValue),
    formulas: formulas,
    numberFormat: numberFormats,
    text: grid((cell) => {
      knownValue(cell);
      return shownText(cell?.value, cell?.numberFormat ?? 'General');
    }),
    valueTypes: grid((_, row, column) => sheet.valueType(row, column)),
  };
}

/** Nothing here calculates: the result of a formula that the add-in wrote cannot be told. */
function knownValue(cell: Readonly<Cell> | undefined): Json {
  if (cell?.formula !== undefined && cell.value === undefined) {
    throw notImplemented('Range', `values of ${cell.formula}, which nothing here calculates`);
  }
  return cell?.value ?? '';
}

export function gridOf<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => read(area.row + row, area.column + column)),
  );
}

export function valueSetters(book: WorkbookModel, cells: CellsOfSheet): NonNullable<HostObject['set']> {
  const { sheet, area } = cells;
  const enter = (value: Json): void => {
    checkUnlocked(sheet, area);
    checkDimensions(area, value);
    book.edit(sheet, area, 'ThisLocalAddin', () => writeGrid(sheet, area, value));
  };
  return {
    values: enter,
    formulas: enter,
    numberFormat: (value) => {
      checkAllowed(sheet, 'allowFormatCells');
      checkDimensions(area, value);
      forEachCell(area, value, (row, column, format) => {
        if (typeof format === 'string') sheet.touch(row, column).numberFormat = format;
      });
    },
  };
}

/** Types a block of values, or one value into every cell. */
export const writeGrid = (sheet: SheetModel, area: Area, value: Json): void =>
  forEachCell(area, value, (row, column, raw) => sheet.enter(row, column, raw));

function forEachCell(area: Area, value: Json, visit: (row: number, column: number, value: Json) => void): void {
  for (let row = 0; row < area.rows; row += 1) {
    const line = Array.isArray(value) ? value[row] : value;
    for (let column = 0; column < area.columns; column += 1) {
      visit(area.row + row, area.column + column, Array.isArray(line) ? (line[column] ?? null) : (line ?? null));
    }
  }
}

/** A block must have the range's own size; a single value goes into every cell. Whole rows and columns take neither. */
function checkDimensions(area: Area, value: Json): void {
  if (isUnbounded(area)) throw invalidArgument('Whole rows and columns take no values.');
  if (!Array.isArray(value)) return;
  const fits = value.length === area.rows && value.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) throw wrongDimensions();
}

/** The values for an area, which must have its size. */
export function checkedGrid(area: Area, values: Json): Json {
  checkDimensions(area, values);
  return values;
}

export const wrongDimensions = (): Error =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
