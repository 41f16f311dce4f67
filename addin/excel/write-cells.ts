import type { Area, CellPlace } from '../../core/sheet/grid.ts';
import type { AppliedFix, FixOutcome, PlacedFix } from '../../ui/sheet-session/port.ts';
import { inExcel } from './in-excel.ts';
import { formulaOf } from './reading/read-grids.ts';

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

/** Writes each fix; a cell with a formula is left alone unless the user said so. */
export const applyFixes = (
  fixes: readonly PlacedFix[],
  { overFormulas }: { readonly overFormulas: boolean },
): Promise<FixOutcome> =>
  inExcel(async (context) => {
    const cells = fixes.map((fix) => ({ fix, cell: cellOf(context, fix).load('values,formulas,numberFormat') }));
    await context.sync();
    const applied: AppliedFix[] = [];
    const formulas: PlacedFix[] = [];
    for (const { fix, cell } of cells) {
      const formula = formulaOf(cell.formulas[0]?.[0]);
      if (formula !== null && !overFormulas) {
        formulas.push(fix);
        continue;
      }
      const before = { value: cell.values[0]?.[0] ?? null, formula, format: String(cell.numberFormat[0]?.[0]) };
      applied.push({ fix, before });
      if (fix.format !== undefined) cell.numberFormat = [[fix.format]];
      cell.values = [[isDate(fix) ? fix.value : asTypedInto(fix.format ?? before.format, fix.value)]];
    }
    await context.sync();
    return { applied, formulas };
  });

/** Puts back what stood in the cells, newest first: two fixes of one cell unwind in the right order. */
export const restore = (applied: readonly AppliedFix[]): Promise<void> =>
  inExcel(async (context) => {
    for (const { fix, before } of [...applied].reverse()) {
      const cell = cellOf(context, fix);
      if (before.format !== null) cell.numberFormat = [[before.format]];
      if (before.formula === null) cell.values = [[asTypedInto(before.format, before.value)]];
      else cell.formulas = [[before.formula]];
    }
    await context.sync();
  });

/** Typed as 2026-12-03 it becomes a date in every language and in both date systems; as a text it would stay one. */
const isDate = ({ value, format }: PlacedFix): boolean =>
  format !== undefined && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

const cellOf = (context: Excel.RequestContext, { sheet, row, column }: PlacedFix): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getCell(row, column);

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
