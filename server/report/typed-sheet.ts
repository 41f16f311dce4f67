import type { Workbook, Worksheet } from 'exceljs';
import type { PlainDate } from '../../core/value/date.ts';
import { type Decimal, fixed } from '../../core/value/decimal.ts';

/** What kind of value a column holds; decides type, format and alignment of its cells. */
export type ColumnKind = 'text' | 'amount' | 'price' | 'quantity' | 'count' | 'date' | 'ratio';

/** One column: its heading, and how to get a row's value. Absent values leave the cell empty. */
export interface Column<Row> {
  readonly heading: string;
  readonly kind: ColumnKind;
  readonly width: number;
  readonly value: (row: Row) => string | number | undefined | null;
}

const formats: Record<ColumnKind, string> = {
  text: '@',
  amount: '#,##0.00',
  price: '#,##0.00##',
  quantity: '#,##0.######',
  count: '0',
  date: 'yyyy-mm-dd',
  ratio: '0.0%',
};

/** Adds a sheet with a frozen, filtered header row and cells of real types: numbers add up, dates sort. */
export function addTypedSheet<Row>(
  workbook: Workbook,
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  sheet.columns = columns.map(({ heading, kind, width }) => ({
    header: heading,
    width,
    style: {
      numFmt: formats[kind],
      alignment: { horizontal: kind === 'text' || kind === 'date' ? 'left' : 'right', vertical: 'top' },
    },
  }));
  for (const row of rows) sheet.addRow(columns.map(({ kind, value }) => cellValue(kind, value(row))));
  styleHeader(sheet, columns.length);
  return sheet;
}

/**
 * The cell of a value. Dates are built with Date.UTC: exceljs writes the UTC day, whatever the machine's zone. Text goes
 * in as a shared string, never as a formula, also when it begins with = + - or @ (an exceljs string cell can't be one).
 */
function cellValue(kind: ColumnKind, value: string | number | undefined | null): string | number | Date | null {
  if (value === undefined || value === null || value === '') return null;
  if (kind === 'text') return String(value);
  if (kind === 'date') return utcDate(value as PlainDate);
  return Number(typeof value === 'number' ? value : exact(kind, value as Decimal));
}

/** Amounts are rounded before they become the float that Excel keeps, so that no 0.30000000000000004 is stored. */
const exact = (kind: ColumnKind, value: Decimal): string => (kind === 'amount' ? fixed(value, 2) : value);

function utcDate(date: PlainDate): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}

function styleHeader(sheet: Worksheet, columnCount: number): void {
  const header = sheet.getRow(1);
  header.height = 20;
  header.eachCell((cell) => {
    cell.font = { bold: true };
    cell.numFmt = '@';
    cell.alignment = { ...cell.alignment, vertical: 'middle', wrapText: true };
    cell.border = { bottom: { style: 'medium' } };
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, sheet.rowCount), column: columnCount } };
}
