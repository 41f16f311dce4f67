import { type Area, fitsSheet, parseArea } from './address.ts';
import { accessDenied, invalidArgument, itemNotFound } from './errors.ts';
import { autoFilterObject, clearFilter, type FilterPlace } from './filters.ts';
import { cellsArgument, type HostObject, type ObjectModel, textArgument } from './host-object.ts';
import type { SheetModel, Table } from './sheet-model.ts';
import { sortFields, sortRows } from './sort-rows.ts';
import { bodyOf, checkFree, headerOf } from './table-areas.ts';
import { tableColumns } from './table-columns.ts';
import { tableRows } from './table-rows.ts';

/** Excel.Table. */
export function tableObject(model: ObjectModel, sheet: SheetModel, table: Table): HostObject {
  const part = (area: Area): HostObject => {
    if (!fitsSheet(area)) throw itemNotFound();
    return model.range({ sheet, area });
  };
  const filter: FilterPlace = {
    get: () => table.filter,
    set: (value) => {
      if (value === undefined) delete table.filter;
      else table.filter = value;
    },
  };
  return {
    type: 'Table',
    id: table.id,
    get: {
      id: () => table.id,
      name: () => table.name,
      showHeaders: () => true,
      showTotals: () => table.showTotals,
      style: () => table.style,
    },
    set: {
      name: (value) => {
        table.name = freeName(model, table, textArgument(value));
      },
      style: (value) => {
        table.style = textArgument(value);
      },
    },
    open: {
      autoFilter: () => autoFilterObject(model, sheet, filter),
      columns: () => tableColumns(model, sheet, table),
      rows: () => tableRows(model, sheet, table),
      sort: () => tableSort(model, sheet, table),
      worksheet: () => model.worksheet(sheet),
    },
    call: {
      clearFilters: () => {
        clearFilter(model.book, sheet, filter);
        return undefined;
      },
      convertToRange: () => {
        sheet.tables = sheet.tables.filter((other) => other !== table);
        return part(table.area);
      },
      getRange: () => part(table.area),
      getHeaderRowRange: () => part(headerOf(table)),
      getDataBodyRange: () => part(bodyOf(table)),
      resize: (range) => {
        if (sheet.protected) throw accessDenied();
        resize(sheet, table, typeof range === 'string' ? parseArea(range) : cellsArgument(range).area);
        return undefined;
      },
      delete: () => {
        if (sheet.protected) throw accessDenied();
        sheet.tables = sheet.tables.filter((other) => other !== table);
        sheet.clear(table.area, true, true);
        return undefined;
      },
    },
  };
}

/** The header row stays where it is, and there is at least one row under it. No cell moves; a blank heading gets a word. */
function resize(sheet: SheetModel, table: Table, area: Area | undefined): void {
  if (area === undefined || area.row !== table.area.row || area.rows < 2) {
    throw invalidArgument('A table keeps its header row, and has at least one row under it.');
  }
  checkFree(sheet, area, table);
  table.area = area;
  if (table.filter !== undefined) table.filter.area = area;
  for (let index = 0; index < area.columns; index += 1) {
    const column = area.column + index;
    if (sheet.cell(area.row, column)?.value === undefined) sheet.enter(area.row, column, `Column${index + 1}`);
  }
}

function freeName({ book }: ObjectModel, table: Table, name: string): string {
  const others = book.sheets.flatMap(({ tables }) => tables).filter((other) => other !== table);
  const isTaken = others.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (isTaken || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) throw invalidArgument(`A table can't be named "${name}".`);
  return name;
}

const tableSort = ({ book }: ObjectModel, sheet: SheetModel, table: Table): HostObject => ({
  type: 'TableSort',
  get: { fields: () => table.sortFields ?? [], matchCase: () => false },
  call: {
    apply: (fields) => {
      if (sheet.protected) throw accessDenied();
      const sorted = sortFields(fields);
      sortRows(book, sheet, bodyOf(table), sorted, 'ThisLocalAddin');
      table.sortFields = sorted.map((field) => ({ ...field }));
      return undefined;
    },
    clear: () => {
      delete table.sortFields;
      return undefined;
    },
  },
});
