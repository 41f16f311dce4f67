import type { Area } from './address.ts';
import { accessDenied, invalidArgument, itemNotFound } from './errors.ts';
import {
  type Argument,
  dataArgument,
  type HostObject,
  integerArgument,
  NULL_OBJECT,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import { checkedGrid, valueGetters, writeGrid } from './range-values.ts';
import type { SheetModel, Table } from './sheet-model.ts';
import { moveCells } from './sheet-moves.ts';
import { bodyOf } from './table-areas.ts';

/** Excel.TableColumnCollection; a column is known by its heading. */
export function tableColumns(model: ObjectModel, sheet: SheetModel, table: Table): HostObject {
  const headings = (): string[] =>
    Array.from({ length: table.area.columns }, (_, index) =>
      String(sheet.cell(table.area.row, table.area.column + index)?.value ?? `Column${index + 1}`),
    );
  const object = (index: number): HostObject => {
    if (index < 0 || index >= table.area.columns) throw itemNotFound();
    return columnObject(model, sheet, table, index, headings()[index] ?? '');
  };
  const find = (key: Argument): number =>
    typeof key === 'number'
      ? key - 1
      : headings().findIndex((heading) => heading.toLowerCase() === textArgument(key).toLowerCase());
  return {
    type: 'TableColumnCollection',
    get: { count: () => table.area.columns },
    items: () => headings().map((_, index) => object(index)),
    item: (key) => object(find(key)),
    call: {
      add: (index, values, name) => object(addColumn(model, sheet, table, index, values, name)),
      getCount: () => table.area.columns,
      getItemAt: (index) => object(integerArgument(index)),
      getItemOrNullObject: (key) => {
        const index = find(key);
        return index < 0 || index >= table.area.columns ? NULL_OBJECT : object(index);
      },
    },
  };
}

/** Beside the table, or before one of its columns; what stands to the right makes room. */
function addColumn(
  { book }: ObjectModel,
  sheet: SheetModel,
  table: Table,
  position: Argument,
  values: Argument,
  name: Argument,
): number {
  if (sheet.protected) throw accessDenied();
  const { area } = table;
  const index =
    position === null || position === undefined || position === -1 ? area.columns : integerArgument(position);
  if (index < 0 || index > area.columns) throw itemNotFound();
  const column: Area = { ...area, column: area.column + index, columns: 1 };
  moveCells(book, sheet, column, 'Right', 'ThisLocalAddin');
  table.area = { ...area, columns: area.columns + 1 };
  const heading = textArgument(name ?? `Column${area.columns + 1}`);
  book.edit(sheet, column, 'ThisLocalAddin', () => {
    const given = dataArgument(values);
    if (given !== null) writeGrid(sheet, column, checkedGrid(column, given));
    if (given === null || (name !== null && name !== undefined)) sheet.enter(column.row, column.column, heading);
  });
  return index;
}

function columnObject(model: ObjectModel, sheet: SheetModel, table: Table, index: number, heading: string): HostObject {
  const { book } = model;
  const column = (area: Area): Area => ({ ...area, column: area.column + index, columns: 1 });
  const whole = { sheet, area: column(table.area) };
  return {
    type: 'TableColumn',
    id: heading,
    get: {
      id: () => index + 1,
      index: () => index,
      name: () => heading,
      values: () => valueGetters(whole).values?.() ?? null,
    },
    set: {
      name: (value) => {
        if (sheet.protected) throw accessDenied();
        if (value === '') throw invalidArgument('A column of a table has a heading.');
        sheet.enter(table.area.row, whole.area.column, textArgument(value));
      },
      values: (value) => {
        if (sheet.protected) throw accessDenied();
        book.edit(sheet, whole.area, 'ThisLocalAddin', () =>
          writeGrid(sheet, whole.area, checkedGrid(whole.area, value)),
        );
      },
    },
    call: {
      delete: () => {
        if (sheet.protected) throw accessDenied();
        if (table.area.columns === 1) throw invalidArgument('A table keeps one column.');
        const { area } = table;
        moveCells(book, sheet, whole.area, 'Left', 'ThisLocalAddin');
        table.area = { ...area, columns: area.columns - 1 };
        return undefined;
      },
      getRange: () => model.range(whole),
      getDataBodyRange: () => model.range({ sheet, area: column(bodyOf(table)) }),
      getHeaderRowRange: () => model.range({ sheet, area: { ...whole.area, rows: 1 } }),
    },
  };
}
