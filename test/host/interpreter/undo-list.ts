/**
 * Members that Excel can't take back, on the web or on a desktop, by Microsoft's own table ("Undo support with the Excel
 * JavaScript API", as of 9 September 2025): they empty the undo list, and in an undo group they are refused.
 */
const NOT_UNDOABLE = new Set([
  'NamedItem.comment',
  'Workbook.close',
  'Workbook.insertWorksheetsFromBase64',
  'Workbook.save',
  'WorkbookProtection.protect',
  'WorkbookProtection.unprotect',
  'Worksheet.copy',
  'Worksheet.delete',
  'Worksheet.name',
  'Worksheet.position',
  'Worksheet.standardWidth',
  'Worksheet.visibility',
  'WorksheetProtection.pauseProtection',
  'WorksheetProtection.protect',
  'WorksheetProtection.resumeProtection',
  'WorksheetProtection.setPassword',
  'WorksheetProtection.unprotect',
  'WorksheetProtection.updateOptions',
]);

/** Not in that table, but they empty the list as well (office-js 3141). */
const SETTINGS = new Set(['Setting.delete', 'Setting.value', 'SettingCollection.add']);

/** Members that change no cell; parts of the file stay out of the undo list (office-js 6415). */
const HARMLESS = new Set([
  'CustomXmlPart.delete',
  'CustomXmlPartCollection.add',
  'Application.suspendApiCalculationUntilNextSync',
  'Application.suspendScreenUpdatingUntilNextSync',
  'Range.select',
  'Runtime.enableEvents',
  'Worksheet.activate',
]);

export interface UndoEntry {
  /** `Range.values`, `settings.saveAsync`. */
  readonly member: string;
  readonly does: 'enters' | 'empties';
}

/** Whether a conversation that is to be undone as one may hold this member. */
export const isGroupable = (member: string): boolean => !NOT_UNDOABLE.has(member);

/**
 * What requests do to Excel's undo list. Writes enter it; some members empty it, Office's ribbon among them (office-js 3788), and
 * Ctrl+Z no longer helps the clerk with what he did before.
 */
const isEmptying = (member: string): boolean => NOT_UNDOABLE.has(member) || SETTINGS.has(member);

/** The undo list as the clerk would find it, and everything that entered or emptied it. */
export class UndoList {
  readonly log: UndoEntry[] = [];

  /** A member of the API was set, or called to change something. */
  note(member: string): void {
    if (HARMLESS.has(member)) return;
    this.log.push({ member, does: isEmptying(member) ? 'empties' : 'enters' });
  }

  /** Office's own calls, outside of any request. */
  empty(member: string): void {
    this.log.push({ member, does: 'empties' });
  }

  /** The clerk did something himself. */
  noteClerk(): void {
    this.log.push({ member: 'clerk', does: 'enters' });
  }
}
