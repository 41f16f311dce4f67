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
    table: readonly (readonly (T | null)[])[],
    pick: (change: CellChange) => T | null | undefined,
  ): readonly (readonly (T | null)[])[] => {
    const copy = [...table];
    for (const change of changes) {
      const value = pick(change);
      if (value === undefined) continue;
      const row = change.row - sheet.row;
      while (copy.length < row) copy.push([]);
      copy[row] = rowWith(copy[row] ?? [], change.column - sheet.column, value);
    }
    return copy;
  };
  const changed: Grid = {
    ...sheet,
    values: put<CellValue>(sheet.values, ({ value }) => value),
    ...(sheet.formulas && { formulas: put<string>(sheet.formulas, ({ formula }) => formula) }),
    ...(sheet.formats && { formats: put<string>(sheet.formats, ({ format }) => format) }),
  };
  return { ...changed, ...(sheet.file !== undefined && { file: sheet.file }) };
}

/** Rows are saved only as far as they are filled: a cell beyond that gets empty ones before it, never holes. */
const rowWith = <T>(row: readonly (T | null)[], column: number, value: T | null): readonly (T | null)[] =>
  Array.from({ length: Math.max(row.length, column + 1) }, (_, index) =>
    index === column ? value : (row[index] ?? null),
  );
