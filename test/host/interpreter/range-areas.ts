import { type Area, areaName, cellName, intersection, parseArea, sheetPrefix } from './address.ts';
import { conditionalFormatCollection } from './conditional-formats.ts';
import { invalidArgument, itemNotFound } from './errors.ts';
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
import { specialAreas, visibleColumns, visibleRows } from './range-special-cells.ts';
import { valueGetters } from './range-values.ts';
import type { SheetModel } from './sheet-model.ts';

/** Methods of Excel.Range that answer with several areas, or with the visible rows only. */
export function areaCollectionMethods(model: ObjectModel, cells: CellsOfSheet): NonNullable<HostObject['call']> {
  const { sheet, area } = cells;
  const merged = (): Area[] => sheet.merges.filter((merge) => intersection(merge, area) !== undefined);
  const special = (kind: Argument, valueType: Argument): HostObject =>
    rangeAreasOrNull(model, sheet, specialAreas(cells, textArgument(kind), textArgument(valueType ?? 'All')));
  return {
    getMergedAreasOrNullObject: () => rangeAreasOrNull(model, sheet, merged()),
    getSpecialCells: (kind, valueType) => {
      const found = special(kind, valueType);
      if (found === NULL_OBJECT) throw itemNotFound();
      return found;
    },
    getSpecialCellsOrNullObject: special,
    getVisibleView: () => rangeView(cells),
  };
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
export function rangeAreas(model: ObjectModel, sheet: SheetModel, areas: readonly Area[]): HostObject {
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
