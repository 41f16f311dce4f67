import type { Result } from '../core/value/result.ts';
import { freeSheetName, withSheet } from './annotate/add-sheet.ts';
import { type Annotations, editsBySheet, notesBySheet } from './annotate/annotation.ts';
import { findingsSheet } from './annotate/findings-sheet.ts';
import { addNotes } from './annotate/notes.ts';
import { patchSheet } from './annotate/patch-sheet.ts';
import { type PatchedPackage, patchPackage } from './annotate/patched-package.ts';
import { recalculatedOnLoad } from './annotate/recalculate.ts';
import { openStyles, plainStyles } from './annotate/styles.ts';
import { readText } from './csv/read-text.ts';
import { toXlsx } from './csv/to-xlsx.ts';
import { readableKind } from './file-kind.ts';
import { readLimits } from './limits.ts';
import { reading, type WorkbookProblem } from './problem.ts';
import { openPackage, type XlsxPackage } from './xlsx/package.ts';

/**
 * The user's own workbook with its wrong cells coloured and noted, statuses filled in and a sheet of findings at the end. The package
 * is patched, not written anew: charts, drawings and pivots stay, every part not touched byte for byte. Made twice
 * from the same file and findings, it is the same.
 * @param name the file's name, for problems
 */
export async function annotatedCopy(
  bytes: Uint8Array,
  name: string,
  annotations: Annotations,
): Promise<Result<Uint8Array<ArrayBuffer>, WorkbookProblem>> {
  return reading(name, () => annotate(openPackage(packageOf(bytes, name), readLimits), annotations));
}

/** Text files can't carry colours: their copy becomes a workbook. */
function packageOf(bytes: Uint8Array, name: string): Uint8Array {
  if (readableKind(bytes, name) === 'zip') return bytes;
  const [sheet] = readText(bytes, name, readLimits);
  return toXlsx(sheet.sheet, sheet.values);
}

function annotate(book: XlsxPackage, annotations: Annotations): Uint8Array<ArrayBuffer> {
  const patch = patchPackage(book);
  const { read, write, vocabulary } = patch;
  const folder = book.workbook.slice(0, book.workbook.lastIndexOf('/') + 1);
  const stylesPart = book.styles ?? addStyles(patch, folder);
  const styles = openStyles(read(stylesPart));
  const partOf = (sheet: string): string => {
    const part = book.sheets.find(({ name }) => name === sheet)?.path;
    if (part === undefined) throw new Error(`no sheet "${sheet}" to annotate`);
    return part;
  };

  for (const [sheet, edits] of editsBySheet(annotations))
    write(partOf(sheet), patchSheet(read(partOf(sheet)), edits, styles, partOf(sheet)));
  for (const [sheet, notes] of notesBySheet(annotations.cells)) addNotes(patch, partOf(sheet), notes);

  const findings = findingsSheet(annotations, styles, vocabulary);
  const id = patch.add(patch.freeName(`${folder}worksheets/sheet`, '.xml'), 'worksheet', findings, book.workbook);
  write(book.workbook, withSheet(read(book.workbook), freeSheetName(annotations.title, book.names), id, vocabulary));
  if (annotations.statuses?.some(({ text }) => typeof text === 'number'))
    write(book.workbook, recalculatedOnLoad(read(book.workbook)));
  write(stylesPart, styles.xml());
  return patch.zip();
}

/** Named as Excel names its own: some programs look for nothing else. */
function addStyles(patch: PatchedPackage, folder: string): string {
  const usual = `${folder}styles.xml`;
  const part = patch.book.entries.has(usual) ? patch.freeName(`${folder}styles`, '.xml') : usual;
  patch.add(part, 'styles', plainStyles, patch.book.workbook);
  return part;
}
