import type { RowsOfSheet } from '../../ui/sheet-session/orders-in-rows.ts';
import { inExcel } from './in-excel.ts';

/** The rows of the grid that hold a selected cell. Several blocks may be selected at once. */
export const selectedRows = (): Promise<RowsOfSheet> =>
  inExcel(async (context) => {
    const { areas } = context.workbook.getSelectedRanges();
    areas.load('items/rowIndex,items/rowCount');
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    return {
      sheet: sheet.name,
      spans: areas.items.map(({ rowIndex, rowCount }) => ({ from: rowIndex, to: rowIndex + rowCount - 1 })),
    };
  });
