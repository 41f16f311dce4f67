import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { areaName, columnName, parseArea } from './interpreter/address.ts';
import { serialOfTime } from './interpreter/cell-entry.ts';
import type { CellData, CellValue, NameData, NoteData, SheetData, WorkbookData } from './interpreter/workbook-data.ts';
import { readConditionalFormats } from './xlsx-conditional-formats.ts';

/**
 * Reads a real .xlsx as the workbook that Excel would show: dates as serial numbers, formulas with the result Excel
 * stored, rich text and links as their text, merges, hidden rows and columns, widths, tables, names, notes, solid fills,
 * conditional formats by formula or value. Validations, charts and theme colours are left out.
 */
export const workbookFromXlsx = async (path: string): Promise<WorkbookData> =>
  workbookFromBytes(await readFile(path), path);

export async function workbookFromBytes(bytes: Uint8Array, path: string): Promise<WorkbookData> {
  const workbook = new ExcelJS.Workbook();
  // A copy of its own: a Buffer is a piece of a pool that holds others' bytes.
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  // Files of other programs have neither properties nor views, whatever exceljs types.
  if (workbook.properties?.date1904) throw new Error(`${path} counts its dates from 1904; the stand-in doesn't.`);
  const sheets = workbook.worksheets.map(readSheet);
  const active = workbook.worksheets[workbook.views?.[0]?.activeTab ?? 0] ?? workbook.worksheets[0];
  return {
    name: path.split(/[\\/]/).at(-1) ?? path,
    sheets,
    names: readNames(workbook),
    settings: {},
    customXmlParts: [],
    activeSheet: active?.name ?? '',
    selection: 'A1',
  };
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

function readSheet(sheet: ExcelJS.Worksheet): SheetData {
  const cells: Record<string, CellData> = {};
  const hiddenRows: number[] = [];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.hidden) hiddenRows.push(number);
    row.eachCell((cell) => {
      const data = cell.isMerged && cell.master !== cell ? {} : readCell(cell);
      if (Object.keys(data).length > 0) cells[cell.address] = data;
    });
  });
  const columns = Array.from({ length: sheet.columnCount }, (_, index) => index);
  return {
    name: sheet.name,
    visibility: VISIBILITY[sheet.state],
    protected: sheetProtection(sheet),
    cells,
    merges: sheet.model.merges.map((merge) => areaName(parseArea(String(merge)) ?? fail(`merge ${merge}`))),
    hiddenRows,
    hiddenColumns: columns.filter((index) => sheet.getColumn(index + 1).hidden).map(columnName),
    tables: readTables(sheet),
    conditionalFormats: readConditionalFormats(sheet),
    comments: [],
    notes: readNotes(sheet),
    columnWidths: readWidths(sheet),
  };
}

function readWidths(sheet: ExcelJS.Worksheet): Record<string, number> {
  const widths: Record<string, number> = {};
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    const { width } = sheet.getColumn(column);
    if (width !== undefined) widths[columnName(column - 1)] = widthInPoints(width);
  }
  return widths;
}

/** A file counts the digits that fit, at 7 pixels each and 5 beside them; Excel's API counts points of 4/3 pixels. */
const widthInPoints = (characters: number): number => (Math.round(characters * 7 + 5) * 3) / 4;
export const widthInCharacters = (points: number): number => ((points * 4) / 3 - 5) / 7;

function readNotes(sheet: ExcelJS.Worksheet): NoteData[] {
  const notes: NoteData[] = [];
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, ({ address, note }) => {
      if (note !== undefined) notes.push({ address, content: noteText(note) });
    });
  });
  return notes;
}

const noteText = (note: string | ExcelJS.Comment): string =>
  typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('');

export function readCell(cell: ExcelJS.Cell): CellData {
  const value = plainValue(cell.formula === undefined ? cell.value : cell.result);
  const { fill } = cell;
  const color = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
  return {
    ...(value === undefined ? {} : { value }),
    ...(cell.formula === undefined ? {} : { formula: `=${cell.formula}` }),
    ...(cell.numFmt === undefined || cell.numFmt === 'General' ? {} : { numberFormat: numberFormat(cell.numFmt) }),
    ...(color === undefined ? {} : { format: { 'fill.color': `#${color.slice(-6).toUpperCase()}` } }),
  };
}

/** The two built-in formats that follow the language of the computer; exceljs has old texts for them. */
const numberFormat = (format: string): string =>
  ({ 'mm-dd-yy': 'm/d/yyyy', 'm/d/yy "h":mm': 'm/d/yyyy h:mm' })[format] ?? format;

export function plainValue(value: ExcelJS.CellValue | undefined): CellValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return value;
  // exceljs gives a date without zone as UTC.
  if (value instanceof Date) return serialOfTime(value.getTime());
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return plainValue(value.text);
  return fail(`value ${JSON.stringify(value)}`);
}

/** exceljs types neither the protection nor the tables that it has read. */
interface ReadSheet {
  readonly sheetProtection?: { readonly sheet?: boolean } | null;
  readonly tables?: Readonly<Record<string, { readonly table: { readonly name: string; readonly tableRef: string } }>>;
}

const asRead = (sheet: ExcelJS.Worksheet): ReadSheet => sheet as unknown as ReadSheet;

const sheetProtection = (sheet: ExcelJS.Worksheet): boolean => asRead(sheet).sheetProtection?.sheet === true;

const readTables = (sheet: ExcelJS.Worksheet): SheetData['tables'] =>
  Object.values(asRead(sheet).tables ?? {}).map(({ table }) => ({ name: table.name, address: table.tableRef }));

const readNames = (workbook: ExcelJS.Workbook): NameData[] =>
  workbook.definedNames.model
    .filter(({ ranges }) => ranges[0] !== undefined)
    .map(({ name, ranges }) => ({ name, formula: `=${ranges[0]}` }));

function fail(what: string): never {
  throw new Error(`The stand-in can't read the ${what}.`);
}
