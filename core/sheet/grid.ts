/**
 * A sheet's cells as Excel itself hands them out: parallel tables of values, number formats and formulas. The add-in gets
 * it from Range.values/numberFormat/formulas, workbook/ from an .xlsx or .csv; everything after sees only this.
 */
export interface Grid {
  readonly sheet: string;
  /** Sheet position of values[0][0], zero-based. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  /** Number format codes ("yyyy-mm-dd"), same shape as values; a missing table or cell means General. */
  readonly formats?: readonly (readonly (string | null)[])[];
  /** Formula texts ("=A1*B1"), same shape; null where the cell holds a plain value. */
  readonly formulas?: readonly (readonly (string | null)[])[];
  readonly merges?: readonly Area[];
  /** Sheet rows and columns (zero-based) the user has hidden or filtered away. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Excel tables (ListObjects) on the sheet. */
  readonly tables?: readonly NamedArea[];
  /** Heading cells of tables that only show what the server holds (kept-names.ts): no source of anything. */
  readonly viewHeadings?: readonly Pick<CellPlace, 'row' | 'column'>[];
  readonly hidden?: boolean;
  /** Cells that are struck through; absent = nobody looked yet. */
  readonly struck?: readonly StruckCells[];
  /** Sheet rows among which some cells are struck through, while it isn't known which. */
  readonly struckAmong?: readonly RowSpan[];
  /** Dates count from 1904 (old Mac workbooks). */
  readonly date1904?: boolean;
}

/** null = empty; errors come as Excel writes them ("#N/A"); dates as serial numbers with a date format. */
export type CellValue = string | number | boolean | null;

/** Zero-based, inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
export interface NamedArea extends Area {
  readonly name: string;
}

/** Zero-based sheet rows, inclusive. */
export interface RowSpan {
  readonly top: number;
  readonly bottom: number;
}

/** Struck-through cells of one column; zero-based sheet rows, ascending. */
export interface StruckCells {
  readonly column: number;
  readonly rows: readonly number[];
}

/** Where a cell stands, zero-based. */
export interface CellPlace {
  readonly file?: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** 0 → "A", 27 → "AB". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** (26, 7) → "H27": zero-based in, Excel's own spelling out. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** A cell as a person looks for it from where he is: "F12", "库存!F12" on another sheet. */
export const cellNameFrom = (
  here: Pick<CellPlace, 'file' | 'sheet'>,
  { file, sheet, row, column }: CellPlace,
): string => (sheet === here.sheet && file === here.file ? cellName(row, column) : `${sheet}!${cellName(row, column)}`);

export const areaName = (area: Area): string => `${cellName(area.top, area.left)}:${cellName(area.bottom, area.right)}`;
