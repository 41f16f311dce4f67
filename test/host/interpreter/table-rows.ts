import type { Area } from './address.ts';
import { accessDenied, invalidArgument, itemNotFound } from './errors.ts';
import { type Argument, dataArgument, type HostObject, integerArgument, type ObjectModel } from './host-object.ts';
import { checkedGrid, valueGetters, writeGrid } from './range-values.ts';
import type { SheetModel, Table } from './sheet-model.ts';
import { moveCells } from './sheet-moves.ts';
import { bodyOf } from './table-areas.ts';

/** Excel.TableRowCollection. */
export function tableRows(model: ObjectModel, sheet: SheetModel, table: Table): HostObject {
  const count = (): number => bodyOf(table).rows;
  const object = (index: number): HostObject => {
    if (index < 0 || index >= count()) throw itemNotFound();
    return rowObject(model, sheet, table, index);
  };
  return {
    type: 'TableRowCollection',
    get: { count },
    items: () => Array.from({ length: count() }, (_, index) => object(index)),
    call: {
      add: (index, values) => object(addRows(model, sheet, table, index, dataArgument(values))),
      deleteRowsAt: (index, rows) => {
        deleteRows(model, sheet, table, integerArgument(index), integerArgument(rows, 1));
        return undefined;
      },
      getCount: count,
      getItemAt: (index) => object(integerArgument(index)),
    },
  };
}

/** Before a row, or at the end; what stands below the table makes room. */
function addRows({ book }: ObjectModel, sheet: SheetModel, table: Table, position: Argument, values: unknown): number {
  if (sheet.protected) throw accessDenied();
  const body = bodyOf(table);
  const index = position === null || position === undefined || position === -1 ? body.rows : integerArgument(position);
  if (index < 0 || index > body.rows) throw itemNotFound();
  const lines = Array.isArray(values) ? values : [Array.from({ length: body.columns }, () => null)];
  const added: Area = { ...body, row: body.row + index, rows: lines.length };
  const grid = checkedGrid(added, lines);
  const { area } = table;
  moveCells(book, sheet, added, 'Down', 'ThisLocalAddin');
  table.area = { ...area, rows: area.rows + lines.length };
  book.edit(sheet, added, 'ThisLocalAddin', () => writeGrid(sheet, added, grid));
  return index;
}

function deleteRows({ book }: ObjectModel, sheet: SheetModel, table: Table, index: number, rows: number): void {
  if (sheet.protected) throw accessDenied();
  const body = bodyOf(table);
  if (index < 0 || rows < 1 || index + rows > body.rows) throw itemNotFound();
  // Excel then leaves one blank row; whoever empties a table clears its cells instead.
  if (rows === body.rows) throw invalidArgument('The stand-in keeps one row in a table.');
  const { area } = table;
  moveCells(book, sheet, { ...body, row: body.row + index, rows }, 'Up', 'ThisLocalAddin');
  table.area = { ...area, rows: area.rows - rows };
}

function rowObject(model: ObjectModel, sheet: SheetModel, table: Table, index: number): HostObject {
  const area = { ...bodyOf(table), row: bodyOf(table).row + index, rows: 1 };
  return {
    type: 'TableRow',
    get: { index: () => index, values: () => valueGetters({ sheet, area }).values?.() ?? null },
    set: {
      values: (value) => {
        if (sheet.protected) throw accessDenied();
        model.book.edit(sheet, area, 'ThisLocalAddin', () => writeGrid(sheet, area, checkedGrid(area, value)));
      },
    },
    call: {
      delete: () => {
        deleteRows(model, sheet, table, index, 1);
        return undefined;
      },
      getRange: () => model.range({ sheet, area }),
    },
  };
}
