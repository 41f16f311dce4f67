/** The workbook's structure is protected: no sheet can be added. */
export class WorkbookProtected extends Error {
  override name = 'WorkbookProtected';
}

/** Sheets on which no numbers and statuses could be written; on the others they were. */
export class SheetsProtected extends Error {
  override name = 'SheetsProtected';
  readonly sheets: readonly string[];
  constructor(sheets: readonly string[]) {
    super(`protected: ${sheets.join(', ')}`);
    this.sheets = sheets;
  }
}
