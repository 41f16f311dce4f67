import type { Grid } from '../../core/sheet/grid.ts';
import { isNameOfView, mostNamesOfViews } from '../../core/sheet/kept-names.ts';
import type { ReadLimits } from '../limits.ts';
import { damaged, notAWorkbook, Unreadable } from '../problem.ts';
import { readDirectory, type ZipEntry } from '../zip/directory.ts';
import { parseSheetCell } from './address.ts';
import { attribute, isTrue, readXml } from './xml.ts';

/** A workbook's parts, found by following its relationships as Office does, not by guessing names. */
export interface XlsxPackage {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Path of the workbook part, usually xl/workbook.xml. */
  readonly workbook: string;
  readonly sheets: readonly SheetPart[];
  /** All sheet names, those of chart sheets too. */
  readonly names: readonly string[];
  readonly date1904: boolean;
  /** By sheet, the heading cells of tables that only show what the server holds. */
  readonly viewHeadings: ReadonlyMap<string, NonNullable<Grid['viewHeadings']>>;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

export interface Relationship {
  readonly id: string;
  /** Last word of the type: "worksheet", "table", "styles". */
  readonly type: string;
  readonly target: string;
}

/** Programs a workbook may carry: Visual Basic, and the sheets of commands of Excel 4. None is run, but a copy would hand them on. */
const macros: ReadonlySet<string> = new Set(['vbaProject', 'xlMacrosheet', 'xlIntlMacrosheet']);

export function openPackage(bytes: Uint8Array, limits: ReadLimits): XlsxPackage {
  const entries = new Map(readDirectory(bytes, limits).map((entry) => [entry.name, entry]));
  if (isOpenDocument(bytes)) throw new Unreadable({ code: 'workbook.opendocument', data: {} });
  const office = relationshipsOf(bytes, entries, '').find(({ type }) => type === 'officeDocument');
  if (!office || !entries.has('[Content_Types].xml')) {
    // Pieces of a workbook without the list of contents: something was lost on the way.
    throw [...entries.keys()].some((name) => name.startsWith('xl/')) ? damaged('_rels/.rels') : notAWorkbook();
  }
  if (/\.bin$/i.test(office.target)) throw new Unreadable({ code: 'workbook.binary-xlsb', data: {} });
  const part = entries.get(office.target);
  if (!part) throw damaged(office.target);

  const relationships = relationshipsOf(bytes, entries, office.target);
  if (relationships.some(({ type }) => macros.has(type))) throw new Unreadable({ code: 'workbook.macros', data: {} });
  const { sheets, date1904, viewHeadings } = readWorkbookPart(bytes, part);
  const ofType = (wanted: string): string | null =>
    relationships.find(({ type, target }) => type === wanted && entries.has(target))?.target ?? null;
  return {
    bytes,
    entries,
    workbook: office.target,
    date1904,
    viewHeadings,
    names: sheets.map(({ name }) => name),
    sheets: sheets.flatMap(({ id, ...sheet }) => {
      const found = relationships.find((relationship) => relationship.id === id);
      // Chart and dialog sheets hold no cells.
      return found?.type === 'worksheet' ? [{ ...sheet, path: found.target }] : [];
    }),
    sharedStrings: ofType('sharedStrings'),
    styles: ofType('styles'),
  };
}

/** LibreOffice's own spreadsheets say what they are in the package's first part, unpacked, so that first bytes tell. */
const isOpenDocument = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1')
    .decode(bytes.subarray(30, 120))
    .startsWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');

/** The relationships of a part ("" = of the whole package), targets as paths within the package; outside links left out. */
export function relationshipsOf(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  part: string,
): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = entries.get(relationshipsPath(part));
  const found: Relationship[] = [];
  if (!entry) return found;
  readXml(bytes, entry, {
    open: (name, { Id, Type = '', Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(folder, Target) });
    },
  });
  return found;
}

/** "xl/worksheets/sheet1.xml" → "xl/worksheets/_rels/sheet1.xml.rels" */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function readWorkbookPart(bytes: Uint8Array, entry: ZipEntry) {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  const viewHeadings = new Map<string, { row: number; column: number }[]>();
  let date1904 = false;
  let root = '';
  let reference: string | null = null;
  readXml(bytes, entry, {
    open: (name, attributes) => {
      root ||= name;
      if (name === 'definedName' && isNameOfView(attributes.name ?? '')) reference = '';
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const id = attribute(attributes, 'id');
      if (id === undefined) throw damaged(entry.name);
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', id, hidden });
    },
    text: (piece) => {
      if (reference !== null) reference += piece;
    },
    close: () => {
      const cell = parseSheetCell(reference ?? '');
      reference = null;
      if (!cell) return;
      const { sheet, ...place } = cell;
      const onSheet = viewHeadings.get(sheet) ?? [];
      if (onSheet.length < mostNamesOfViews) onSheet.push(place);
      viewHeadings.set(sheet, onSheet);
    },
  });
  if (root !== 'workbook') throw notAWorkbook();
  return { sheets, date1904, viewHeadings };
}
