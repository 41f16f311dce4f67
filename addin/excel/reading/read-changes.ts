import { columnsWithFormulas, type GridPatch, withPatch } from '../../../core/sheet/grid-patch.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import type { ChangedArea } from '../../../ui/sheet-session/port.ts';
import { inExcel } from '../in-excel.ts';
import { cellValueOf, formatOf, formulaOf, readGrids } from './read-grids.ts';
import { bytesOf, readStretches, type Stretch } from './stretches.ts';

/** Beyond that reading everything is no worse. */
const mostCells = 60_000;

/**
 * `known` with the changed rows read anew, and the columns of formulas: what was typed changes them anywhere. Everything is
 * read when sheets came, went or were renamed, or when much changed.
 */
export async function readAgain(
  known: readonly SheetOfFile[],
  changed: readonly ChangedArea[],
): Promise<readonly SheetOfFile[]> {
  return (await readChanges(known, changed)) ?? readGrids();
}

const readChanges = (known: readonly SheetOfFile[], changed: readonly ChangedArea[]) =>
  inExcel(async (context): Promise<readonly SheetOfFile[] | null> => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    const ids = new Map(worksheets.items.map(({ id, name }) => [name, id]));
    if (known.some(({ sheet }) => !ids.has(sheet))) return null;
    const blocks = known.map((grid) =>
      blocksOf(
        grid,
        changed.filter(({ sheet }) => sheet === ids.get(grid.sheet)),
      ),
    );
    const isKnown = new Set(known.map(({ sheet }) => ids.get(sheet)));
    if (changed.some(({ sheet }) => !isKnown.has(sheet))) return null;
    const cells = blocks.flat().reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    if (cells > mostCells) return null;

    const reading = known.map((grid, at) => (blocks[at] ?? []).map((block) => beginBlock(worksheets, grid, block)));
    await readStretches(
      context,
      reading.flat().map(({ stretch }) => stretch),
    );
    return known.map((grid, at) =>
      (reading[at] ?? []).flatMap(({ patches }) => patches).reduce<SheetOfFile>(withPatch, grid),
    );
  });

/** A block of cells to read; without `whole` their values only. */
interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly whole: boolean;
}

/** Formulas first: a row that was read whole may have lost one. */
function blocksOf(grid: SheetOfFile, changed: readonly ChangedArea[]): readonly Block[] {
  const height = grid.values.length;
  const last = grid.column + Math.max(0, ...grid.values.map(({ length }) => length)) - 1;
  const calculated = columnsWithFormulas(grid).map(
    (column): Block => ({ row: grid.row, column, rows: height, columns: 1, whole: false }),
  );
  const rows = changed.map(({ area: { top, bottom, left, right } }): Block => {
    const column = Math.min(grid.column, left);
    return { row: top, column, rows: bottom - top + 1, columns: Math.max(last, right) - column + 1, whole: true };
  });
  return [...calculated, ...rows];
}

interface ReadBlock {
  readonly stretch: Stretch;
  /** As its pieces arrive. */
  readonly patches: readonly GridPatch[];
}

function beginBlock(worksheets: Excel.WorksheetCollection, grid: SheetOfFile, block: Block): ReadBlock {
  const { row, column, rows, columns, whole } = block;
  const patches: GridPatch[] = [];
  const stretch: Stretch = {
    sheet: worksheets.getItem(grid.sheet),
    area: { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 },
    properties: whole ? ['values', 'numberFormat', 'formulas'] : ['values'],
    bytesPerRow: knownBytes(grid, block) / rows,
    take: (range, top) => patches.push({ row: top, column, ...cellsOf(range, whole) }),
  };
  return { stretch, patches };
}

/** Where a cell holds no formula, `formulas` repeats its value. */
function knownBytes(grid: SheetOfFile, { row, column, rows, columns, whole }: Block): number {
  const known = grid.values
    .slice(Math.max(0, row - grid.row), Math.max(0, row - grid.row + rows))
    .map((cells) => cells.slice(Math.max(0, column - grid.column), Math.max(0, column - grid.column + columns)));
  return bytesOf(known) * (whole ? 2 : 1);
}

const cellsOf = (range: Excel.Range, whole: boolean): Omit<GridPatch, 'row' | 'column'> => ({
  values: range.values.map((cells) => cells.map(cellValueOf)),
  ...(whole && {
    formats: range.numberFormat.map((codes) => codes.map(formatOf)),
    formulas: range.formulas.map((entries) => entries.map(formulaOf)),
  }),
});
