import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CellValue, Grid } from '../core/sheet/grid.ts';
import { understandSheets } from '../core/sheet/understand.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { fileToFindings, gridsOf } from './file-to-findings.ts';
import { medianMs } from './median.ts';
import { inOwnProcess } from './process/in-own-process.ts';
import type { Row } from './row.ts';
import { fileAgainstExceljs } from './speed/against-exceljs.ts';

const pathOf = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** Files as they came from others. */
export async function* files(): AsyncGenerator<Row> {
  yield* wholeColumnValidation();
  yield* northwind();
  yield* largeCatalogue();
}

/** 49 kB that exceljs works on for days: a validation of whole columns, which it writes out cell by cell (its issue 1842). */
async function* wholeColumnValidation(): AsyncGenerator<Row> {
  const path = pathOf('test/fixtures/messy/exceljs/test-issue-1842.xlsx');
  const bytes = readFileSync(path);
  const reading = await medianMs(() => readWorkbook(bytes, path));
  yield {
    what: 'reading test-issue-1842.xlsx to its answer, that it is empty',
    value: reading,
    unit: 'ms',
    target: { atMost: 2000 },
  };
  const what = 'exceljs’s reading of test-issue-1842.xlsx';
  const peer = inOwnProcess('exceljs', path, 10);
  if (peer) yield { what, value: peer.ms, unit: 'ms' };
  else yield { what, notRun: 'did not end within 10 s' };
}

async function* northwind(): AsyncGenerator<Row> {
  const bytes = readFileSync(pathOf('server/samples/northwind/northwind.xlsx'));
  const { findings } = await fileToFindings(bytes);
  yield* fileAgainstExceljs(`Northwind, 2,155 order rows, ${findings.length} findings`, bytes);
}

/** A shop's catalogue of 95,134 articles as the price list, and 2,000 rows that order from all over it. */
async function* largeCatalogue(): AsyncGenerator<Row> {
  const bytes = readFileSync(pathOf('test/fixtures/stock-zh/Stock_table.xlsx'));
  const orders = ordersFrom(await gridsOf(bytes), 2000);
  const { findings } = await fileToFindings(bytes, [orders]);
  yield* fileAgainstExceljs(`catalogue of 95,134 articles, 2,000 order rows, ${findings.length} findings`, bytes, [
    orders,
  ]);
}

/** An order sheet that names articles by the barcodes of the price list, evenly spread over it. */
function ordersFrom(grids: readonly Grid[], rows: number): Grid {
  const articles = understandSheets(grids).prices.flatMap((table) => table.rows);
  const step = Math.floor(articles.length / rows);
  const values: CellValue[][] = [['订单号', '客户', '条码', '数量', '单价']];
  for (let row = 0; row < rows; row += 1) {
    const { barcode } = articles[row * step]?.values ?? {};
    values.push([`D${Math.floor(row / 4)}`, `客户${Math.floor(row / 4) % 50}`, barcode ?? null, 1 + (row % 9), 99]);
  }
  return { sheet: '订单', row: 0, column: 0, values };
}
