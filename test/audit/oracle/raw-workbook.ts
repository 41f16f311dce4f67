import ExcelJS from 'exceljs';

/** A cell as the file holds it. */
export interface RawCell {
  /** "订单!H12". */
  readonly address: string;
  /** "H12". */
  readonly name: string;
  /** What stands in it, a formula's result instead of the formula; '' when it is empty. Dates as 2026-11-21. */
  readonly text: string;
  readonly kind: 'empty' | 'text' | 'number' | 'date';
}

/** One sheet's cells, read by exceljs: nothing of the program's own reading is used here. */
export interface RawSheet {
  readonly name: string;
  readonly lastRow: number;
  cell(column: string, row: number): RawCell;
  /** Every cell of a row that holds something. */
  cellsOf(row: number): readonly RawCell[];
}

export async function rawSheets(file: Uint8Array): Promise<readonly RawSheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.slice().buffer);
  return workbook.worksheets.map(rawSheet);
}

function rawSheet(sheet: ExcelJS.Worksheet): RawSheet {
  const cell = (column: string, row: number): RawCell => rawCell(sheet.name, sheet.getCell(`${column}${row}`));
  return {
    name: sheet.name,
    lastRow: sheet.rowCount,
    cell,
    cellsOf(row) {
      const cells: RawCell[] = [];
      sheet.getRow(row).eachCell((one) => void cells.push(rawCell(sheet.name, one)));
      return cells.filter(({ kind }) => kind !== 'empty');
    },
  };
}

function rawCell(sheet: string, cell: ExcelJS.Cell): RawCell {
  const name = cell.address;
  const [kind, text] = contentOf(cell.value);
  return { address: `${sheet}!${name}`, name, kind, text };
}

function contentOf(value: ExcelJS.CellValue): readonly [RawCell['kind'], string] {
  if (value === null || value === undefined || value === '') return ['empty', ''];
  if (typeof value === 'number') return ['number', String(value)];
  if (typeof value === 'string') return ['text', value];
  if (value instanceof Date) return ['date', value.toISOString().slice(0, 10)];
  if (typeof value === 'object' && 'formula' in value) return contentOf(value.result as ExcelJS.CellValue);
  if (typeof value === 'object' && 'richText' in value)
    return ['text', value.richText.map(({ text }) => text).join('')];
  throw new Error(`the oracle has not been taught to read ${JSON.stringify(value)}`);
}
