import { lastColumn, lastRow } from '../../../core/sheet/cells.ts';
import type { Area, CellValue } from '../../../core/sheet/grid.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import { cellText } from './cell-text.ts';

/** Where everything of a sheet stands in pixels; rows and columns count from the sheet's A1. */
export interface GridLayout {
  readonly rows: number;
  readonly columns: number;
  /** Left edge of each column; one more entry for the right edge of the last. */
  readonly lefts: readonly number[];
  readonly height: number;
}

export const rowHeight = 24;
const sampledRows = 200;
const spareRows = 3;
const narrowest = 56;
const widest = 180;
/** This share of a column's cells is seen whole; the longest few, notes and remarks, are cut. */
const typicalShare = 0.8;

export const widthOf = ({ lefts }: GridLayout, column: number): number =>
  (lefts[column + 1] ?? 0) - (lefts[column] ?? 0);

/** Columns as wide as their heading and what most of their first cells hold, within reason. */
export function layoutOf(sheet: SheetOfFile): GridLayout {
  const rows = Math.max(lastRow(sheet) + 1, 0) + spareRows;
  const columns = Math.max(lastColumn(sheet) + 1, 1);
  const headings = headingRow(sheet);
  const lefts = [0];
  for (let column = 0; column < columns; column++)
    lefts.push((lefts[column] ?? 0) + wantedWidth(sheet, column, headings));
  return { rows, columns, lefts, height: rows * rowHeight };
}

function wantedWidth(sheet: SheetOfFile, column: number, headings: number): number {
  const own = column - sheet.column;
  const widths: number[] = [];
  let heading = 0;
  for (const [index, row] of sheet.values.slice(0, sampledRows).entries()) {
    // A title runs over the empty cells beside it; it doesn't widen its own column.
    if (runsOver(row, own) || isMergedWide(sheet, index + sheet.row, column)) continue;
    const text = cellText(row[own] ?? null, sheet.formats?.[index]?.[own] ?? null, sheet.date1904);
    if (index === headings) heading = textWidth(text);
    else if (text !== '') widths.push(textWidth(text));
  }
  const typical = widths.sort((a, b) => a - b)[Math.ceil(widths.length * typicalShare) - 1] ?? 0;
  return Math.min(Math.max(narrowest, Math.max(heading, typical) + 16), widest);
}

/** The first of the rows with most texts in it: what is written there once names the whole column. */
function headingRow({ values }: SheetOfFile): number {
  const texts = values.slice(0, sampledRows).map((row) => row.filter((value) => typeof value === 'string').length);
  return texts.indexOf(Math.max(...texts));
}

/** As in Excel, text runs on over empty cells at its right. */
export const runsOver = (row: readonly CellValue[], index: number): boolean =>
  typeof row[index] === 'string' && index + 1 < row.length && (row[index + 1] ?? null) === null;

const isMergedWide = ({ merges = [] }: SheetOfFile, row: number, column: number): boolean =>
  merges.some((area) => isWithin(area, row, column) && area.right > area.left);

export const isWithin = ({ top, bottom, left, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** Near enough: Chinese characters are square, Latin ones a little over half as wide. */
const textWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 13 : 7.2;
  return Math.ceil(width);
};

/** The rows and columns that can be seen, and a few beyond, so that scrolling shows no gaps. Ends are exclusive. */
export interface Visible {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function visiblePart(
  layout: GridLayout,
  scroll: { readonly top: number; readonly left: number; readonly width: number; readonly height: number },
): Visible {
  const beyond = 8;
  const firstAfter = (edge: number) => {
    const found = layout.lefts.findIndex((left) => left > edge);
    return found < 0 ? layout.columns : found;
  };
  return {
    top: Math.max(Math.floor(scroll.top / rowHeight) - beyond, 0),
    bottom: Math.min(Math.ceil((scroll.top + scroll.height) / rowHeight) + beyond, layout.rows),
    left: Math.max(firstAfter(scroll.left) - 2, 0),
    right: Math.min(firstAfter(scroll.left + scroll.width) + 1, layout.columns),
  };
}
