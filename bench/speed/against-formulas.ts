import type ExcelJS from 'exceljs';
import { checkOrders } from '../../core/check/check.ts';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { enoughStock } from '../../core/check/rules/enough-stock.ts';
import { listPrice } from '../../core/check/rules/list-price.ts';
import { ordersOf } from '../../core/sheet/orders.ts';
import type { ParsedSheets } from '../../core/sheet/table.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import { gridsOf, today } from '../file-to-findings.ts';
import { medianMs } from '../median.ts';
import { bytesOf, itemCount, orderWorkbook, type Shape } from '../order-workbook.ts';
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
  const ours = await priceAndStock();
  const whole = await allRules();
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
  yield ratio(all, whole, 30);
}

async function priceAndStock() {
  const sheets = await understood({ rows, columns: 4 });
  const batch = ordersOf(sheets);
  // Asked by who may grant any discount, list-price names every row whose price is another than the list's, as the formula does.
  const check = () =>
    checkOrders({ batch, knowledge: knowledgeOf(sheets), today, roles: ['general-manager'] }, [listPrice, enoughStock]);
  const { byCode } = check().summary;
  return { ms: await medianMs(check), counts: [byCode['price.not-list'] ?? 0, byCode['stock.short'] ?? 0] };
}

async function allRules(): Promise<number> {
  const sheets = await understood({ rows, columns: 15 });
  const batch = ordersOf(sheets);
  return medianMs(() => checkOrders({ batch, knowledge: knowledgeOf(sheets), today, sheets }));
}

const understood = async (shape: Shape): Promise<ParsedSheets> =>
  understandSheets(await gridsOf(await bytesOf(orderWorkbook(shape))));

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
