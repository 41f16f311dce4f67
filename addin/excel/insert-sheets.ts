import { excelHas, inExcel } from './in-excel.ts';
import { freeName, sheetNames } from './sheet-names.ts';

/** A sheet with one table that has no row yet. */
export interface BlankSheet {
  /** Wished for; taken, it gets a number. */
  readonly name: string;
  readonly columns: readonly {
    readonly heading: string;
    readonly format: string;
    /** In points. */
    readonly width: number;
  }[];
}

/** Rows that are formatted ahead: what is pasted below the header finds its formats there. */
const formattedRows = 500;

/** Adds sheets after the others, each with an Excel table, and turns to the first one, where typing begins. */
export const insertBlankSheets = (blanks: readonly BlankSheet[]): Promise<void> =>
  inExcel(
    async (context) => {
      const taken = await sheetNames(context);
      const sheets = blanks.map((blank) => insertBlank(context, blank, taken));
      sheets[0]?.activate();
      sheets[0]?.getRange('A2').select();
      await context.sync();
    },
    { asOneUndo: true },
  );

/** Whether this Excel takes sheets out of a file. */
export const canInsertFile = (): boolean => excelHas('1.13');

/**
 * Adds all sheets of an .xlsx after the others, as they are in it; Excel gives those whose names are taken other ones. It can't take
 * this back, and so refuses it as one undo.
 */
export const insertSheetsOfFile = (base64: string): Promise<void> =>
  inExcel(async (context) => {
    await sheetNames(context);
    const { workbook } = context;
    const ids = workbook.insertWorksheetsFromBase64(base64, { positionType: Excel.WorksheetPositionType.end });
    await context.sync();
    const [first] = ids.value;
    if (first === undefined) return;
    workbook.worksheets.getItem(first).activate();
    await context.sync();
  });

function insertBlank(context: Excel.RequestContext, { name, columns }: BlankSheet, taken: Set<string>) {
  const sheet = context.workbook.worksheets.add(freeName(name, taken));
  const header = sheet.getRangeByIndexes(0, 0, 1, columns.length);
  header.values = [columns.map(({ heading }) => heading)];
  columns.forEach(({ format, width }, at) => {
    const cells = sheet.getRangeByIndexes(1, at, formattedRows, 1);
    cells.numberFormat = Array.from({ length: formattedRows }, () => [format]);
    cells.format.columnWidth = width;
  });
  sheet.tables.add(sheet.getRangeByIndexes(0, 0, 2, columns.length), true);
  return sheet;
}
