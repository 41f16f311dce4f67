import type { Area, CellPlace } from '../../core/sheet/grid.ts';
import type { AppliedFix, CellContent, FixOutcome, PlacedFix, RestoreOutcome } from '../../ui/sheet-session/port.ts';
import { isSameContent } from '../../ui/sheet-session/rows-now.ts';
import { seenOfFixes } from '../../ui/sheet-session/seen-rows.ts';
import { inExcel } from './in-excel.ts';
import { cellValueOf, formulaOf } from './reading/read-grids.ts';
import { readCells as readRows } from './reading/row-cells.ts';
import { lookAgain } from './reading/seen-cells.ts';
import { portionsOf } from './requests.ts';
import { type Run, runsOf } from './runs.ts';

export const goTo = ({ sheet, row, column }: CellPlace): Promise<void> =>
  inExcel(async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    target.activate();
    target.getCell(row, column).select();
    await context.sync();
  });

/** Shows a whole table in the grid. */
export const selectArea = (sheet: string, { top, left, bottom, right }: Area): Promise<void> =>
  inExcel(async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    target.activate();
    target.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).select();
    await context.sync();
  });

/** Writes each fix; a cell with a formula is left alone unless the user said so, one that holds something else in any case. */
export const applyFixes = (
  fixes: readonly PlacedFix[],
  { overFormulas }: { readonly overFormulas: boolean },
): Promise<FixOutcome> =>
  inExcel(async (context) => {
    const applied: AppliedFix[] = [];
    const formulas: PlacedFix[] = [];
    const changed: PlacedFix[] = [];
    const cells = await readCells(context, fixes, (fix) => fix);
    const isMoved = await findMoved(context, fixes);
    const isClosed = (cell: CellThere<PlacedFix>) => cell.isLocked || (cell.isProtected && needsFormat(cell));
    const open = cells.filter((cell) => !isClosed(cell));
    const writes = open.filter(({ what: fix, holds }) => {
      if (isMoved(fix) || (fix.seen !== undefined && !isSameContent(holds, fix.seen))) changed.push(fix);
      else if (holds.formula !== null && !overFormulas) formulas.push(fix);
      else return true;
      return false;
    });
    const failure = await writeCells(
      context,
      writes,
      ({ what: fix, holds }) => ({
        value: isDate(fix) ? fix.value : asTypedInto(fix.format ?? holds.format, fix.value),
        format: fix.format,
      }),
      ({ what: fix, holds }, after) => applied.push({ fix, before: holds, after }),
    );
    const protectedSheets = sheetsOf(cells.filter(isClosed));
    return { applied, formulas, changed, protectedSheets, ...(failure !== null && { failure }) };
  });

/** Puts back what stood in the cells before, where they still hold what was written. */
export const restore = (applied: readonly AppliedFix[]): Promise<RestoreOutcome> =>
  inExcel(async (context) => {
    const cells = await readCells(context, applied, ({ fix }) => fix);
    const isMoved = await findMoved(
      context,
      applied.map(({ fix }) => fix),
    );
    const open = cells.filter(({ isLocked }) => !isLocked);
    const changed = open.filter(({ what, holds }) => isMoved(what.fix) || !isSameContent(holds, what.after));
    const failure = await writeCells(
      context,
      open.filter((cell) => !changed.includes(cell)),
      ({ what: { before } }) => ({
        value: before.formula ?? asTypedInto(before.format, before.value),
        format: before.format ?? undefined,
      }),
    );
    if (failure !== null) throw failure;
    return {
      changed: changed.map(({ what }) => what),
      protectedSheets: sheetsOf(cells.filter(({ isLocked }) => isLocked)),
    };
  });

/** Whether another row stands in a fix's by now, as it was last read before the writing. */
async function findMoved(
  context: Excel.RequestContext,
  fixes: readonly PlacedFix[],
): Promise<(fix: PlacedFix) => boolean> {
  const sheets = [...Map.groupBy(fixes, ({ sheet }) => sheet)].map(([name, own]) => ({
    name,
    again: lookAgain(context.workbook.worksheets.getItem(name), seenOfFixes(own)),
  }));
  await readRows(
    context,
    sheets.map(({ again }) => again.cells),
  );
  const moved = new Map(sheets.map(({ name, again }) => [name, again.moved()]));
  return ({ sheet, row }) => moved.get(sheet)?.has(row) ?? false;
}

/** A protected sheet lets nobody change how even its open cells look. */
const needsFormat = ({ what: { format }, holds }: CellThere<PlacedFix>): boolean =>
  format !== undefined && format !== holds.format;

/** Typed as 2026-12-03 it becomes a date in every language and in both date systems; as a text it would stay one. */
const isDate = ({ value, format }: PlacedFix): boolean =>
  format !== undefined && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** A cell as it is found right before it is written. */
interface CellThere<What> {
  readonly what: What;
  readonly place: PlacedFix;
  readonly holds: AppliedFix['before'];
  readonly isProtected: boolean;
  readonly isLocked: boolean;
}

/** Neighbours of a column are read as one. */
async function readCells<What>(
  context: Excel.RequestContext,
  wanted: readonly What[],
  placeOf: (what: What) => PlacedFix,
): Promise<readonly CellThere<What>[]> {
  const cells = wanted.map((what) => ({ what, place: placeOf(what) }));
  const sheets = new Map(
    [...new Set(cells.map(({ place }) => place.sheet))].map((name) => [name, protectionOf(context, name)]),
  );
  await context.sync();
  const found: CellThere<What>[] = [];
  for (const portion of portionsOf(columnRunsOf(cells))) {
    const read = portion.map((run) => {
      const range = rangeOf(context, run).load('values,formulas,numberFormat');
      const isProtected = sheets.get(run[0].place.sheet)?.protected === true;
      return { run, range, isProtected, locks: isProtected ? range.format.protection.load('locked') : null };
    });
    await context.sync();
    for (const { run, range, isProtected, locks } of read)
      run.forEach((cell, down) => {
        const formula = formulaOf(range.formulas[down]?.[0]);
        const value = cellValueOf(range.values[down]?.[0] ?? null);
        const format = String(range.numberFormat[down]?.[0]);
        // Of a run of which only some are locked, Excel tells no more than that: none of it is touched.
        const isLocked = locks !== null && locks.locked !== false;
        found.push({ ...cell, holds: { value, formula, format }, isProtected, isLocked });
      });
  }
  return found;
}

const protectionOf = (context: Excel.RequestContext, name: string) =>
  context.workbook.worksheets.getItem(name).protection.load('protected');

const sheetsOf = (cells: readonly CellThere<unknown>[]): readonly string[] => [
  ...new Set(cells.map(({ place }) => place.sheet)),
];

/**
 * Writes the cells, neighbours of a column as one, and tells of each what it holds afterwards.
 * @returns why it ended early, with what had been written until then told; null = all is written
 */
async function writeCells<What>(
  context: Excel.RequestContext,
  cells: readonly CellThere<What>[],
  entryOf: (cell: CellThere<What>) => {
    readonly value: string | number | boolean;
    readonly format: string | undefined;
  },
  wrote?: (cell: CellThere<What>, after: CellContent) => void,
): Promise<unknown> {
  for (const portion of portionsOf(columnRunsOf(cells))) {
    let written = portion.map((run) => {
      const range = rangeOf(context, run);
      const entries = run.map(entryOf);
      if (entries.some(({ format }, down) => format !== undefined && format !== run[down]?.holds.format))
        range.numberFormat = run.map(({ holds }, at) => [entries[at]?.format ?? holds.format]);
      range.values = entries.map(({ value }) => [value]);
      return { run, range: range.load('values,formulas') };
    });
    let failure: unknown = null;
    try {
      await context.sync();
    } catch (error) {
      failure = error;
      // What came before the failing one is written: it must be told, or it could never be undone.
      written = portion.map((run) => ({ run, range: rangeOf(context, run).load('values,formulas') }));
      // Excel answers nothing any more: the first failure says why, and what was written until then stays told.
      if (
        !(await context.sync().then(
          () => true,
          () => false,
        ))
      )
        return failure;
    }
    for (const { run, range } of written)
      run.forEach((cell, down) => {
        const after = {
          value: cellValueOf(range.values[down]?.[0] ?? null),
          formula: formulaOf(range.formulas[down]?.[0]),
        };
        if (failure === null || !isSameContent(after, cell.holds)) wrote?.(cell, after);
      });
    if (failure !== null) return failure;
  }
  return null;
}

type CellIn<What> = What & { readonly place: PlacedFix };

/** Cells one below the other are read and written as one. */
const columnRunsOf = <What>(cells: readonly CellIn<What>[]): readonly Run<CellIn<What>>[] =>
  runsOf(
    cells.toSorted(({ place: a }, { place: b }) => compare(a.sheet, b.sheet) || a.column - b.column || a.row - b.row),
    ({ place: above }, { place }) =>
      above.sheet === place.sheet && above.column === place.column && above.row + 1 === place.row,
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const rangeOf = (context: Excel.RequestContext, run: Run<CellIn<unknown>>): Excel.Range => {
  const { sheet, row, column } = run[0].place;
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, run.length, 1);
};

/**
 * The value as Excel must be given it to hold just this. Excel reads a text as if it were typed: "00123" would lose its
 * zeros, "3-12" become a date, "=…" a formula; the leading apostrophe says text, and isn't part of it.
 */
export function asTyped(value: string | number | boolean | null): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'string' && value !== '' && !plainWord.test(value) ? `'${value}` : value;
}

/** A cell that is told to hold text takes every text as it is, the apostrophe too. */
export const asTypedInto = (format: unknown, value: string | number | boolean | null): string | number | boolean =>
  format === '@' && typeof value === 'string' ? value : asTyped(value);

/** Letters first and no digit anywhere: no number, formula, or date ("Mar-12") is written so. */
const plainWord = /^(?!(?:true|false)$)\p{L}\D*$/iu;
