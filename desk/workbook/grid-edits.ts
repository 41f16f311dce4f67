import type { CellValue, Grid } from '../../core/sheet/grid.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { Reference } from './formula/evaluate.ts';
import { recalculate } from './formula/recalculate.ts';

/** What is written into one cell; `formula` and `format` absent = they stay. */
export interface CellChange extends Reference {
  readonly value: CellValue;
  readonly formula?: string | null;
  readonly format?: string | null;
}

/** The sheet with cells changed and the formulas that read them calculated anew; the rest is shared with the old one. */
export function withChanges(sheet: SheetOfFile, changes: readonly CellChange[]): SheetOfFile {
  if (changes.length === 0) return sheet;
  const changed = written(sheet, changes);
  return written(changed, recalculate(sheet, changed, changes));
}

function written(sheet: SheetOfFile, changes: readonly CellChange[]): SheetOfFile {
  const put = <T>(
    table: readonly (readonly T[])[],
    pick: (change: CellChange) => T | undefined,
  ): readonly (readonly T[])[] => {
    const copy = [...table];
    for (const change of changes) {
      const row = change.row - sheet.row;
      const value = pick(change);
      if (value !== undefined)
        copy[row] = Object.assign([...(copy[row] ?? [])], { [change.column - sheet.column]: value });
    }
    return copy;
  };
  const changed: Grid = {
    ...sheet,
    values: put<CellValue>(sheet.values, ({ value }) => value),
    ...(sheet.formulas && { formulas: put<string | null>(sheet.formulas, ({ formula }) => formula) }),
    ...(sheet.formats && { formats: put<string | null>(sheet.formats, ({ format }) => format) }),
  };
  return { ...changed, ...(sheet.file !== undefined && { file: sheet.file }) };
}
