import { parseArea, splitSheetName } from './address.ts';
import { accessDenied, invalidArgument, itemNotFound } from './errors.ts';
import {
  type Argument,
  booleanArgument,
  type CellsOfSheet,
  cellsArgument,
  type HostObject,
  integerArgument,
  NULL_OBJECT,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import type { SheetModel, Table } from './sheet-model.ts';
import { tableObject } from './table.ts';
import { checkFree } from './table-areas.ts';

interface Found {
  readonly sheet: SheetModel;
  readonly table: Table;
}

/** Excel.TableCollection of one sheet or of the whole workbook. */
export function tableCollection(model: ObjectModel, sheets: () => SheetModel[]): HostObject {
  const all = (): Found[] => sheets().flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  const find = (key: string): Found | undefined =>
    all().find(({ table }) => table.id === key || table.name.toLowerCase() === key.toLowerCase());
  const existing = (found: Found | undefined): HostObject => {
    if (found === undefined) throw itemNotFound();
    return tableObject(model, found.sheet, found.table);
  };
  return {
    type: 'TableCollection',
    get: { count: () => all().length },
    items: () => all().map(existing),
    item: (key) => existing(find(textArgument(key))),
    call: {
      add: (address, hasHeaders) => {
        // Without headers Excel makes some up and pushes the cells down.
        if (!booleanArgument(hasHeaders, false)) throw invalidArgument('The stand-in makes tables with headers only.');
        return existing(addTable(model, placeOf(model, sheets, address)));
      },
      getCount: () => all().length,
      getItemAt: (index) => existing(all()[integerArgument(index)]),
      getItemOrNullObject: (key) => {
        const found = find(textArgument(key));
        return found === undefined ? NULL_OBJECT : existing(found);
      },
    },
  };
}

function placeOf({ book }: ObjectModel, sheets: () => SheetModel[], place: Argument): CellsOfSheet {
  if (typeof place !== 'string') return cellsArgument(place);
  const { sheet: name, cells } = splitSheetName(place);
  const sheet = name === undefined ? sheets()[0] : book.findSheet(name);
  const area = parseArea(cells);
  if (sheet === undefined || area === undefined) throw invalidArgument(`"${place}" is no range of this workbook.`);
  return { sheet, area };
}

function addTable({ book }: ObjectModel, { sheet, area }: CellsOfSheet): Found {
  if (sheet.protected) throw accessDenied();
  checkFree(sheet, area);
  const names = new Set(book.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)));
  let number = names.size + 1;
  while (names.has(`Table${number}`)) number += 1;
  const table = { id: book.newId(), name: `Table${number}`, area, style: 'TableStyleMedium2', showTotals: false };
  sheet.tables.push(table);
  return { sheet, table };
}
