import { type Area, fitsSheet, parseArea, splitSheetName } from './address.ts';
import { invalidArgument, itemNotFound } from './errors.ts';
import { booleanArgument, type HostObject, NULL_OBJECT, type ObjectModel, textArgument } from './host-object.ts';
import type { SheetModel, Table } from './sheet-model.ts';
import { tableRows } from './table-rows.ts';

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
    return tableObject(model, found);
  };
  return {
    type: 'TableCollection',
    get: { count: () => all().length },
    items: () => all().map(existing),
    item: (key) => existing(find(textArgument(key))),
    call: {
      add: (address, hasHeaders) => {
        // Without headers Excel pushes the cells down to make room for some; the stand-in moves no cells.
        if (!booleanArgument(hasHeaders, false)) throw invalidArgument('The stand-in makes tables with headers only.');
        return tableObject(model, addTable(model, sheets, textArgument(address)));
      },
      getCount: () => all().length,
      getItemOrNullObject: (key) => {
        const found = find(textArgument(key));
        return found === undefined ? NULL_OBJECT : tableObject(model, found);
      },
    },
  };
}

function addTable({ book }: ObjectModel, sheets: () => SheetModel[], address: string): Found {
  const { sheet: name, cells } = splitSheetName(address);
  const sheet = name === undefined ? sheets()[0] : book.findSheet(name);
  const area = parseArea(cells);
  if (sheet === undefined || area === undefined) throw invalidArgument(`"${address}" is no range of this workbook.`);
  const count = book.sheets.reduce((sum, { tables }) => sum + tables.length, 0);
  const table = { id: book.newId(), name: `Table${count + 1}`, area };
  sheet.tables.push(table);
  return { sheet, table };
}

function tableObject(model: ObjectModel, { sheet, table }: Found): HostObject {
  const part = (area: Area): HostObject => {
    if (!fitsSheet(area)) throw itemNotFound();
    return model.range({ sheet, area });
  };
  return {
    type: 'Table',
    id: table.id,
    get: { id: () => table.id, name: () => table.name, showHeaders: () => true, showTotals: () => false },
    set: {
      name: (value) => {
        table.name = textArgument(value);
      },
    },
    open: { worksheet: () => model.worksheet(sheet), rows: () => tableRows(model, sheet, table) },
    call: {
      getRange: () => part(table.area),
      getHeaderRowRange: () => part({ ...table.area, rows: 1 }),
      getDataBodyRange: () => part({ ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 }),
      delete: () => {
        sheet.tables = sheet.tables.filter((other) => other !== table);
        sheet.clear(table.area, true, true);
        return undefined;
      },
    },
  };
}
