import type { SheetPort } from '../../ui/sheet-session/port.ts';
import { appendRows, removeRows } from './append-rows.ts';
import { inExcel } from './in-excel.ts';
import { readAgain } from './read-changes.ts';
import { readGrids } from './read-grids.ts';
import { applyFixes, goTo, restore } from './write-cells.ts';
import { type StatusHeadings, writeStatuses } from './write-statuses.ts';

/** The open workbook as the sheet session's port. */
export async function openExcelSheet(headings: () => StatusHeadings): Promise<SheetPort> {
  return {
    name: await workbookName(),
    readGrids,
    readAgain,
    goTo,
    applyFixes,
    restore,
    appendRows,
    removeRows,
    writeStatuses: (table, rows) => writeStatuses(table, rows, headings()),
  };
}

const workbookName = (): Promise<string> =>
  inExcel(async (context) => {
    const { workbook } = context;
    workbook.load('name');
    await context.sync();
    return workbook.name;
  });
