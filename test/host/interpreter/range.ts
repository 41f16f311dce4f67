import { areaName, isWholeColumns, isWholeRows, sheetPrefix } from './address.ts';
import { conditionalFormatCollection } from './conditional-formats.ts';
import { dataValidation } from './data-validation.ts';
import { accessDenied, invalidArgument } from './errors.ts';
import {
  type Argument,
  type CellsOfSheet,
  cellsArgument,
  type HostObject,
  integerArgument,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import { checkAllowed, checkUnlocked } from './protection.ts';
import { areaCollectionMethods } from './range-areas.ts';
import { copyCells } from './range-copy.ts';
import { cellProperties, rangeFormat } from './range-format.ts';
import { rowColumnProperties, visibilityMembers } from './range-hidden.ts';
import { neighbourRanges } from './range-neighbours.ts';
import { valueGetters, valueSetters, wrongDimensions } from './range-values.ts';
import { moveCells, type Shift } from './sheet-moves.ts';
import { rangeSort } from './sort-rows.ts';

/** Excel.Range. */
export function rangeObject(model: ObjectModel, cells: CellsOfSheet): HostObject {
  const { sheet, area } = cells;
  const hidden = visibilityMembers(model.book, cells);
  return {
    type: 'Range',
    cells,
    at: (moved) => model.range({ sheet, area: moved }),
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
      dataValidation: () => dataValidation(cells),
      sort: () => rangeSort(model.book, cells),
      conditionalFormats: () => conditionalFormatCollection(model, sheet, [area]),
    },
    call: {
      ...neighbourRanges(model, cells),
      ...areaCollectionMethods(model, cells),
      ...rowColumnProperties(cells),
      ...cellProperties(cells),
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
      insert: (shift) => {
        shiftCells(model, cells, checkedShift(shift, 'Down', 'Right'));
        return model.range(cells);
      },
      delete: (shift) => {
        shiftCells(model, cells, checkedShift(shift, 'Up', 'Left'));
        return undefined;
      },
      merge: () => {
        checkAllowed(sheet, 'allowFormatCells');
        sheet.merges.push(area);
        return undefined;
      },
      unmerge: () => {
        checkAllowed(sheet, 'allowFormatCells');
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

function checkedShift<T extends Shift>(shift: Argument, ...known: T[]): T {
  const found = known.find((name) => name === shift);
  if (found === undefined) throw invalidArgument(`Cells can't move "${shift}" here.`);
  return found;
}

/** A protected sheet may allow whole rows and columns to be inserted or deleted; single cells never. */
function shiftCells({ book }: ObjectModel, { sheet, area }: CellsOfSheet, shift: Shift): void {
  const deed = shift === 'Down' || shift === 'Right' ? 'Insert' : 'Delete';
  if (isWholeRows(area)) checkAllowed(sheet, `allow${deed}Rows`);
  else if (isWholeColumns(area)) checkAllowed(sheet, `allow${deed}Columns`);
  else if (sheet.protected) throw accessDenied();
  moveCells(book, sheet, area, shift, 'ThisLocalAddin');
}

function clear({ book }: ObjectModel, { sheet, area }: CellsOfSheet, applyTo: string): void {
  if (!['All', 'Contents', 'Formats'].includes(applyTo))
    throw invalidArgument(`The stand-in can't clear "${applyTo}".`);
  if (applyTo === 'Contents') checkUnlocked(sheet, area);
  else checkAllowed(sheet, 'allowFormatCells');
  if (applyTo === 'Formats') sheet.clear(area, false, true);
  else book.edit(sheet, area, 'ThisLocalAddin', () => sheet.clear(area, true, applyTo === 'All'));
}
