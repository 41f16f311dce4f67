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
import { copyCells } from './range-copy.ts';
import { rangeFormat } from './range-format.ts';
import { rowColumnProperties, visibilityMembers } from './range-hidden.ts';
import { neighbourRanges } from './range-neighbours.ts';
import { valueGetters, valueSetters, wrongDimensions } from './range-values.ts';

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
      conditionalFormats: () => conditionalFormatCollection(model, cells),
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
        copyCells(model, cells, cellsArgument(source), textArgument(kind));
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

function clear({ book }: ObjectModel, { sheet, area }: CellsOfSheet, applyTo: string): void {
  if (!['All', 'Contents', 'Formats'].includes(applyTo))
    throw invalidArgument(`The stand-in can't clear "${applyTo}".`);
  if (sheet.protected) throw accessDenied();
  if (applyTo === 'Formats') sheet.clear(area, false, true);
  else book.edit(sheet, area, 'ThisLocalAddin', () => sheet.clear(area, true, applyTo === 'All'));
}
