import { accessDenied, invalidArgument } from './errors.ts';
import { dataArgument, type HostObject, integerArgument, type ObjectModel } from './host-object.ts';
import type { SheetModel, Table } from './sheet-model.ts';

/** Excel.TableRowCollection: rows at the table's end only, for nothing here moves cells. */
export function tableRows({ book }: ObjectModel, sheet: SheetModel, table: Table): HostObject {
  const guard = (): void => {
    if (sheet.protected) throw accessDenied();
  };
  const tableRow = (index: number): HostObject => ({
    type: 'TableRow',
    get: { index: () => index },
    call: {
      delete: () => {
        guard();
        if (index < 0 || index !== table.area.rows - 2)
          throw invalidArgument('The stand-in deletes the last row of a table only.');
        const gone = { ...table.area, row: table.area.row + 1 + index, rows: 1 };
        table.area = { ...table.area, rows: table.area.rows - 1 };
        book.edit(sheet, gone, 'ThisLocalAddin', () => sheet.clear(gone, true, true));
        return undefined;
      },
    },
  });
  const add = (values: unknown): HostObject => {
    guard();
    if (!Array.isArray(values) || values.some((row) => !Array.isArray(row) || row.length !== table.area.columns))
      throw invalidArgument('Each row needs a value for every column of the table.');
    const fresh = { ...table.area, row: table.area.row + table.area.rows, rows: values.length };
    if (sheet.usedArea(true, fresh)) throw invalidArgument('The stand-in moves no cells to make room for rows.');
    table.area = { ...table.area, rows: table.area.rows + values.length };
    book.edit(sheet, fresh, 'ThisLocalAddin', () => {
      for (const [down, row] of values.entries())
        for (const [right, value] of row.entries()) sheet.enter(fresh.row + down, fresh.column + right, value);
    });
    return tableRow(table.area.rows - 2);
  };
  return {
    type: 'TableRowCollection',
    get: { count: () => table.area.rows - 1 },
    call: {
      add: (index, values) => {
        if (index !== null && index !== undefined && index !== -1)
          throw invalidArgument('The stand-in adds rows at the end of a table only.');
        return add(dataArgument(values));
      },
      getCount: () => table.area.rows - 1,
      getItemAt: (index) => tableRow(integerArgument(index)),
    },
  };
}
