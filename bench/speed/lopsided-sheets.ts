import type { CellValue, Grid } from '../../core/sheet/grid.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import { checkSheets } from '../file-to-findings.ts';
import { medianMs } from '../median.ts';
import { ms, type Row } from '../row.ts';

/**
 * Sheets where everything falls into one heap: whoever looks through the heap for each of its rows is found out here. Ten
 * times the rows, from cells to findings.
 */
const sheets: Readonly<Record<string, (rows: number) => readonly Grid[]>> = {
  'one order': (rows) => [orders(rows, (row) => ['A', 'Acme', `I${row % 500}`, 1, 10])],
  'one order sheet without numbers or customers': (rows) => [orders(rows, (row) => [null, null, `I${row}`, 1, 10])],
  'one item, another price from each quantity on': (rows) => [
    orders(1000, (row) => [`A${row}`, 'Acme', 'I1', 1 + row, 10]),
    grid('Prices', ['Item No', 'Product', 'Minimum Quantity', 'List Price'], rows, (row) => ['I1', 'P', row + 1, 10]),
  ],
  'one item code for as many specifications': (rows) => [
    orders(1000, (row) => [`A${row}`, 'Acme', 'I1', 1, 10]),
    grid('Prices', ['Item No', 'Product', 'Specification', 'List Price'], rows, (row) => ['I1', 'P', `${row} mm`, 10]),
  ],
};

export async function* lopsidedSheets(): AsyncGenerator<Row> {
  for (const [what, make] of Object.entries(sheets)) {
    const [small, large] = [await timeOf(make(1000)), await timeOf(make(10_000))];
    yield {
      what: `cells to findings, 10,000 rows ÷ 1,000: ${what}`,
      value: large / small,
      unit: '×',
      from: `${ms(large)} ÷ ${ms(small)}`,
      target: { atMost: 12 },
    };
  }
}

const timeOf = (grids: readonly Grid[]): Promise<number> => medianMs(() => checkSheets(understandSheets(grids)), 3);

const orders = (rows: number, content: (row: number) => CellValue[]): Grid =>
  grid('Orders', ['Order No', 'Customer', 'Item No', 'Quantity', 'Unit Price'], rows, content);

const grid = (sheet: string, headings: string[], rows: number, content: (row: number) => CellValue[]): Grid => ({
  sheet,
  row: 0,
  column: 0,
  values: [headings, ...Array.from({ length: rows }, (_, row) => content(row))],
});
