/**
 * A workbook as plain data: what the stand-in starts from and what `snapshot()` gives back. A snapshot can be loaded
 * again, so a test can close the pane and open it over the same workbook.
 */
import { cellName } from './address.ts';
import type { Json } from './protocol.ts';

/** Error values are their texts, `#N/A` and the like; dates are serial numbers whose number format says "date". */
export type CellValue = string | number | boolean;

export interface CellData {
  /** Absent: empty, or a formula written by the add-in, which nothing here calculates. */
  readonly value?: CellValue;
  /** With its leading `=`. */
  readonly formula?: string;
  /** Absent: General. */
  readonly numberFormat?: string;
  /** What differs from a plain cell, e.g. `{ 'fill.color': '#FFC7CE', 'font.bold': true }`. */
  readonly format?: Readonly<Record<string, Json>>;
}

export interface TableData {
  readonly name: string;
  /** Header row included. */
  readonly address: string;
  /** Absent: Excel's usual one. */
  readonly style?: string;
  readonly showTotals?: boolean;
}

export interface ConditionalFormatData {
  /** One area, or several with commas between them. */
  readonly address: string;
  /** Absent: Custom, a formula. */
  readonly kind?: ConditionalFormatKind;
  /** Of the kind Custom; else ''. */
  readonly formula: string;
  /** Of the other kinds, as Excel's object of that kind has it. */
  readonly rule?: Json;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
  readonly stopIfTrue?: boolean;
}

export type ConditionalFormatKind =
  | 'Custom'
  | 'CellValue'
  | 'ContainsText'
  | 'TopBottom'
  | 'PresetCriteria'
  | 'ColorScale'
  | 'DataBar'
  | 'IconSet';

/** What a cell takes: Excel's `dataValidation.rule`. */
export interface ValidationData {
  readonly address: string;
  /** List, WholeNumber, Decimal, Date, Time, TextLength or Custom. */
  readonly type: string;
  readonly rule: Json;
}

export interface CommentData {
  readonly address: string;
  readonly content: string;
}

/** A note: the yellow text at a cell, without answers. */
export interface NoteData {
  readonly address: string;
  readonly content: string;
  /** Shown without the mouse over its cell. */
  readonly visible?: boolean;
  /** In points. */
  readonly width?: number;
  readonly height?: number;
}

export interface SheetData {
  readonly name: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly protected: boolean;
  /** What the protection allows, by Excel's names: `{ allowSort: true }`. */
  readonly protectionOptions?: Readonly<Record<string, Json>>;
  /** By address: `{ B2: { value: 5 } }`. */
  readonly cells: Readonly<Record<string, CellData>>;
  readonly merges: readonly string[];
  /** Row numbers as in the margin of the sheet, from 1. */
  readonly hiddenRows: readonly number[];
  /** Column letters. */
  readonly hiddenColumns: readonly string[];
  readonly tables: readonly TableData[];
  readonly conditionalFormats: readonly ConditionalFormatData[];
  readonly comments: readonly CommentData[];
  readonly notes: readonly NoteData[];
  readonly validations?: readonly ValidationData[];
  /** In points, by column letter, where it isn't the usual width. */
  readonly columnWidths?: Readonly<Record<string, number>>;
}

export interface NameData {
  readonly name: string;
  /** `='Sheet 1'!$A$1:$C$9` */
  readonly formula: string;
  /** Of a name that only this sheet knows. */
  readonly sheet?: string;
  readonly comment?: string;
}

export interface WorkbookData {
  readonly name: string;
  readonly sheets: readonly SheetData[];
  readonly names: readonly NameData[];
  /** What add-ins keep in the workbook (`workbook.settings`). */
  readonly settings: Readonly<Record<string, Json>>;
  /** XML documents that add-ins keep in the file (`workbook.customXmlParts`). */
  readonly customXmlParts: readonly string[];
  /** Its structure: no sheet can be added. */
  readonly protected?: boolean;
  /** Days are counted from 1904 on. */
  readonly date1904?: boolean;
  readonly activeSheet: string;
  /** On the active sheet. */
  readonly selection: string;
}

/** What a test has to write down; the rest is a fresh workbook's. */
export type SheetInput = Pick<SheetData, 'name'> & Partial<SheetData>;
export type WorkbookInput = Partial<Omit<WorkbookData, 'sheets'>> & { readonly sheets: readonly SheetInput[] };

/** Cells of a block of rows whose first cell is A1; '' and null leave a cell empty. */
export function cellsFromRows(rows: readonly (readonly (CellValue | null)[])[]): Record<string, CellData> {
  const cells: Record<string, CellData> = {};
  rows.forEach((values, row) => {
    values.forEach((value, column) => {
      if (value !== null && value !== '') cells[cellName(row, column)] = { value };
    });
  });
  return cells;
}
