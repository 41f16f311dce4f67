/**
 * What a request does to Excel's undo list, by Microsoft's own table ("Undo support with the Excel JavaScript API") and
 * office-js issues 3141 (settings) and 3788 (ribbon). Writes enter it; some members empty it, and Ctrl+Z no longer helps
 * the clerk with what he did before.
 */
const EMPTYING = new Set([
  'NamedItem.comment',
  'Setting.delete',
  'Setting.value',
  'SettingCollection.add',
  'Worksheet.delete',
  'Worksheet.name',
  'Worksheet.position',
  'Worksheet.visibility',
  'WorksheetProtection.protect',
  'WorksheetProtection.unprotect',
]);

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

/** The undo list as the clerk would find it, and everything that entered or emptied it. */
export class UndoList {
  readonly log: UndoEntry[] = [];

  /** A member of the API was set, or called to change something. */
  note(member: string): void {
    if (HARMLESS.has(member)) return;
    this.log.push({ member, does: EMPTYING.has(member) ? 'empties' : 'enters' });
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
