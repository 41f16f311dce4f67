import { areaName, cellName } from '../../core/sheet/grid.ts';
import type { KeptTables, KeptValue } from '../../ui/kept-tables/port.ts';
import { parseArea } from '../../workbook/xlsx/address.ts';
import type { OpenPane } from '../host/in-host.ts';
import type { PaneInHost } from '../host/open-pane.ts';
import { type MemorySheet, memoryWorkbook, readCell, typedCell } from '../ui/kept-tables/memory-workbook.ts';
import { excelKept } from './pane-sheet-port.ts';

/** A workbook that keeps tables of the server, and what its user does to them meanwhile. Rows and columns count from 0, without headings. */
export interface KeptWorkbook {
  readonly tables: KeptTables;
  sheetNames(): Promise<readonly string[]>;
  look(sheet: string): Promise<Look>;
  rename(sheet: string, name: string): Promise<void>;
  deleteSheet(sheet: string): Promise<void>;
  protect(sheet: string, isProtected: boolean): Promise<void>;
  /** Makes plain cells of the table. */
  dissolve(sheet: string): Promise<void>;
  reword(sheet: string, heading: string, to: string): Promise<void>;
  /** Before the column at this place, else behind the last. */
  addColumn(sheet: string, column: { heading: string; cells: readonly string[]; at?: number }): Promise<void>;
  deleteColumn(sheet: string, heading: string): Promise<void>;
  addRow(sheet: string, cells: readonly KeptValue[]): Promise<void>;
  write(sheet: string, row: number, column: number, value: string): Promise<void>;
  sortDown(sheet: string, column: number): Promise<void>;
}
export interface Look {
  readonly title: unknown;
  readonly headings: readonly unknown[];
  /** A cell's formula, else its value; null = empty. Days are serial numbers. */
  readonly rows: readonly (readonly unknown[])[];
}

/** Both are asked the same. */
export const keptWorkbooks: readonly [
  string,
  (openPane: OpenPane, sheets: readonly string[]) => Promise<KeptWorkbook>,
][] = [
  ['Excel', async (openPane, sheets) => inExcel(await openPane({ sheets: sheets.map((name) => ({ name })) }))],
  ['memory', async (_openPane, sheets) => inMemory(sheets)],
];

async function inExcel(pane: PaneInHost): Promise<KeptWorkbook> {
  const sheetNamed = async (name: string) => {
    const sheet = (await pane.snapshot()).sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const areaOn = async (name: string) => {
    const area = parseArea((await sheetNamed(name)).tables[0]?.address ?? '');
    if (!area) throw new Error(`no table on ${name}`);
    return area;
  };
  const table = 'sheet.tables.getItemAt(0)';
  /** Statements of Excel's API about a sheet. */
  const run = (name: string, statements: string, ...given: unknown[]): Promise<void> =>
    pane.page.evaluate(
      (sheetName, source, values) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem(sheetName);
          const act = new Function('sheet', 'given', source) as (...args: unknown[]) => void;
          act(sheet, values);
          await context.sync();
        }),
      name,
      statements,
      given,
    );
  return {
    tables: await excelKept(pane),
    sheetNames: async () => (await pane.snapshot()).sheets.map(({ name }) => name),
    async look(name) {
      const { cells } = await sheetNamed(name);
      const { top, bottom, left, right } = await areaOn(name);
      const [headings = [], ...rows] = Array.from({ length: bottom - top + 1 }, (_, down) =>
        Array.from({ length: right - left + 1 }, (_, at) => {
          const cell = cells[cellName(top + down, left + at)];
          return cell?.formula ?? cell?.value ?? null;
        }),
      );
      return { title: cells.A1?.value, headings, rows };
    },
    rename: (name, to) => run(name, 'sheet.name = given[0];', to),
    deleteSheet: (name) => run(name, 'sheet.delete();'),
    protect: (name, isProtected) =>
      run(name, isProtected ? 'sheet.protection.protect();' : 'sheet.protection.unprotect();'),
    dissolve: (name) => run(name, `${table}.convertToRange();`),
    reword: (name, heading, to) => run(name, `${table}.columns.getItem(given[0]).name = given[1];`, heading, to),
    addColumn: (name, { heading, cells, at }) =>
      run(name, `${table}.columns.add(given[0] ?? undefined, given[1]);`, at, [
        [heading],
        ...cells.map((cell) => [cell]),
      ]),
    deleteColumn: (name, heading) => run(name, `${table}.columns.getItem(given[0]).delete();`, heading),
    addRow: (name, cells) => run(name, `${table}.rows.add(undefined, [given[0]]);`, cells),
    async write(name, row, column, value) {
      const { top, left } = await areaOn(name);
      await pane.setCells(name, cellName(top + 1 + row, left + column), value);
    },
    async sortDown(name, column) {
      const area = await areaOn(name);
      await pane.sort(name, areaName({ ...area, top: area.top + 1 }), column, { descending: true });
    },
  };
}

function inMemory(names: readonly string[]): KeptWorkbook {
  const book = memoryWorkbook(names);
  const on = (name: string): MemorySheet => {
    const sheet = book.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const columnOn = (name: string, heading: string): number =>
    on(name).columns.findIndex((column) => column.heading === heading);
  return {
    tables: book.tables,
    sheetNames: async () => book.sheets.map(({ name }) => name),
    async look(name) {
      const { title, columns, rows } = on(name);
      const read = rows.map((line, row) => line.map((cell) => readCell(cell, row)));
      return { title, headings: columns.map(({ heading }) => heading), rows: read };
    },
    async rename(name, to) {
      on(name).name = to;
    },
    async deleteSheet(name) {
      book.sheets = book.sheets.filter((sheet) => sheet !== on(name));
    },
    async protect(name, isProtected) {
      on(name).isProtected = isProtected;
    },
    async dissolve(name) {
      on(name).hasTable = false;
    },
    async reword(name, heading, to) {
      const column = on(name).columns[columnOn(name, heading)];
      if (column) column.heading = to;
    },
    async addColumn(name, { heading, cells, at = on(name).columns.length }) {
      const sheet = on(name);
      sheet.columns.splice(at, 0, { id: null, heading });
      for (const [row, line] of sheet.rows.entries()) line.splice(at, 0, typedCell(cells[row] ?? null, row));
    },
    async deleteColumn(name, heading) {
      const [sheet, at] = [on(name), columnOn(name, heading)];
      sheet.columns.splice(at, 1);
      for (const line of sheet.rows) line.splice(at, 1);
    },
    async addRow(name, cells) {
      const sheet = on(name);
      sheet.rows.push(cells.map((cell) => typedCell(cell, sheet.rows.length)));
    },
    async write(name, row, column, value) {
      on(name).rows[row]?.splice(column, 1, typedCell(value, row));
    },
    async sortDown(name, column) {
      const sheet = on(name);
      const key = (line: (typeof sheet.rows)[number]) => String(line[column]);
      sheet.rows.sort((a, b) => (key(a) < key(b) ? 1 : -1));
    },
  };
}
