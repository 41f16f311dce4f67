import type { Fix, Severity } from '../../core/check/finding.ts';
import type { Area, CellPlace, CellValue } from '../../core/sheet/grid.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';

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
  goTo(place: CellPlace): Promise<void>;
  /** Writes each fix into its cell. A cell that holds a formula is left alone unless `overFormulas`. */
  applyFixes(fixes: readonly PlacedFix[], options: { readonly overFormulas: boolean }): Promise<FixOutcome>;
  /** Puts back what `applyFixes` replaced. */
  restore(applied: readonly AppliedFix[]): Promise<void>;
  /** Writes order numbers and statuses beside the table's rows; into its own columns if it has them, else into new ones. */
  writeStatuses(table: FoundTable, rows: readonly RowStatus[]): Promise<void>;
  /** Marks just these cells: what was marked before and isn't among them is marked no more. Cells keep what they hold. */
  mark(marks: readonly CellMark[]): Promise<Marked>;
  /** Takes away every mark of ours, also an earlier session's, and leaves the workbook as it was without them. */
  clearMarks(): Promise<Marked>;
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
}
/** A fix that was written, with what stood there before. */
export interface AppliedFix {
  readonly fix: PlacedFix;
  readonly before: { readonly value: CellValue; readonly formula: string | null; readonly format: string | null };
}
export interface FixOutcome {
  readonly applied: readonly AppliedFix[];
  /** Left alone: the cell holds a formula. */
  readonly formulas: readonly PlacedFix[];
}
export interface RowStatus {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly number: string | null;
  /** In the user's language, ready to be written; empty takes back what stood there. */
  readonly text: string;
}
