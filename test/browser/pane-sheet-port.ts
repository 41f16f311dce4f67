import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { areaName, type CellValue, cellName, columnName, type Grid } from '../../core/sheet/grid.ts';
import { textsIn } from '../../locales/index.ts';
import { statusTones, statusWordsIn } from '../../ui/components/status-tones.ts';
import type { KeptTables } from '../../ui/kept-tables/port.ts';
import type { PlacedFix, SheetPort } from '../../ui/sheet-session/port.ts';
import type { CellData, SheetInput } from '../host/interpreter/workbook-data.ts';
import type { PaneInHost } from '../host/open-pane.ts';

/** What the status columns are called in these tests. */
export const headings = {
  number: 'Countersign no.',
  status: 'Countersign status',
  nextStep: 'Countersign next step',
  promisedDate: 'Countersign promised date',
};

const bundles = new Map<string, Promise<string>>();

/** What the statuses are called that have a colour. */
const statusWords = Object.fromEntries(statusTones.map((tone) => [tone, statusWordsIn(textsIn('en'))(tone)]));

/** addin/excel at work in the stand-in's page, called from here: what goes over is plain data. */
export async function excelPort(pane: PaneInHost): Promise<SheetPort> {
  await addExcelSide(pane, 'excel-sheet.ts');
  await pane.page.evaluate(
    async (said, statuses) => {
      const side = globalThis as unknown as { ExcelSide: { openExcelSheet(texts: () => unknown): Promise<unknown> } };
      const words = (tone: keyof typeof statuses) => statuses[tone];
      Object.assign(globalThis, { excelPort: await side.ExcelSide.openExcelSheet(() => ({ headings: said, words })) });
    },
    headings,
    statusWords,
  );
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

/** Where a workbook keeps the server's tables, called from here. */
export async function excelKept(pane: PaneInHost): Promise<KeptTables> {
  await addExcelSide(pane, 'kept-tables.ts');
  const call = (method: 'find' | 'put', argument: unknown) =>
    pane.page.evaluate(
      (name, value) => {
        const { ExcelSide } = globalThis as unknown as {
          ExcelSide: { excelKeptTables: Record<string, (value: unknown) => unknown> };
        };
        return ExcelSide.excelKeptTables[name]?.(value);
      },
      method,
      argument,
    );
  return { find: (ids) => call('find', ids), put: (table) => call('put', table) } as KeptTables;
}

/** What addin/excel tells of changes, from now on until it is ended. */
export async function watchedChanges(pane: PaneInHost): Promise<{ told(): Promise<unknown[]>; end(): Promise<void> }> {
  await addExcelSide(pane, 'watch-changes.ts');
  const watch = await pane.page.evaluateHandle(async () => {
    const told: unknown[] = [];
    const { ExcelSide } = globalThis as unknown as {
      ExcelSide: { watchChanges(changed: (areas: unknown) => void, others: () => void): Promise<() => Promise<void>> };
    };
    const end = await ExcelSide.watchChanges(
      (areas) => told.push(areas),
      () => told.push('others'),
    );
    return { told, end };
  });
  return { told: () => watch.evaluate(({ told }) => told), end: () => watch.evaluate(({ end }) => end()) };
}

async function addExcelSide({ page }: PaneInHost, file: string): Promise<void> {
  const known = bundles.get(file) ?? bundleExcelSide(file);
  bundles.set(file, known);
  await page.addScriptTag({ content: await known });
}

async function bundleExcelSide(file: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../../addin/excel/${file}`, import.meta.url));
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

/** A fix of a cell of the sheet 订单. */
export const fixAt = (
  cell: string,
  row: number,
  column: number,
  value: string | number,
  format?: string,
): PlacedFix => ({
  sheet: '订单',
  cell,
  row,
  column,
  value,
  ...(format !== undefined && { format }),
});
