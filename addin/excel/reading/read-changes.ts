import { columnsWithFormulas, type GridPatch, withPatch } from '../../../core/sheet/grid-patch.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import type { ChangedArea } from '../../../ui/sheet-session/port.ts';
import { inExcel } from '../in-excel.ts';
import { cellValueOf, formatOf, formulaOf, readGrids } from './read-grids.ts';

/** Beyond that reading everything is no worse, and one answer stays below Excel's 5 MB. */
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

    const ranges = known.map((grid, at) =>
      (blocks[at] ?? []).map((block) => loaded(worksheets.getItem(grid.sheet), block)),
    );
    await context.sync();
    return known.map((grid, at) =>
      (blocks[at] ?? []).reduce(
        (patched, block, index) => withPatch(patched, patchOf(block, ranges[at]?.[index])),
        grid,
      ),
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

const loaded = (sheet: Excel.Worksheet, { row, column, rows, columns, whole }: Block): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns).load(whole ? 'values,numberFormat,formulas' : 'values');

function patchOf({ row, column, whole }: Block, range: Excel.Range | undefined): GridPatch {
  if (!range) throw new Error('a block was not read');
  const values = range.values.map((cells) => cells.map(cellValueOf));
  if (!whole) return { row, column, values };
  return {
    row,
    column,
    values,
    formats: range.numberFormat.map((codes) => codes.map(formatOf)),
    formulas: range.formulas.map((entries) => entries.map(formulaOf)),
  };
}
