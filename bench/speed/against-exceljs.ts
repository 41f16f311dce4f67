import ExcelJS from 'exceljs';
import type { Grid } from '../../core/sheet/grid.ts';
import { fileToFindings, gridsOf } from '../file-to-findings.ts';
import { mediansMs } from '../median.ts';
import { bytesOf, orderWorkbook } from '../order-workbook.ts';
import { ms, type Row } from '../row.ts';

/** A file read, understood and checked, beside exceljs only reading it. */
export async function* againstExceljs(): AsyncGenerator<Row> {
  for (const rows of [10_000, 100_000])
    yield* fileAgainstExceljs(
      `${rows.toLocaleString('en')} × 6 cells`,
      await bytesOf(orderWorkbook({ rows, columns: 6 })),
    );
}

/** @param beside sheets already open that are checked together with the file's */
export async function* fileAgainstExceljs(
  what: string,
  bytes: Uint8Array,
  beside: readonly Grid[] = [],
): AsyncGenerator<Row> {
  const works = [() => fileToFindings(bytes, beside), () => gridsOf(bytes), () => readByExceljs(bytes)];
  const [whole, reading, peer] = (await mediansMs(works)) as [number, number, number];
  yield {
    what: `file to findings ÷ exceljs’s bare reading, ${what}`,
    value: whole / peer,
    unit: '×',
    from: `${ms(whole)} ÷ ${ms(peer)}`,
    target: { atMost: 1.5 },
  };
  yield {
    what: `reading ÷ exceljs’s, ${what}`,
    value: reading / peer,
    unit: '×',
    from: `${ms(reading)} ÷ ${ms(peer)}`,
  };
}

export async function readByExceljs(bytes: Uint8Array): Promise<void> {
  // exceljs asks for an ArrayBuffer and passes on whatever it is given.
  await new ExcelJS.Workbook().xlsx.load(bytes as unknown as ArrayBuffer);
}
