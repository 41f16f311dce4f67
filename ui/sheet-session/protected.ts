/** The workbook's structure is protected: no sheet can be added. */
export class WorkbookProtected extends Error {
  override name = 'WorkbookProtected';
}
