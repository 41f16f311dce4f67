import type { SheetPort } from '../../ui/sheet-session/port.ts';
import { appendRows, removeRows } from './append-rows.ts';
import { inExcel } from './in-excel.ts';
import { clearMarks, markCells } from './marks/mark-cells.ts';
import { readAgain } from './reading/read-changes.ts';
import { readGrids } from './reading/read-grids.ts';
import { readStruck } from './reading/read-struck.ts';
import { applyFixes, goTo, restore } from './write-cells.ts';
import { type StatusHeadings, writeStatuses } from './write-statuses.ts';

/** The open workbook as the sheet session's port. */
export async function openExcelSheet(headings: () => StatusHeadings): Promise<SheetPort> {
  return {
    name: await workbookName(),
    readGrids,
    readAgain,
    readStruck,
    goTo,
    applyFixes,
    restore,
    appendRows,
    removeRows,
    writeStatuses: (table, rows) => writeStatuses(table, rows, headings()),
    mark: markCells,
    clearMarks,
  };
}

const workbookName = (): Promise<string> =>
  inExcel(async (context) => {
    const { workbook } = context;
    workbook.load('name');
    await context.sync();
    return workbook.name;
  });
