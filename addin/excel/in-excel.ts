/**
 * One conversation with Excel. While a cell is being edited every call would fail (office-js 625): wait until the user is
 * done typing. `asOneUndo`: one Ctrl+Z takes back all of it, where this Excel can.
 */
export const inExcel = <Answer>(
  work: (context: Excel.RequestContext) => Promise<Answer>,
  { asOneUndo = false }: { readonly asOneUndo?: boolean } = {},
): Promise<Answer> =>
  Excel.run({ delayForCellEdit: true, ...(asOneUndo && excelHas('1.20') && { mergeUndoGroup: true }) }, work);

/** Whether this Excel knows the API set; what needs a newer one is left out, never attempted. */
export const excelHas = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);

/** The same for what only Excel on the web can. */
export const excelOnlineHas = (version: string): boolean =>
  Office.context.requirements.isSetSupported('ExcelApiOnline', version);

/** Before this version whatever an add-in wrote emptied Excel's undo list. */
export const undoOutlivesWriting = (): boolean => excelHas('1.19');
