import type { Result } from '../core/value/result.ts';
import { freeSheetName, vocabularyOf, withContentType, withRelationship, withSheet } from './annotate/add-sheet.ts';
import { type Annotations, editsBySheet } from './annotate/annotation.ts';
import { findingsSheet } from './annotate/findings-sheet.ts';
import { patchSheet } from './annotate/patch-sheet.ts';
import { recalculatedOnLoad } from './annotate/recalculate.ts';
import { openStyles, plainStyles } from './annotate/styles.ts';
import { readText } from './csv/read-text.ts';
import { toXlsx } from './csv/to-xlsx.ts';
import { readableKind } from './file-kind.ts';
import { readLimits } from './limits.ts';
import { damaged, reading, type WorkbookProblem } from './problem.ts';
import { openPackage, relationshipsPath, type XlsxPackage } from './xlsx/package.ts';
import { tooBig } from './zip/directory.ts';
import { wholePart } from './zip/part.ts';
import { writeZip, type ZipPart } from './zip/write.ts';

/**
 * The user's own workbook with its wrong cells coloured, statuses filled in and a sheet of findings at the end. The package
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
  const changed = new Map<string, string>();
  const read = (part: string): string => changed.get(part) ?? textOf(book, part);
  const contents = '[Content_Types].xml';
  const links = relationshipsPath(book.workbook);
  const folder = book.workbook.slice(0, book.workbook.lastIndexOf('/') + 1);
  const vocabulary = vocabularyOf(read(book.workbook));
  const addPart = (part: string, type: 'worksheet' | 'styles'): string => {
    const { xml, id } = withRelationship(read(links), part.slice(folder.length), type, vocabulary);
    changed.set(contents, withContentType(read(contents), part, type));
    changed.set(links, xml);
    return id;
  };

  const stylesPart = book.styles ?? freePart(book, `${folder}styles`);
  if (book.styles === null) addPart(stylesPart, 'styles');
  const styles = openStyles(book.styles === null ? plainStyles : read(book.styles));

  for (const [sheet, edits] of editsBySheet(annotations)) {
    const part = book.sheets.find(({ name }) => name === sheet)?.path;
    if (part === undefined) throw new Error(`no sheet "${sheet}" to annotate`);
    changed.set(part, patchSheet(read(part), edits, styles, part));
  }

  const findingsPart = freePart(book, `${folder}worksheets/sheet`);
  const id = addPart(findingsPart, 'worksheet');
  changed.set(findingsPart, findingsSheet(annotations, styles, vocabulary));
  changed.set(
    book.workbook,
    withSheet(read(book.workbook), freeSheetName(annotations.title, book.names), id, vocabulary),
  );
  if (annotations.statuses?.some(({ text }) => typeof text === 'number'))
    changed.set(book.workbook, recalculatedOnLoad(read(book.workbook)));
  changed.set(stylesPart, styles.xml());
  return writeZip(book.bytes, partsOf(book, changed));
}

/** Every old part in its old place, changed or kept; then the new ones. */
function partsOf({ entries }: XlsxPackage, changed: ReadonlyMap<string, string>): ZipPart[] {
  const encoder = new TextEncoder();
  const fresh = (name: string, xml: string): ZipPart => ({ kind: 'new', name, bytes: encoder.encode(inUtf8(xml)) });
  const old = [...entries.values()].map((entry): ZipPart => {
    const xml = changed.get(entry.name);
    return xml === undefined ? { kind: 'kept', entry } : fresh(entry.name, xml);
  });
  return [...old, ...[...changed].filter(([name]) => !entries.has(name)).map(([name, xml]) => fresh(name, xml))];
}

function textOf({ bytes, entries }: XlsxPackage, part: string): string {
  const entry = entries.get(part);
  if (!entry) throw damaged(part);
  if (entry.unpackedBytes > readLimits.partBytes) throw tooBig(entry.unpackedBytes, readLimits.partBytes);
  const content = wholePart(bytes, entry);
  const wide = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(wide).decode(content);
}

/** A part that was UTF-16 is written as UTF-8 and must say so. */
const inUtf8 = (xml: string): string => xml.replace(/^(<\?xml[^>]*encoding=["'])utf-16[^"']*/i, '$1UTF-8');

function freePart({ entries }: XlsxPackage, stem: string): string {
  // Named as Excel names its parts: some programs look for nothing else.
  if (!stem.endsWith('sheet') && !entries.has(`${stem}.xml`)) return `${stem}.xml`;
  let number = 1;
  while (entries.has(`${stem}${number}.xml`)) number++;
  return `${stem}${number}.xml`;
}
