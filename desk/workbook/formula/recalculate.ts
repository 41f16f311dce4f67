import { type Cell, cellAt } from '../../../core/sheet/cells.ts';
import type { CellValue } from '../../../core/sheet/grid.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import { evaluate, type Reference, referencesOf } from './evaluate.ts';

interface FormulaCell extends Reference {
  readonly formula: string;
  readonly shift: number;
}

/**
 * New results of the formulas that depend on changed cells, as Excel would calculate them while typing: a corrected price
 * corrects the amount beside it. Only formulas that give the saved result from the old values are trusted with the new.
 * @param before the sheet as it was; @param after the same with the changes in it
 */
export function recalculate(
  before: SheetOfFile,
  after: SheetOfFile,
  changed: readonly Reference[],
): readonly (Reference & { readonly value: CellValue })[] {
  const results = new Map<string, Reference & { readonly value: CellValue }>();
  const dependents = dependentsIn(after);
  const valueNow = (cell: Reference): CellValue => results.get(nameOf(cell))?.value ?? valueIn(after, cell);
  let waiting = [...changed];
  // Each round follows the changes one formula further; a circle ends when nothing changes any more, or here.
  for (let round = 0; waiting.length > 0 && round < 20; round++) {
    const next: Reference[] = [];
    for (const formula of waiting.flatMap((cell) => dependents.get(nameOf(cell)) ?? [])) {
      if (!isTrusted(before, formula)) continue;
      const value = evaluate(formula.formula, valueNow, formula.shift);
      if (value === null || value === valueNow(formula)) continue;
      results.set(nameOf(formula), { row: formula.row, column: formula.column, value });
      next.push(formula);
    }
    waiting = next;
  }
  return [...results.values()];
}

const nameOf = ({ row, column }: Reference): string => `${row},${column}`;
const valueIn = (sheet: SheetOfFile, { row, column }: Reference): CellValue => cellAt(sheet, row, column).value;

/** Which formulas read a cell. */
function dependentsIn(sheet: SheetOfFile): ReadonlyMap<string, readonly FormulaCell[]> {
  const dependents = new Map<string, FormulaCell[]>();
  for (const formula of formulasIn(sheet))
    for (const reference of referencesOf(formula.formula, formula.shift)) {
      const name = nameOf(reference);
      const known = dependents.get(name);
      if (known) known.push(formula);
      else dependents.set(name, [formula]);
    }
  return dependents;
}

/** Excel writes a formula that was filled down once, at its top; the cells below only say that they share it ("="). */
function* formulasIn(sheet: SheetOfFile): Generator<FormulaCell> {
  const above = new Map<number, FormulaCell>();
  for (const [index, formulas] of (sheet.formulas ?? []).entries())
    for (const [offset, formula] of formulas.entries()) {
      if (formula === null) continue;
      const place = { row: sheet.row + index, column: sheet.column + offset };
      const top = above.get(place.column);
      if (formula !== '=') {
        const own = { ...place, formula, shift: 0 };
        above.set(place.column, own);
        yield own;
      } else if (top) yield { ...place, formula: top.formula, shift: place.row - top.row };
    }
}

/** The formula gives what Excel saved: it was understood as Excel understands it. */
function isTrusted(before: SheetOfFile, { row, column, formula, shift }: FormulaCell): boolean {
  const saved: Cell['value'] = cellAt(before, row, column).value;
  const result = evaluate(formula, (cell) => valueIn(before, cell), shift);
  return (
    typeof saved === 'number' && result !== null && Math.abs(result - saved) <= 1e-9 * Math.max(1, Math.abs(saved))
  );
}
