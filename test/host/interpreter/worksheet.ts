import { type Area, fitsSheet, MAX_COLUMNS, MAX_ROWS, parseArea } from './address.ts';
import { commentCollection } from './comments.ts';
import { invalidArgument } from './errors.ts';
import { autoFilterObject, sheetFilter } from './filters.ts';
import {
  booleanArgument,
  type HostObject,
  integerArgument,
  NULL_OBJECT,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import { nameCollection } from './names.ts';
import { noteCollection } from './notes.ts';
import { protectionObject } from './protection.ts';
import { rangeAreasOfList } from './range-areas.ts';
import { registrationMethods } from './registrations.ts';
import type { SheetModel } from './sheet-model.ts';
import { tableCollection } from './tables.ts';
import type { SheetData } from './workbook-data.ts';
import type { WorkbookModel } from './workbook-model.ts';

const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
const FIRST_CELL: Area = { row: 0, column: 0, rows: 1, columns: 1 };

/** Excel.Worksheet. */
export function worksheetObject(model: ObjectModel, sheet: SheetModel): HostObject {
  const { book } = model;
  const range = (area: Area | undefined): HostObject => {
    if (area === undefined || !fitsSheet(area)) throw invalidArgument('These cells are not on the sheet.');
    return model.range({ sheet, area });
  };
  return {
    type: 'Worksheet',
    id: sheet.id,
    get: {
      id: () => sheet.id,
      name: () => sheet.name,
      position: () => book.sheets.indexOf(sheet),
      visibility: () => sheet.visibility,
    },
    set: sheetSetters(book, sheet),
    open: {
      comments: () => commentCollection(model, () => [sheet]),
      autoFilter: () => autoFilterObject(model, sheet, sheetFilter(sheet)),
      names: () => nameCollection(model, sheet),
      notes: () => noteCollection(model, () => [sheet]),
      protection: () => protectionObject(sheet),
      tables: () => tableCollection(model, () => [sheet]),
    },
    call: {
      activate: () => {
        book.activate(sheet);
        return undefined;
      },
      delete: () => {
        book.deleteSheet(sheet);
        return undefined;
      },
      getCell: (row, column) =>
        range({ row: integerArgument(row), column: integerArgument(column), rows: 1, columns: 1 }),
      getRange: (address) =>
        range(address === null || address === undefined ? WHOLE_SHEET : addressOnSheet(sheet, textArgument(address))),
      getRangeByIndexes: (row, column, rows, columns) =>
        range({
          row: integerArgument(row),
          column: integerArgument(column),
          rows: integerArgument(rows),
          columns: integerArgument(columns),
        }),
      getRanges: (list) => rangeAreasOfList(model, sheet, textArgument(list)),
      getUsedRange: (valuesOnly) => range(sheet.usedArea(booleanArgument(valuesOnly, false)) ?? FIRST_CELL),
      getUsedRangeOrNullObject: (valuesOnly) => {
        const area = sheet.usedArea(booleanArgument(valuesOnly, false));
        return area === undefined ? NULL_OBJECT : range(area);
      },
      ...registrationMethods(book.events, sheet.id),
    },
  };
}

function sheetSetters(book: WorkbookModel, sheet: SheetModel): NonNullable<HostObject['set']> {
  return {
    name: (value) => {
      book.renameSheet(sheet, book.checkedSheetName(textArgument(value), sheet));
    },
    visibility: (value) => {
      const others = book.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
      if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden')
        throw invalidArgument('No such visibility.');
      if (value !== 'Visible' && others[0] === undefined) throw invalidArgument('One sheet must stay visible.');
      if (value !== 'Visible' && sheet === book.active && others[0] !== undefined) book.activate(others[0]);
      sheet.visibility = value satisfies SheetData['visibility'];
    },
    position: (value) => {
      const position = integerArgument(value);
      if (position < 0 || position >= book.sheets.length) throw invalidArgument('No such position.');
      book.sheets = book.sheets.filter((other) => other !== sheet);
      book.sheets.splice(position, 0, sheet);
    },
  };
}

function addressOnSheet(sheet: SheetModel, address: string): Area | undefined {
  const named = sheet.tables.find(({ name }) => name === address);
  return named?.area ?? parseArea(address.slice(address.lastIndexOf('!') + 1));
}
