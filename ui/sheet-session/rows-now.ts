import { type Field, itemDetails, itemFields } from '../../core/sheet/fields.ts';
import type { CellPlace, CellValue } from '../../core/sheet/grid.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { CellContent } from './port.ts';

/**
 * Where a cell of an order's row is now. Sheets are sorted, rows come and go, somebody else types in them: whatever is written
 * later than it was read must find its row again, or not be written at all.
 */
export interface SeenCell {
  readonly place: CellPlace;
  readonly content: CellContent;
  /** What stands over its column in an order table; null outside of one. */
  readonly heading: CellValue;
  /** What else tells the row from others, by its columns; empty outside of order tables. */
  readonly row: readonly RowMark[];
}
interface RowMark {
  readonly column: number;
  readonly value: CellValue;
  /** What a formula gives may change with what is written elsewhere in the row. */
  readonly isFormula: boolean;
}

/** The cell's row stood there in these sheets, though the cell itself may have been written since. */
export interface Sighting {
  readonly cell: SeenCell;
  readonly sheets: readonly SheetOfFile[];
  /** Another was written with it and looks like it since, which these sheets needn't show. */
  readonly hasTwin?: boolean;
}

/**
 * By these people know a row again: two deliveries of one item differ only in how much, for how much, and when. The rest of it
 * may be worked on meanwhile.
 */
const telling: ReadonlySet<string> = new Set<Field<'orders'>>([
  'orderKey',
  'poNumber',
  'customerCode',
  'customerName',
  ...itemFields,
  ...itemDetails,
  'quantity',
  'unit',
  'unitPrice',
  'orderDate',
  'dueDate',
  'agreedArrival',
]);

/** The cell as it stands in these sheets, with what tells its row from others. */
export function seenCell(sheets: readonly SheetOfFile[], tables: readonly FoundTable[], place: CellPlace): SeenCell {
  const sheet = sheetOf(sheets, place);
  const table = tables.find((each) => each.role === 'orders' && holds(each, place));
  const columns = (table?.columns ?? [])
    .filter(({ field, column }) => field !== null && telling.has(field) && column !== place.column)
    .map(({ column }) => column);
  return {
    place,
    content: contentAt(sheet, place.row, place.column),
    heading: table ? contentAt(sheet, table.headerRow, place.column).value : null,
    row: columns.map((column) => {
      const { value, formula } = contentAt(sheet, place.row, column);
      return { column, value, isFormula: formula !== null };
    }),
  };
}

/**
 * The row in which the cell stands now; null = it holds something else, is gone, or can't be told from others. Of two rows that
 * looked alike when it was seen, the one that is left may be either.
 * @param unmoved the sheets say the same as when the cell was seen at its place: there it is, whatever looks like it elsewhere
 */
export function rowNow(
  sheets: readonly SheetOfFile[],
  { cell, sheets: then, hasTwin = false }: Sighting,
  unmoved: boolean,
): number | null {
  const { place, row: others, heading } = cell;
  const sheet = sheetOf(sheets, place);
  if (sheet === undefined) return null;
  // A cell alone is found anywhere: only a row that says more than nothing is looked for elsewhere.
  if (unmoved || others.every(({ value }) => value === null)) return isIn(sheet, cell, place.row) ? place.row : null;
  const isHeading = (row: number) => contentAt(sheet, row, place.column).value === heading;
  if (heading !== null && rowsThat(sheet, isHeading, 1).length === 0) return null;
  const seenIn = sheetOf(then, place);
  const isTwin = (row: number) => row !== place.row && isIn(seenIn, cell, row);
  if (hasTwin || seenIn === undefined || rowsThat(seenIn, isTwin, 1).length > 0) return null;
  const [row = null, another] = rowsThat(sheet, (each) => isIn(sheet, cell, each), 2);
  return another === undefined ? row : null;
}

/** Whether the row still stands there in a later reading; where rows came or went in between, another may have come there. */
export function standsIn(sheets: readonly SheetOfFile[], { cell, sheets: then }: Sighting): boolean {
  const [sheet, before] = [sheetOf(sheets, cell.place), sheetOf(then, cell.place)];
  return sheet?.values.length === before?.values.length && isIn(sheet, cell, cell.place.row);
}

/** Cells that look alike, with what else tells their rows, have the same. */
export const looksOf = ({ place: { file, sheet, column }, content, row }: SeenCell): string =>
  JSON.stringify([file, sheet, column, content, row]);

const isIn = (sheet: SheetOfFile | undefined, { place, content, row: others }: SeenCell, row: number): boolean =>
  isSameContent(contentAt(sheet, row, place.column), content) &&
  others.every(({ column, value }) => contentAt(sheet, row, column).value === value);

/** The first rows of the sheet that are so, and no more of them than are asked for: sheets are long, and fixes many. */
function rowsThat(sheet: SheetOfFile, is: (row: number) => boolean, most: number): readonly number[] {
  const found: number[] = [];
  for (let row = sheet.row; row < sheet.row + sheet.values.length && found.length < most; row += 1)
    if (is(row)) found.push(row);
  return found;
}

/** Where a cell holds a formula, that tells; what it comes to may change by itself. */
export const isSameContent = (a: CellContent, b: CellContent): boolean =>
  a.formula === b.formula && (a.formula !== null || a.value === b.value);

/** Whether two readings of a workbook say the same in the same cells, and show the same rows. */
export const isSameReading = (a: readonly SheetOfFile[], b: readonly SheetOfFile[]): boolean =>
  a.length === b.length && a.every((sheet, at) => isSameSheet(sheet, b[at]));

function isSameSheet(a: SheetOfFile, b: SheetOfFile | undefined): boolean {
  if (b === undefined || a.file !== b.file || a.sheet !== b.sheet) return false;
  const facts = (sheet: SheetOfFile) => [
    sheet.row,
    sheet.column,
    sheet.hidden ?? false,
    sheet.date1904 ?? false,
    sheet.hiddenRows ?? [],
    sheet.hiddenColumns ?? [],
    sheet.merges ?? [],
    sheet.tables ?? [],
    sheet.viewHeadings ?? [],
    sheet.struckAmong ?? [],
  ];
  return (
    JSON.stringify(facts(a)) === JSON.stringify(facts(b)) &&
    isSameTable(a.values, b.values) &&
    isSameTable(a.formats, b.formats) &&
    isSameTable(a.formulas, b.formulas)
  );
}

type Cells = readonly (readonly CellValue[])[] | undefined;
const isSameTable = (a: Cells, b: Cells): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.length === b.length &&
    a.every((row, down) => {
      const other = b[down];
      return other !== undefined && row.length === other.length && row.every((cell, right) => cell === other[right]);
    }));

const holds = ({ file, sheet, area }: FoundTable, place: CellPlace): boolean =>
  sheet === place.sheet && file === place.file && area.top <= place.row && place.row <= area.bottom;

export const sheetOf = (
  sheets: readonly SheetOfFile[],
  place: Pick<CellPlace, 'file' | 'sheet'>,
): SheetOfFile | undefined => sheets.find(({ file, sheet }) => sheet === place.sheet && file === place.file);

export function contentAt(sheet: SheetOfFile | undefined, row: number, column: number): CellContent {
  if (sheet === undefined) return { value: null, formula: null };
  const [down, right] = [row - sheet.row, column - sheet.column];
  return { value: sheet.values[down]?.[right] ?? null, formula: sheet.formulas?.[down]?.[right] ?? null };
}
