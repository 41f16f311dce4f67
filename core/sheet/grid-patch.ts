import type { CellValue, Grid } from './grid.ts';

/** A block of cells read anew; without formats or formulas those stay as they were known. */
export interface GridPatch {
  /** Sheet position of values[0][0], zero-based. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  readonly formats?: readonly (readonly (string | null)[])[];
  readonly formulas?: readonly (readonly (string | null)[])[];
}

/** The grid with the block in it. It grows where the block reaches beyond it; rows that didn't change are shared. */
export function withPatch<Sheet extends Grid>(grid: Sheet, patch: GridPatch): Sheet {
  const { formats, formulas } = patch;
  const row = Math.min(grid.row, patch.row);
  const column = Math.min(grid.column, patch.column);
  const height = Math.max(grid.row + grid.values.length, patch.row + patch.values.length) - row;
  const width = Math.max(grid.column + widthOf(grid.values), patch.column + widthOf(patch.values)) - column;
  const put = <Cell>(known: Block<Cell>, fresh: Block<Cell> | undefined): Block<Cell> => {
    const placed = {
      known: { top: grid.row - row, left: grid.column - column, cells: known },
      fresh: { top: patch.row - row, left: patch.column - column, cells: fresh ?? [] },
    };
    return Array.from({ length: height }, (_, at) => patchedRow(at, width, placed.known, placed.fresh));
  };
  return {
    ...grid,
    row,
    column,
    values: put<CellValue>(grid.values, patch.values),
    ...((grid.formats ?? formats) && { formats: put<string>(grid.formats ?? [], formats) }),
    ...((grid.formulas ?? formulas) && { formulas: put<string>(grid.formulas ?? [], formulas) }),
  };
}

type Block<Cell> = readonly (readonly (Cell | null)[])[];
interface PlacedBlock<Cell> {
  readonly top: number;
  readonly left: number;
  readonly cells: Block<Cell>;
}

function patchedRow<Cell>(
  at: number,
  width: number,
  known: PlacedBlock<Cell>,
  fresh: PlacedBlock<Cell>,
): readonly (Cell | null)[] {
  const before = known.cells[at - known.top];
  const now = fresh.cells[at - fresh.top];
  if (now === undefined && before?.length === width && known.left === 0) return before;
  return Array.from({ length: width }, (_, column) => {
    const cell = now?.[column - fresh.left];
    return cell === undefined ? (before?.[column - known.left] ?? null) : cell;
  });
}

const widthOf = (cells: Block<unknown>): number => cells.reduce((widest, { length }) => Math.max(widest, length), 0);

/** Sheet columns (zero-based) in which a formula stands: their values change with cells elsewhere. */
export function columnsWithFormulas({ column, formulas = [] }: Grid): readonly number[] {
  const found = new Set<number>();
  for (const row of formulas) for (const [at, formula] of row.entries()) if (formula !== null) found.add(column + at);
  return [...found].sort((a, b) => a - b);
}
