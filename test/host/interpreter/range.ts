import { areaName, isWholeColumns, isWholeRows, sheetPrefix } from './address.ts';
import { conditionalFormatCollection } from './conditional-formats.ts';
import { accessDenied, invalidArgument } from './errors.ts';
import {
  type CellsOfSheet,
  cellsArgument,
  type HostObject,
  integerArgument,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import { areaCollectionMethods } from './range-areas.ts';
import { rangeFormat } from './range-format.ts';
import { rowColumnProperties, visibilityMembers } from './range-hidden.ts';
import { neighbourRanges } from './range-neighbours.ts';
import { gridOf, valueGetters, valueSetters, wrongDimensions } from './range-values.ts';

/** Excel.Range. */
export function rangeObject(model: ObjectModel, cells: CellsOfSheet): HostObject {
  const { sheet, area } = cells;
  const hidden = visibilityMembers(cells);
  return {
    type: 'Range',
    cells,
    get: {
      address: () => `${sheetPrefix(sheet.name)}!${areaName(area)}`,
      rowIndex: () => area.row,
      columnIndex: () => area.column,
      rowCount: () => area.rows,
      columnCount: () => area.columns,
      cellCount: () => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns),
      isEntireColumn: () => isWholeColumns(area),
      isEntireRow: () => isWholeRows(area),
      ...hidden.get,
      ...valueGetters(cells),
    },
    set: { ...hidden.set, ...valueSetters(model.book, cells) },
    open: {
      worksheet: () => model.worksheet(sheet),
      format: () => rangeFormat([cells]),
      conditionalFormats: () => conditionalFormatCollection(model, sheet, [area]),
    },
    call: {
      ...neighbourRanges(model, cells),
      ...areaCollectionMethods(model, cells),
      ...rowColumnProperties(cells),
      select: () => {
        model.book.select(sheet, area);
        return undefined;
      },
      clear: (applyTo) => {
        clear(model, cells, applyTo === null || applyTo === undefined ? 'All' : textArgument(applyTo));
        return undefined;
      },
      copyFrom: (source, kind) => {
        copyFormats(cells, cellsArgument(source), textArgument(kind));
        return undefined;
      },
      merge: () => {
        sheet.merges.push(area);
        return undefined;
      },
      unmerge: () => {
        sheet.merges = sheet.merges.filter((merged) => areaName(merged) !== areaName(area));
        return undefined;
      },
      _ValidateArraySize: (rows, columns) => {
        if (integerArgument(rows) !== area.rows || integerArgument(columns) !== area.columns) throw wrongDimensions();
        return undefined;
      },
    },
  };
}

/** Repeats the source over the range, as Excel does with a smaller source. */
function copyFormats({ sheet, area }: CellsOfSheet, { sheet: from, area: source }: CellsOfSheet, kind: string): void {
  if (kind !== 'Formats') throw invalidArgument(`The stand-in copies formats only, not "${kind}".`);
  if (sheet.protected) throw accessDenied();
  for (const [row, column] of gridOf(area, (row, column) => [row, column] as const).flat()) {
    const origin = from.cell(
      source.row + ((row - area.row) % source.rows),
      source.column + ((column - area.column) % source.columns),
    );
    const cell = sheet.touch(row, column);
    delete cell.numberFormat;
    delete cell.format;
    if (origin?.numberFormat !== undefined) cell.numberFormat = origin.numberFormat;
    if (origin?.format !== undefined) cell.format = { ...origin.format };
  }
}

function clear({ book }: ObjectModel, { sheet, area }: CellsOfSheet, applyTo: string): void {
  if (!['All', 'Contents', 'Formats'].includes(applyTo))
    throw invalidArgument(`The stand-in can't clear "${applyTo}".`);
  if (sheet.protected) throw accessDenied();
  if (applyTo === 'Formats') sheet.clear(area, false, true);
  else book.edit(sheet, area, 'ThisLocalAddin', () => sheet.clear(area, true, applyTo === 'All'));
}
