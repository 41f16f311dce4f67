import ExcelJS from 'exceljs';
import { type Area, areaName, columnName, parseArea } from './interpreter/address.ts';
import { isErrorValue } from './interpreter/cell-entry.ts';
import type { CellData, SheetData, WorkbookData } from './interpreter/workbook-data.ts';
import { plainValue, readCell, widthInCharacters } from './workbook-from-xlsx.ts';
import { fontOf, writeConditionalFormats } from './xlsx-conditional-formats.ts';

/**
 * Writes a snapshot as a real .xlsx, to be looked at in LibreOffice or Excel. Over the file it was read from (`original`),
 * so that what the stand-in doesn't know (fonts, borders, charts' sheets) stays as it was; such formats stay at their cell
 * when rows were inserted. Validations, comments and filters are not written.
 */
export async function workbookToXlsx(data: WorkbookData, path: string, original?: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  if (original !== undefined) await workbook.xlsx.readFile(original);
  for (const sheet of [...workbook.worksheets]) {
    if (!data.sheets.some(({ name }) => name === sheet.name)) workbook.removeWorksheet(sheet.id);
  }
  for (const sheet of data.sheets) {
    await writeSheet(workbook.getWorksheet(sheet.name) ?? workbook.addWorksheet(sheet.name), sheet);
  }
  const known = new Set(workbook.definedNames.model.map(({ name }) => name));
  for (const { name, formula } of data.names) {
    if (!known.has(name)) workbook.definedNames.add(formula.slice(1), name);
  }
  await workbook.xlsx.writeFile(path);
}

const STATES = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

async function writeSheet(sheet: ExcelJS.Worksheet, data: SheetData): Promise<void> {
  sheet.state = STATES[data.visibility];
  writeMerges(sheet, data);
  // Tables first: exceljs writes their cells anew.
  writeTables(sheet, data);
  writeCells(sheet, data);
  writeNotes(sheet, data);
  writeConditionalFormats(sheet, data.conditionalFormats);
  const hidden = new Set(data.hiddenRows);
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    row.hidden = hidden.has(number);
  });
  for (const [column, points] of Object.entries(data.columnWidths ?? {})) {
    sheet.getColumn(column).width = widthInCharacters(points);
  }
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    sheet.getColumn(column).hidden = data.hiddenColumns.includes(columnName(column - 1));
  }
  if (data.protected && !isProtected(sheet)) await sheet.protect('', {});
}

const isProtected = (sheet: ExcelJS.Worksheet): boolean =>
  (sheet as unknown as { sheetProtection?: { sheet?: boolean } | null }).sheetProtection?.sheet === true;

function writeMerges(sheet: ExcelJS.Worksheet, { merges }: SheetData): void {
  const before: string[] = sheet.model.merges.map(String);
  for (const merge of before) if (!merges.includes(merge)) sheet.unMergeCells(merge);
  for (const merge of merges) if (!before.includes(merge)) sheet.mergeCells(merge);
}

/** exceljs types neither the tables that it has read nor where they are. */
interface ReadTables {
  readonly tables: Readonly<Record<string, { readonly table: { readonly tableRef: string } }>>;
}

function writeTables(sheet: ExcelJS.Worksheet, data: SheetData): void {
  for (const [name, { table }] of Object.entries((sheet as unknown as ReadTables).tables)) {
    if (!data.tables.some((wanted) => wanted.name === name && wanted.address === table.tableRef))
      sheet.removeTable(name);
  }
  for (const { name, address, style } of data.tables) {
    if (name in (sheet as unknown as ReadTables).tables) continue;
    const area = areaOf(address);
    sheet.addTable({
      name,
      ref: areaName({ ...area, rows: 1, columns: 1 }),
      headerRow: true,
      style: { theme: (style ?? 'TableStyleMedium2') as 'TableStyleMedium2', showRowStripes: true },
      columns: cellsOf({ ...area, rows: 1 }).map((cell) => ({
        name: String(data.cells[cell]?.value ?? ''),
        filterButton: true,
      })),
      rows: Array.from({ length: area.rows - 1 }, () => Array.from({ length: area.columns }, () => null)),
    });
  }
}

const areaOf = (address: string): Area => {
  const area = parseArea(address);
  if (area === undefined) throw new Error(`"${address}" is no address.`);
  return area;
};

const cellsOf = (area: Area): string[] =>
  Array.from({ length: area.columns }, (_, index) =>
    areaName({ row: area.row, column: area.column + index, rows: 1, columns: 1 }),
  );

function writeCells(sheet: ExcelJS.Worksheet, { cells }: SheetData): void {
  const addresses = new Set(Object.keys(cells));
  sheet.eachRow((row) =>
    row.eachCell(({ address, isMerged, master }) => {
      if (!isMerged || master.address === address) addresses.add(address);
    }),
  );
  for (const address of addresses) writeCell(sheet.getCell(address), cells[address] ?? {});
}

/** Only what differs from what the file had: a link or a text in several fonts stays one when nobody changed it. */
function writeCell(cell: ExcelJS.Cell, data: CellData): void {
  const before = readCell(cell);
  if (before.value !== data.value || before.formula !== data.formula) cell.value = cellValue(data);
  if (before.numberFormat !== data.numberFormat) cell.numFmt = data.numberFormat ?? 'General';
  const changed = (key: string): boolean => before.format?.[key] !== data.format?.[key];
  const fill = data.format?.['fill.color'];
  // Cells of one style share it in exceljs: each change is a new object.
  if (changed('fill.color')) {
    cell.fill =
      typeof fill === 'string'
        ? { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(fill) } }
        : { type: 'pattern', pattern: 'none' };
  }
  cell.font = { ...cell.font, ...fontOf(data.format ?? {}) };
  const { horizontalAlignment, wrapText } = data.format ?? {};
  if (horizontalAlignment !== undefined || wrapText !== undefined) {
    const horizontal = String(horizontalAlignment ?? 'General').toLowerCase() as 'left';
    cell.alignment = {
      ...cell.alignment,
      ...(String(horizontal) === 'general' ? {} : { horizontal }),
      wrapText: wrapText === true,
    };
  }
  const locked = data.format?.['protection.locked'];
  if (typeof locked === 'boolean') cell.protection = { ...cell.protection, locked };
}

const argb = (colour: string): string => `FF${colour.slice(1)}`;

function cellValue({ value, formula }: CellData): ExcelJS.CellValue {
  const result = isErrorValue(value) ? { error: value as '#N/A' } : value;
  if (formula === undefined) return result ?? null;
  return { formula: formula.slice(1), ...(result === undefined ? {} : { result }) } as ExcelJS.CellFormulaValue;
}

function writeNotes(sheet: ExcelJS.Worksheet, { notes }: SheetData): void {
  sheet.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      // exceljs can set a note, not take one away.
      if (cell.note !== undefined && !notes.some(({ address }) => address === cell.address)) {
        const read = cell as unknown as { _comment: undefined; model: { comment?: unknown } };
        read._comment = undefined;
        delete read.model.comment;
      }
    }),
  );
  for (const { address, content } of notes) {
    if (plainValue(noteValue(sheet.getCell(address).note)) !== content) sheet.getCell(address).note = content;
  }
}

const noteValue = (note: string | ExcelJS.Comment | undefined): ExcelJS.CellValue | undefined =>
  note === undefined || typeof note === 'string' ? note : { richText: note.texts ?? [] };
