/**
 * One conversation with Excel. While a cell is being edited every call would fail (office-js 625): wait until the user is
 * done typing. `asOneUndo`: one Ctrl+Z takes back all of it, where this Excel can; then nothing that can't be undone may be in it,
 * or Excel refuses it (Microsoft's page on undo lists these members).
 */
export const inExcel = <Answer>(
  work: (context: Excel.RequestContext) => Promise<Answer>,
  { asOneUndo = false, within }: Options = {},
): Promise<Answer> =>
  Excel.run(
    {
      delayForCellEdit: true,
      ...(asOneUndo && excelHas(undoSet) && { mergeUndoGroup: true }),
      ...(within && { previousObjects: within }),
    },
    work,
  );

interface Options {
  readonly asOneUndo?: boolean;
  /** Goes on in the context of an earlier conversation: what was registered there can be taken back there only. */
  readonly within?: Excel.RequestContext;
}

/** Add-ins can be undone, and their undo grouped. */
const undoSet = '1.20';

/** Whether this Excel knows the API set; what needs a newer one is left out, never attempted. */
export const excelHas = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);

/** The same for what only Excel on the web can. */
export const excelOnlineHas = (version: string): boolean =>
  Office.context.requirements.isSetSupported('ExcelApiOnline', version);

/** Before this version, by Microsoft's list of its sets, whatever an add-in wrote emptied Excel's undo list. */
export const undoOutlivesWriting = (): boolean => excelHas(undoSet);
