/** The workbook's structure is protected: no sheet can be added. */
export class WorkbookProtected extends Error {
  override name = 'WorkbookProtected';
}

/** Sheets whose cells could not be written; on the others they were. */
export class SheetsProtected extends Error {
  override name = 'SheetsProtected';
  readonly sheets: readonly string[];
  readonly unwritten: 'cells' | 'statuses';
  constructor(sheets: readonly string[], unwritten: 'cells' | 'statuses') {
    super(`protected: ${sheets.join(', ')}`);
    this.sheets = sheets;
    this.unwritten = unwritten;
  }
}

/** Beside these orders stands another table: numbers and statuses would seem to be its own. */
export class NoRoomBeside extends Error {
  override name = 'NoRoomBeside';
  /** "订单!A3:L16" */
  readonly areas: readonly string[];
  constructor(areas: readonly string[]) {
    super(`no room beside ${areas.join(', ')}`);
    this.areas = areas;
  }
}
