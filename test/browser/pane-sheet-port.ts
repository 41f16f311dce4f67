import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { CellValue, Grid } from '../../core/sheet/grid.ts';
import { areaName, cellName, columnName } from '../../core/sheet/grid.ts';
import type { SheetPort } from '../../ui/sheet-session/port.ts';
import type { CellData, SheetInput } from '../host/interpreter/workbook-data.ts';
import type { PaneInHost } from '../host/open-pane.ts';

/** What the status columns are called in these tests. */
export const headings = {
  number: 'Countersign no.',
  status: 'Countersign status',
  nextStep: 'Countersign next step',
  promisedDate: 'Countersign promised date',
};

let bundle: Promise<string> | undefined;

/** addin/excel at work in the stand-in's page, called from here: what goes over is plain data. */
export async function excelPort(pane: PaneInHost): Promise<SheetPort> {
  bundle ??= bundleExcelSide();
  await pane.page.addScriptTag({ content: await bundle });
  await pane.page.evaluate(async (words) => {
    const side = globalThis as unknown as { ExcelSide: { openExcelSheet(words: () => unknown): Promise<unknown> } };
    Object.assign(globalThis, { excelPort: await side.ExcelSide.openExcelSheet(() => words) });
  }, headings);
  const call = (method: string, ...args: unknown[]) =>
    pane.page.evaluate(
      (name, values) => {
        const { excelPort: port } = globalThis as unknown as {
          excelPort: Record<string, (...args: unknown[]) => unknown>;
        };
        return port[name]?.(...values);
      },
      method,
      args,
    );
  const methods = [
    'readGrids',
    'readAgain',
    'readStruck',
    'goTo',
    'applyFixes',
    'restore',
    'writeStatuses',
    'mark',
    'clearMarks',
    'appendRows',
    'removeRows',
  ] as const;
  return {
    name: 'Book1.xlsx',
    ...Object.fromEntries(methods.map((method) => [method, (...args: unknown[]) => call(method, ...args)])),
  } as SheetPort;
}

async function bundleExcelSide(): Promise<string> {
  const entry = fileURLToPath(new URL('../../addin/excel/excel-sheet.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { lib: { entry, formats: ['iife'], name: 'ExcelSide' }, write: false, minify: false },
  });
  const [built] = Array.isArray(result) ? result : [result];
  const [chunk] = built !== undefined && 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error('addin/excel was not bundled');
  return chunk.code;
}

/** The same sheet as the stand-in is given it. */
export function sheetInputOf(grid: Grid): SheetInput {
  const cells: Record<string, CellData> = {};
  const struck = new Set(grid.struck?.flatMap(({ column, rows }) => rows.map((row) => cellName(row, column))) ?? []);
  grid.values.forEach((values, row) => {
    values.forEach((value, column) => {
      const formula = grid.formulas?.[row]?.[column];
      const numberFormat = grid.formats?.[row]?.[column];
      const name = cellName(grid.row + row, grid.column + column);
      if (value === null && !numberFormat && !struck.has(name)) return;
      cells[name] = {
        ...(struck.has(name) && { format: { 'font.strikethrough': true } }),
        ...(value !== null && { value }),
        ...(formula && { formula }),
        ...(numberFormat && { numberFormat }),
      };
    });
  });
  return {
    name: grid.sheet,
    cells,
    merges: (grid.merges ?? []).map(areaName),
    hiddenRows: (grid.hiddenRows ?? []).map((row) => row + 1),
    hiddenColumns: (grid.hiddenColumns ?? []).map(columnName),
    visibility: grid.hidden ? 'Hidden' : 'Visible',
  };
}

/** A whole sheet as read, every table of it filled. */
export function wholeGrid(sheet: string, values: readonly (readonly CellValue[])[], more: Partial<Grid> = {}): Grid {
  const blank = values.map((row) => row.map(() => null));
  return {
    sheet,
    row: 2,
    column: 1,
    values,
    formats: blank,
    formulas: blank,
    merges: [],
    tables: [],
    hiddenRows: [],
    hiddenColumns: [],
    hidden: false,
    struck: [],
    ...more,
  };
}
