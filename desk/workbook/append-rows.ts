import { cellName } from '../../core/sheet/grid.ts';
import type { NewRow } from '../../core/sheet/new-row.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import { isDateFormat } from '../../core/sheet/values/date.ts';
import type { AppendedRows, RowsPlace } from '../../ui/sheet-session/port.ts';
import { shiftedFormula } from '../../workbook/xlsx/shared-formulas.ts';
import { evaluate, type Reference } from './formula/evaluate.ts';
import type { CellChange } from './grid-edits.ts';

/** Cells as they are written; a row's formula before the ones that read it, or they would have nothing to read. */
type WrittenCell = CellChange & { readonly formula: string | null; readonly format: string | null };

/** The cells of rows below a table's last one; the name of the first that is not free instead. */
export function rowsBelow(
  sheet: SheetOfFile,
  { lastRow, headerRow, left, right }: RowsPlace,
  rows: readonly NewRow[],
): { readonly cells: readonly WrittenCell[] } | { readonly taken: string } {
  const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
  const cells: WrittenCell[] = [];
  for (const [at, row] of rows.entries()) {
    const below = lastRow + 1 + at;
    const taken = columns.find((column) => valueAt(sheet, { row: below, column }) !== null);
    if (taken !== undefined) return { taken: cellName(below, taken) };
    const above = lastRow === headerRow ? null : lastRow;
    for (const column of columns) {
      const cell = cellBelow(sheet, { row: below, column }, above, row);
      if (cell) cells.push(cell);
    }
  }
  return { cells: calculated(cells) };
}

function cellBelow(sheet: SheetOfFile, place: Reference, above: number | null, row: NewRow): WrittenCell | null {
  const { column } = place;
  const from = above === null ? null : { row: above, column };
  const formula = from && (sheet.formulas?.[from.row - sheet.row]?.[column - sheet.column] ?? null);
  const format = (from && sheet.formats?.[from.row - sheet.row]?.[column - sheet.column]) ?? null;
  if (from && formula !== null) return { ...place, value: null, formula: shiftedFormula(formula, from, place), format };
  const said = row.find((cell) => cell.column === column);
  if (!said) return null;
  const dated = said.isDate && !isDateFormat(format) ? 'yyyy-mm-dd' : format;
  return { ...place, value: said.value, formula: null, format: dated };
}

/** Formulas with what they give, as far as it can be calculated here; several rounds, for one may read another. */
function calculated(cells: readonly WrittenCell[]): readonly WrittenCell[] {
  let known = cells;
  for (let round = 0; round < 3; round += 1) {
    const valueNow = ({ row, column }: Reference) =>
      known.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
    known = known.map((cell) => (cell.formula === null ? cell : { ...cell, value: evaluate(cell.formula, valueNow) }));
  }
  return known;
}

/** As they stand in the rows now: formulas, else values. */
export const contentsOf = (
  sheet: SheetOfFile,
  { top, left, rows, columns }: { top: number; left: number; rows: number; columns: number },
): AppendedRows['contents'] =>
  Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_, right) => {
      const [row, column] = [top + down - sheet.row, left + right - sheet.column];
      return sheet.formulas?.[row]?.[column] ?? sheet.values[row]?.[column] ?? '';
    }),
  );

const valueAt = (sheet: SheetOfFile, { row, column }: Reference) =>
  sheet.values[row - sheet.row]?.[column - sheet.column] ?? null;
