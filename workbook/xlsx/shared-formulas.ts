import { columnName } from '../../core/sheet/grid.ts';
import { parseCellName } from './address.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

const lastRow = 1_048_575;
const lastColumn = 16_383;

/** Texts, sheet names in quotes and table columns in brackets are stepped over; what is left may be a cell or whole rows or columns. */
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|(?<![\w.\\$])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\w.(!\\])/g;

/**
 * The formula of a cell that shares another's: written once at `from`, it means at `to` what copying it there would give.
 * A reference pushed off the sheet becomes #REF!, as in Excel.
 */
export function shiftedFormula(formula: string, from: Place, to: Place): string {
  const down = to.row - from.row;
  const right = to.column - from.column;
  const rowText = (fixed: string, digits: string): string | null => {
    const row = Number(digits) - 1 + (fixed ? 0 : down);
    return row < 0 || row > lastRow ? null : `${fixed}${row + 1}`;
  };
  const columnText = (fixed: string, letters: string): string | null => {
    const before = parseCellName(`${letters}1`)?.column ?? 0;
    const column = before + (fixed ? 0 : right);
    if (before > lastColumn || column < 0 || column > lastColumn) return null;
    return `${fixed}${columnName(column)}`;
  };
  return formula.replace(token, (whole, ...found: (string | undefined)[]) => {
    const [fixColumn, letters, fixRow, digits, fixA, lettersA, fixB, lettersB, fixC, digitsC, fixD, digitsD] = found;
    if (letters !== undefined && digits !== undefined) {
      if ((parseCellName(`${letters}1`)?.column ?? lastColumn + 1) > lastColumn) return whole;
      return joined('', columnText(fixColumn ?? '', letters), rowText(fixRow ?? '', digits));
    }
    if (lettersA !== undefined && lettersB !== undefined)
      return joined(':', columnText(fixA ?? '', lettersA), columnText(fixB ?? '', lettersB));
    if (digitsC !== undefined && digitsD !== undefined)
      return joined(':', rowText(fixC ?? '', digitsC), rowText(fixD ?? '', digitsD));
    return whole;
  });
}

const joined = (by: string, first: string | null, second: string | null): string =>
  first === null || second === null ? '#REF!' : `${first}${by}${second}`;

interface FormulaCell extends Place {
  readonly formula: string | null;
  /** Number of the formula it shares with other cells; only the first of them spells it out. */
  readonly shared: string | null;
}

/** Of one sheet: gives each cell, in their order, its formula in full. */
export function sharedFormulas(): (cell: FormulaCell) => string | null {
  const first = new Map<string, Place & { readonly formula: string }>();
  return ({ formula, shared, row, column }) => {
    if (formula === null || shared === null) return formula;
    const known = first.get(shared);
    if (formula === '') return known ? shiftedFormula(known.formula, known, { row, column }) : formula;
    first.set(shared, { formula, row, column });
    return formula;
  };
}
