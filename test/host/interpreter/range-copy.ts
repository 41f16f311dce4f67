import { shiftedFormula } from '../../../workbook/xlsx/shared-formulas.ts';
import { invalidArgument } from './errors.ts';
import type { CellsOfSheet, ObjectModel } from './host-object.ts';
import { checkAllowed, checkUnlocked } from './protection.ts';
import { gridOf } from './range-values.ts';

/** `range.copyFrom`: repeats the source over the range, as Excel does with a smaller source. */
export function copyCells({ book }: ObjectModel, to: CellsOfSheet, from: CellsOfSheet, kind: string): void {
  if (kind === 'Formats') copyFormats(to, from);
  else if (kind === 'Formulas') {
    checkUnlocked(to.sheet, to.area);
    book.edit(to.sheet, to.area, 'ThisLocalAddin', () => copyFormulas(to, from));
  } else throw invalidArgument(`The stand-in copies formats and formulas only, not "${kind}".`);
}

/** Each cell of the range with the one it is copied from. */
const pairs = ({ area }: CellsOfSheet, { area: source }: CellsOfSheet) =>
  gridOf(area, (row, column) => ({
    at: { row, column },
    from: {
      row: source.row + ((row - area.row) % source.rows),
      column: source.column + ((column - area.column) % source.columns),
    },
  })).flat();

function copyFormats(to: CellsOfSheet, source: CellsOfSheet): void {
  checkAllowed(to.sheet, 'allowFormatCells');
  for (const { at, from } of pairs(to, source)) {
    const origin = source.sheet.cell(from.row, from.column);
    const cell = to.sheet.touch(at.row, at.column);
    delete cell.numberFormat;
    delete cell.format;
    if (origin?.numberFormat !== undefined) cell.numberFormat = origin.numberFormat;
    if (origin?.format !== undefined) cell.format = { ...origin.format };
  }
}

/** References move along; results are not calculated. */
function copyFormulas(to: CellsOfSheet, source: CellsOfSheet): void {
  for (const { at, from } of pairs(to, source)) {
    const { formula, value } = source.sheet.cell(from.row, from.column) ?? {};
    const copied = formula === undefined ? (value ?? '') : shiftedFormula(formula, from, at);
    to.sheet.enter(at.row, at.column, copied);
  }
}
