import {
  type Area,
  areaName,
  between,
  cellName,
  intersection,
  isUnbounded,
  parseArea,
  sheetPrefix,
} from './address.ts';
import { conditionalFormatCollection } from './conditional-formats.ts';
import { invalidArgument, itemNotFound, notImplemented } from './errors.ts';
import {
  type Argument,
  type CellsOfSheet,
  type HostObject,
  integerArgument,
  NULL_OBJECT,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import { rangeFormat } from './range-format.ts';
import { valueGetters } from './range-values.ts';
import type { SheetModel } from './sheet-model.ts';

/** Methods of Excel.Range that answer with several areas, or with the visible rows only. */
export function areaCollectionMethods(model: ObjectModel, cells: CellsOfSheet): NonNullable<HostObject['call']> {
  const { sheet, area } = cells;
  const merged = (): Area[] => sheet.merges.filter((merge) => intersection(merge, area) !== undefined);
  return {
    getMergedAreasOrNullObject: () => rangeAreasOrNull(model, sheet, merged()),
    getSpecialCells: (kind) => {
      const found = rangeAreasOrNull(model, sheet, specialAreas(cells, textArgument(kind)));
      if (found === NULL_OBJECT) throw itemNotFound();
      return found;
    },
    getSpecialCellsOrNullObject: (kind) => rangeAreasOrNull(model, sheet, specialAreas(cells, textArgument(kind))),
    getVisibleView: () => rangeView(cells),
  };
}

function specialAreas(cells: CellsOfSheet, kind: string): Area[] {
  if (kind === 'Formulas') return formulaAreas(cells);
  if (kind !== 'Visible') throw notImplemented('Range', `special cells of the kind "${kind}"`);
  if (isUnbounded(cells.area)) throw invalidArgument('The stand-in looks for visible cells in a bounded range only.');
  const rows = runs(visibleRows(cells));
  const columns = runs(visibleColumns(cells));
  return rows.flatMap(([row, lastRow]) =>
    columns.map(([column, lastColumn]) => between(row, column, lastRow, lastColumn)),
  );
}

/** Runs of a column, column by column. */
function formulaAreas({ sheet, area }: CellsOfSheet): Area[] {
  const rowsOfColumn = new Map<number, number[]>();
  for (const [row, column, { formula }] of sheet.cells(area))
    if (formula !== undefined) (rowsOfColumn.get(column) ?? rowsOfColumn.set(column, []).get(column))?.push(row);
  return [...rowsOfColumn].flatMap(([column, rows]) =>
    runs(rows.sort((a, b) => a - b)).map(([first, last]) => between(first, column, last, column)),
  );
}

const visibleRows = ({ sheet, area }: CellsOfSheet): number[] =>
  Array.from({ length: area.rows }, (_, index) => area.row + index).filter((row) => !sheet.hiddenRows.has(row));

const visibleColumns = ({ sheet, area }: CellsOfSheet): number[] =>
  Array.from({ length: area.columns }, (_, index) => area.column + index).filter(
    (column) => !sheet.hiddenColumns.has(column),
  );

/** 2 3 4 7 → 2–4, 7–7. */
function runs(numbers: number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

function rangeAreasOrNull(model: ObjectModel, sheet: SheetModel, areas: Area[]): HostObject {
  return areas.length === 0 ? NULL_OBJECT : rangeAreas(model, sheet, areas);
}

/** Address lists longer than this fail in Excel (office-js #5198). */
const LONGEST_LIST = 2_000;

/** `worksheet.getRanges('A1,B2:C3')`. */
export function rangeAreasOfList(model: ObjectModel, sheet: SheetModel, list: string): HostObject {
  const areas = list.split(',').map((address) => parseArea(address.trim()));
  if (list.length > LONGEST_LIST || areas.includes(undefined)) throw invalidArgument('This is no list of addresses.');
  return rangeAreas(
    model,
    sheet,
    areas.filter((area) => area !== undefined),
  );
}

/** Excel.RangeAreas: several ranges of one sheet. */
function rangeAreas(model: ObjectModel, sheet: SheetModel, areas: Area[]): HostObject {
  const ranges = (): HostObject[] => areas.map((area) => model.range({ sheet, area }));
  return {
    type: 'RangeAreas',
    get: {
      address: () => areas.map((area) => `${sheetPrefix(sheet.name)}!${areaName(area)}`).join(','),
      areaCount: () => areas.length,
      cellCount: () => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
    },
    open: {
      conditionalFormats: () => conditionalFormatCollection(model, sheet, areas),
      format: () => rangeFormat(areas.map((area) => ({ sheet, area }))),
      areas: () => ({
        type: 'RangeCollection',
        items: ranges,
        call: {
          getCount: () => areas.length,
          getItemAt: (index: Argument) => ranges()[integerArgument(index)] ?? NULL_OBJECT,
        },
      }),
      worksheet: () => model.worksheet(sheet),
    },
  };
}

/** Excel.RangeView: the values of the rows and columns that can be seen. */
function rangeView(cells: CellsOfSheet): HostObject {
  const rows = visibleRows(cells);
  const columns = visibleColumns(cells);
  const visible = (grid: unknown): string[][] =>
    rows.map((row) =>
      columns.map((column) => (grid as string[][])[row - cells.area.row]?.[column - cells.area.column] ?? ''),
    );
  const values = valueGetters(cells);
  return {
    type: 'RangeView',
    get: {
      rowCount: () => rows.length,
      columnCount: () => columns.length,
      cellAddresses: () => rows.map((row) => columns.map((column) => cellName(row, column))),
      values: () => visible(values.values?.()),
      text: () => visible(values.text?.()),
      formulas: () => visible(values.formulas?.()),
      numberFormat: () => visible(values.numberFormat?.()),
    },
  };
}
