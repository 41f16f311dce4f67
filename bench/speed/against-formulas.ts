import type ExcelJS from 'exceljs';
import { bytesOf, itemCount, orderWorkbook } from '../order-workbook.ts';
import { checkAlone } from '../process/check-alone.ts';
import { ms, type Row } from '../row.ts';
import { findLibreOffice, type Recalculation, recalculate } from './libreoffice/recalculate.ts';

const rows = 20_000;

/**
 * What a clerk would do instead: the two commonest checks as formulas beside each of 20,000 rows, calculated by LibreOffice.
 * Opening the file is left out on both sides: LibreOffice has read the cells, we have parsed them into orders.
 *
 * HyperFormula is no peer here: with these formulas (20,000 growing ranges) it runs out of 4 GB.
 */
export async function* againstFormulas(): AsyncGenerator<Row> {
  const [two, all] = ['price and stock alone', 'all rules'].map(
    (what) => `${what}, 20,000 rows: LibreOffice’s formulas for price and stock ÷ ours`,
  ) as [string, string];
  const program = findLibreOffice();
  if (program === null) {
    const notRun = 'LibreOffice is not installed';
    yield { what: two, notRun };
    yield { what: all, notRun };
    return;
  }
  const ours = checkAlone('price-and-stock', rows);
  const whole = checkAlone('all', rows);
  const formulas = recalculate(program, await bytesOf(withFormulas(orderWorkbook({ rows, columns: 4 }))));
  expectSameAnswers(formulas, ours.counts);
  const ratio = (what: string, own: number, atLeast: number): Row => ({
    what,
    value: formulas.ms / own,
    unit: '×',
    from: `${ms(formulas.ms)} ÷ ${ms(own)}`,
    target: { atLeast },
  });
  yield ratio(two, ours.ms, 100);
  yield ratio(all, whole.ms, 30);
}

/** Beside each row: is the price another than the list's, and do the rows so far want more than there is? */
function withFormulas(workbook: ExcelJS.Workbook): ExcelJS.Workbook {
  const orders = workbook.getWorksheet('Orders');
  const [last, lastItem] = [rows + 1, itemCount + 1];
  const looked = (sheet: string, row: number) =>
    `INDEX(${sheet}!$C$2:$C$${lastItem},MATCH(B${row},${sheet}!$A$2:$A$${lastItem},0))`;
  for (let row = 2; row <= last; row += 1) {
    const cells = orders?.getRow(row);
    if (!cells) continue;
    cells.getCell(5).value = formula(`D${row}<>${looked('Prices', row)}`);
    cells.getCell(6).value = formula(`SUMIFS(C$2:C${row},B$2:B${row},B${row})>${looked('Stock', row)}`);
  }
  const counts = workbook.addWorksheet('Counts');
  for (const column of ['E', 'F']) counts.addRow([formula(`COUNTIF(Orders!${column}2:${column}${last},TRUE)`)]);
  return workbook;
}

const formula = (text: string): ExcelJS.CellFormulaValue => ({ formula: text });

/** A comparison of speed says nothing unless both found the same rows. */
function expectSameAnswers({ counts }: Recalculation, ours: readonly number[]): void {
  if (counts[0] === 0 || counts[1] === 0 || counts.join() !== ours.join())
    throw new Error(`the formulas found ${counts.join(' and ')} rows, the rules ${ours.join(' and ')}`);
}
