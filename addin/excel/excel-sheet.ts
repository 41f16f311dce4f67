import type { SheetPort } from '../../ui/sheet-session/port.ts';
import { inExcel } from './in-excel.ts';
import { clearMarks, markCells } from './marks/mark-cells.ts';
import { readAgain } from './reading/read-changes.ts';
import { readGrids } from './reading/read-grids.ts';
import { readStruck } from './reading/read-struck.ts';
import { applyFixes, goTo, restore } from './write-cells.ts';
import type { StatusTexts } from './write-statuses.ts';

/** Rows out of a chat: most clerks never need it. */
const appending = () => import('./append-rows.ts');
/** Only what was posted has a status. */
const statuses = () => import('./write-statuses.ts');

/** The open workbook as the sheet session's port. */
export async function openExcelSheet(statusTexts: () => StatusTexts): Promise<SheetPort> {
  return {
    name: await workbookName(),
    readGrids,
    readAgain,
    readStruck,
    goTo,
    applyFixes,
    restore,
    appendRows: async (place, rows) => (await appending()).appendRows(place, rows),
    removeRows: async (rows) => (await appending()).removeRows(rows),
    writeStatuses: async (table, rows, beside) => (await statuses()).writeStatuses(table, rows, statusTexts(), beside),
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
