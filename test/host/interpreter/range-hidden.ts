import { areaName } from './address.ts';
import { invalidArgument, notImplemented } from './errors.ts';
import { rowsAlike, setRowsHidden } from './hidden-rows.ts';
import { type Argument, booleanArgument, type CellsOfSheet, dataArgument, type HostObject } from './host-object.ts';
import { checkAllowed } from './protection.ts';
import type { Json } from './protocol.ts';
import type { WorkbookModel } from './workbook-model.ts';

const span = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);

/** true or false when all agree, null when they differ: Excel's way to tell a common property. */
export function common<T extends Json>(values: Iterable<T>): T | null {
  const different = new Set(values);
  const [first] = different;
  return different.size === 1 && first !== undefined ? first : null;
}

/** Hidden rows and columns of a range. */
export function visibilityMembers(book: WorkbookModel, { sheet, area }: CellsOfSheet): Pick<HostObject, 'get' | 'set'> {
  const rows = (): boolean[] => span(area.row, area.rows).map((row) => sheet.hiddenRows.has(row));
  const columns = (): boolean[] => span(area.column, area.columns).map((column) => sheet.hiddenColumns.has(column));
  return {
    get: {
      rowHidden: () => common(rows()),
      columnHidden: () => common(columns()),
      hidden: () => common([...rows(), ...columns()]),
    },
    set: {
      rowHidden: (value) => {
        checkAllowed(sheet, 'allowFormatRows');
        setRowsHidden(book, sheet, rowsAlike(area.row, area.rows, booleanArgument(value, false)), 'ThisLocalAddin');
      },
      columnHidden: (value) => {
        checkAllowed(sheet, 'allowFormatColumns');
        const isHidden = booleanArgument(value, false);
        const { hiddenColumns: hidden } = sheet;
        for (const column of span(area.column, area.columns)) isHidden ? hidden.add(column) : hidden.delete(column);
      },
    },
  };
}

/** `getRowProperties({ rowHidden: true })` and its sister: one entry a row or column in a single answer. */
export function rowColumnProperties({ sheet, area }: CellsOfSheet): NonNullable<HostObject['call']> {
  return {
    getRowProperties: (options) =>
      span(area.row, area.rows).map((row) =>
        chosen(options, {
          address: () => areaName({ ...area, row, rows: 1 }),
          rowIndex: () => row,
          rowHidden: () => sheet.hiddenRows.has(row),
        }),
      ),
    getColumnProperties: (options) =>
      span(area.column, area.columns).map((column) =>
        chosen(options, {
          address: () => areaName({ ...area, column, columns: 1 }),
          columnIndex: () => column,
          columnHidden: () => sheet.hiddenColumns.has(column),
        }),
      ),
  };
}

function chosen(options: Argument, readers: Record<string, () => Json>): { [name: string]: Json } {
  const wanted = dataArgument(options);
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted))
    throw invalidArgument('Name the properties.');
  const result: { [name: string]: Json } = {};
  for (const name of Object.keys(wanted).filter((key) => wanted[key] === true)) {
    const read = readers[name];
    if (read === undefined) throw notImplemented('Range', `property "${name}" of rows and columns`);
    result[name] = read();
  }
  return result;
}
