import type { Fix, Severity } from '../../core/check/finding.ts';
import type { Area, CellPlace, CellValue, StruckCells } from '../../core/sheet/grid.ts';
import type { NewRow } from '../../core/sheet/new-row.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { RowsOfSheet } from './orders-in-rows.ts';

/**
 * What the sheet session asks of a workbook. Two adapters: Excel through Office (addin/excel) and an opened file in the
 * browser (desk/workbook). Methods reject only with faults (Excel busy, file gone), never because of wrong data.
 */
export interface SheetPort {
  /** The workbook's name as its user knows it, "orders.xlsx". */
  readonly name: string;
  /** Every sheet; in the browser several files can be open at once, Excel has one, without a name. */
  readGrids(): Promise<readonly SheetOfFile[]>;
  /** `known`, with what changed in these areas read anew, and what formulas made of it elsewhere. */
  readAgain(known: readonly SheetOfFile[], changed: readonly ChangedArea[]): Promise<readonly SheetOfFile[]>;
  /** Which cells of these columns are struck through. Columns without any may be left out. */
  readStruck(columns: readonly StruckQuestion[]): Promise<readonly StruckAnswer[]>;
  goTo(place: CellPlace): Promise<void>;
  /**
   * Writes each fix into its cell. Left alone and told of: a cell that holds a formula, unless `overFormulas`; one that holds
   * something else than was `seen`, or whose row does; one that is protected.
   */
  applyFixes(fixes: readonly PlacedFix[], options: { readonly overFormulas: boolean }): Promise<FixOutcome>;
  /** Puts back what `applyFixes` replaced, in cells that still hold what it wrote, in rows that say what was seen. */
  restore(applied: readonly AppliedFix[]): Promise<RestoreOutcome>;
  /**
   * Writes order numbers and statuses beside the table's rows; into its own columns if it has them, else into new ones. Left
   * alone and told of: rows that say something else than was `seen`, all of them where their headings do. The rows of an order
   * are written together or not at all.
   */
  writeStatuses(table: FoundTable, rows: readonly RowStatus[], beside?: BesideRows): Promise<StatusesWritten>;
  /** Marks just these cells: what was marked before and isn't among them is marked no more. Cells keep what they hold. */
  mark(marks: readonly CellMark[]): Promise<Marked>;
  /** Takes away every mark of ours, also an earlier session's, and leaves the workbook as it was without them. */
  clearMarks(): Promise<Marked>;
  /** Writes rows right below a table's last one, whose formulas and formats they continue. Nothing is overwritten. */
  appendRows(place: RowsPlace, rows: readonly NewRow[]): Promise<AppendOutcome>;
  /** Takes appended rows away again; false = they, or the cells beside them, hold something else by now, and stay. */
  removeRows(rows: AppendedRows): Promise<boolean>;
}

/** A stretch of one column, zero-based and inclusive. */
export interface StruckQuestion {
  readonly file?: string;
  readonly sheet: string;
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}
export interface StruckAnswer extends StruckCells {
  readonly file?: string;
  readonly sheet: string;
}

/** What the user has selected in the grid. */
export interface SelectionPort {
  rows(): Promise<RowsOfSheet>;
  /** Calls `changed` whenever it may be something else. Returns what ends the watch. */
  watch(changed: () => void): Promise<() => Promise<void>>;
}

/** A cell with findings, as it is shown in the sheet itself. */
export interface CellMark extends CellPlace {
  readonly severity: Severity;
  /** What is wrong, in the user's words. */
  readonly text: string;
}
/** What could not be done in the sheet; the findings stand beside it all the same. */
export interface Marked {
  /** Sheets that are protected: nothing was changed on them. */
  readonly protectedSheets: readonly string[];
  /** Marks that have their colour but not their text. */
  readonly withoutText: number;
}

/** Cells that were edited. */
export interface ChangedArea {
  /** As the workbook knows the sheet: in Excel its id, which stays when the sheet is renamed. */
  readonly sheet: string;
  readonly area: Area;
}
export interface PlacedFix extends Fix {
  readonly file?: string;
  /** What is to be replaced; absent = whatever stands there. */
  readonly seen?: CellContent;
  /** What else told its row when it was read: a row that says something else by now is another's; absent = whatever it says. */
  readonly seenRow?: SeenRow['cells'];
}
export interface CellContent {
  readonly value: CellValue;
  readonly formula: string | null;
}
/** A fix that was written, with what stood there before, and right after as the workbook keeps it. */
export interface AppliedFix {
  readonly fix: PlacedFix;
  readonly before: CellContent & { readonly format: string | null };
  readonly after: CellContent;
}
export interface FixOutcome {
  readonly applied: readonly AppliedFix[];
  /** Left alone: the cell holds a formula. */
  readonly formulas: readonly PlacedFix[];
  /** Left alone: the cell holds something else by now. */
  readonly changed: readonly PlacedFix[];
  /** Sheets on which cells were left alone, because they are protected. */
  readonly protectedSheets: readonly string[];
  /** What ended the writing, after `applied` had been written. */
  readonly failure?: unknown;
}
export interface RestoreOutcome {
  /** Left alone: the cell holds something else by now. */
  readonly changed: readonly AppliedFix[];
  readonly protectedSheets: readonly string[];
}
export interface BesideRows {
  /** Sheet column where another table begins in the same rows: what stands there or further right is its own. */
  readonly before?: number;
  /** What the headings and the rows said when they were read; absent = whatever they say. */
  readonly seen?: readonly SeenRow[];
  /** The rows of each order: with its number beside some of them only, it would be read as two. */
  readonly orders?: readonly (readonly number[])[];
}
/** Cells of a row, by which it is known again. */
export interface SeenRow {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly cells: readonly { readonly column: number; readonly value: CellValue }[];
}
/** `protected`, `no-room` beside the rows: nothing was written. `moved`: other rows stand in these, or in others of their orders, by now. */
export type StatusesWritten = 'written' | 'protected' | 'no-room' | { readonly moved: readonly number[] };
export interface RowStatus {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly number: string | null;
  /** In the user's language, ready to be written; empty takes back what stood there. */
  readonly text: string;
  /** What the order waits for, and of whom; absent leaves what stands there, empty takes it back. */
  readonly next?: string;
  /** The day promised, "2026-12-03"; absent and empty as above. */
  readonly promised?: string;
}
/** The columns that are written beside a table's rows, from left to right; core/sheet knows their headings again. */
export const statusFields = ['number', 'status', 'nextStep', 'promisedDate'] as const;
export type StatusField = (typeof statusFields)[number];

/** What a row gets in each column; a column that is left out keeps what it holds. */
export const statusCells = (row: RowStatus): Readonly<Partial<Record<StatusField, string>>> => ({
  ...(row.number !== null && { number: row.number }),
  status: row.text,
  ...(row.next !== undefined && { nextStep: row.next }),
  ...(row.promised !== undefined && { promisedDate: row.promised }),
});

/** Those of the table's own columns that are for this. */
export function statusColumnsOf({ columns }: Pick<FoundTable, 'columns'>): Partial<Record<StatusField, number>> {
  const found: Partial<Record<StatusField, number>> = {};
  for (const { field, column } of columns) if (isStatusField(field)) found[field] = column;
  return found;
}
export const isStatusField = (field: string | null): field is StatusField =>
  (statusFields as readonly (string | null)[]).includes(field);

/** Where a table ends. Zero-based sheet rows and columns. */
export interface RowsPlace {
  readonly file?: string;
  readonly sheet: string;
  /** The last row that orders something; the header's where none does: then there is nothing to continue. */
  readonly lastRow: number;
  readonly headerRow: number;
  readonly left: number;
  readonly right: number;
  /** What the headings and the last row said when they were read; absent = whatever they say. */
  readonly seen?: readonly SeenRow[];
}
/** Rows that were appended, with all it takes to know them again. */
export interface AppendedRows {
  readonly file?: string;
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  /** As they stood right after: a cell's formula, else its value; empty ones are ''. */
  readonly contents: readonly (readonly (string | number | boolean)[])[];
  /** What stood beside them right after, in the order of the cells: what came there since belongs to these rows. */
  readonly beside: readonly BesideCell[];
  /** The empty rows had been formatted by the user: taking the rows away leaves that. */
  readonly wereFormatted: boolean;
  /** Name of the Excel table that grew by them. */
  readonly table: string | null;
  /** Whole rows of the sheet were put in for them, and what stood below moved down. */
  readonly inserted: boolean;
}
/** Zero-based sheet column; a formula, else the value. */
export interface BesideCell {
  readonly row: number;
  readonly column: number;
  readonly content: string | number | boolean;
}
export type AppendOutcome =
  | { readonly kind: 'appended'; readonly rows: AppendedRows }
  /** Something stands where the rows would go and can't make room, or beside it and would be torn apart: "A215". */
  | { readonly kind: 'not-free'; readonly cell: string }
  /** The table says something else than was seen, or stands elsewhere. */
  | { readonly kind: 'moved' };
