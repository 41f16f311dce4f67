import type { Area, CellValue, Grid, NamedArea } from '../../core/sheet/grid.ts';
import { excelHas, inExcel } from './in-excel.ts';

/** Cells in one answer: three texts a cell stay well below Excel's 5 MB for a request. */
const cellsPerSync = 30_000;

/** Every sheet of the workbook with its used cells, as core/sheet reads them. Empty sheets are left out. */
export const readGrids = (): Promise<readonly Grid[]> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/visibility');
    await context.sync();

    const sheets = worksheets.items.map((sheet) => ({ sheet, used: sheet.getUsedRangeOrNullObject(true) }));
    for (const { used } of sheets) used.load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();

    const grids: Grid[] = [];
    for (const { sheet, used } of sheets) if (!used.isNullObject) grids.push(await readGrid(context, sheet, used));
    return grids;
  });

async function readGrid(context: Excel.RequestContext, sheet: Excel.Worksheet, used: Excel.Range): Promise<Grid> {
  const around = await readSurroundings(context, sheet, used);
  const cells = await readCells(context, sheet, used);
  return {
    sheet: sheet.name,
    row: used.rowIndex,
    column: used.columnIndex,
    ...cells,
    ...around,
    hidden: sheet.visibility !== Excel.SheetVisibility.visible,
  };
}

type Cells = Required<Pick<Grid, 'values' | 'formats' | 'formulas'>>;
async function readCells(context: Excel.RequestContext, sheet: Excel.Worksheet, used: Excel.Range): Promise<Cells> {
  const rowsPerSync = Math.max(1, Math.floor(cellsPerSync / used.columnCount));
  const values: CellValue[][] = [];
  const formats: (string | null)[][] = [];
  const formulas: (string | null)[][] = [];
  for (let from = 0; from < used.rowCount; from += rowsPerSync) {
    const rows = Math.min(rowsPerSync, used.rowCount - from);
    const block = sheet.getRangeByIndexes(used.rowIndex + from, used.columnIndex, rows, used.columnCount);
    block.load('values,numberFormat,formulas');
    await context.sync();
    for (const row of block.values) values.push(row.map((value) => (value === '' ? null : (value as CellValue))));
    for (const row of block.numberFormat) formats.push(row.map((code) => (code === 'General' ? null : String(code))));
    for (const row of block.formulas) formulas.push(row.map(formulaOf));
  }
  return { values, formats, formulas };
}

/** `formulas` repeats the plain value where there is no formula. */
export const formulaOf = (entry: unknown): string | null =>
  typeof entry === 'string' && entry.startsWith('=') && entry.length > 1 ? entry : null;

type Surroundings = Required<Pick<Grid, 'merges' | 'tables' | 'hiddenRows' | 'hiddenColumns'>>;
async function readSurroundings(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Excel.Range,
): Promise<Surroundings> {
  const place = 'rowIndex,columnIndex,rowCount,columnCount';
  const inItems = place.replace(/(\w+)/g, 'areas/items/$1');
  sheet.tables.load('items/name');
  const visible = used.getSpecialCellsOrNullObject(Excel.SpecialCellType.visible).load(inItems);
  const merged = excelHas('1.13') ? used.getMergedAreasOrNullObject().load(inItems) : null;
  await context.sync();
  const tables = sheet.tables.items.map((table) => ({ table, range: table.getRange().load(place) }));
  if (tables.length > 0) await context.sync();

  const whole = areaOf(used);
  const shown = visible.isNullObject ? [] : visible.areas.items.map(areaOf);
  return {
    merges: merged === null || merged.isNullObject ? [] : merged.areas.items.map(areaOf),
    tables: tables.map(({ table, range }): NamedArea => ({ name: table.name, ...areaOf(range) })),
    hiddenRows: uncovered(
      whole.top,
      whole.bottom,
      shown.map(({ top, bottom }) => [top, bottom]),
    ),
    hiddenColumns: uncovered(
      whole.left,
      whole.right,
      shown.map(({ left, right }) => [left, right]),
    ),
  };
}

const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

/** Excel tells what is visible; hidden is what no visible area covers. */
export function uncovered(first: number, last: number, spans: readonly (readonly [number, number])[]): number[] {
  const covered = new Set<number>();
  for (const [from, to] of spans) for (let at = from; at <= to; at += 1) covered.add(at);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((at) => !covered.has(at));
}
