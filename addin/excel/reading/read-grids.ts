import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { inExcel } from '../in-excel.ts';
import { type Outline, outlineSheets } from './outline.ts';
import { readStretches, type Stretch } from './stretches.ts';

/**
 * Every sheet of the workbook with its used cells, as core/sheet reads them. Empty sheets are left out. All sheets come
 * together, in as few conversations with Excel as their size allows: each is a way to the server and back in Excel on the web.
 */
export const readGrids = (): Promise<readonly Grid[]> =>
  inExcel(async (context) => {
    const reading = (await outlineSheets(context)).map((outline) => ({ outline, cells: emptyCells(outline) }));
    await readStretches(
      context,
      reading.flatMap(({ outline, cells }) => [cellStretch(outline, cells), ...formulaStretches(outline, cells)]),
    );
    return reading.map(({ outline, cells }) => ({ ...gridOf(outline), ...cells }));
  });

const gridOf = ({ sheet, area, facts }: Outline): Omit<Grid, 'values'> => ({
  sheet: sheet.name,
  row: area.top,
  column: area.left,
  ...facts,
  hidden: sheet.visibility !== Excel.SheetVisibility.visible,
});

/** Filled as the pieces arrive. */
interface Cells {
  readonly values: CellValue[][];
  readonly formats: (string | null)[][];
  readonly formulas: (string | null)[][];
}

function emptyCells({ area }: Outline): Cells {
  const blank = () =>
    Array.from({ length: area.bottom - area.top + 1 }, () => new Array<null>(area.right - area.left + 1).fill(null));
  return { values: blank(), formats: blank(), formulas: blank() };
}

const cellStretch = ({ sheet, area }: Outline, { values, formats }: Cells): Stretch => ({
  sheet,
  area,
  properties: ['values', 'numberFormat'],
  take: (block, row) => {
    block.values.forEach((line, down) => {
      values[row - area.top + down] = line.map(cellValueOf);
    });
    block.numberFormat.forEach((line, down) => {
      formats[row - area.top + down] = line.map(formatOf);
    });
  },
});

/** Where there is no formula, `formulas` only repeats the value: it is asked for where Excel says there is one. */
const formulaStretches = ({ sheet, area, formulaAreas }: Outline, { formulas }: Cells): readonly Stretch[] =>
  formulaAreas.map((place) => ({
    sheet,
    area: place,
    properties: ['formulas'],
    take: (block, row) => {
      block.formulas.forEach((line, down) => {
        line.forEach((entry, right) => {
          const into = formulas[row - area.top + down];
          if (into) into[place.left - area.left + right] = formulaOf(entry);
        });
      });
    },
  }));

/** What Excel hands out for a cell, as core/sheet has it. */
export const cellValueOf = (value: unknown): CellValue => (value === '' ? null : (value as CellValue));
export const formatOf = (code: unknown): string | null => (code === 'General' ? null : String(code));

/** `formulas` repeats the plain value where there is no formula. */
export const formulaOf = (entry: unknown): string | null =>
  typeof entry === 'string' && entry.startsWith('=') && entry.length > 1 ? entry : null;
