import type { CellValue } from '../../core/sheet/grid.ts';
import type { Texts } from '../../locales/index.ts';
import type { BatchRecord } from '../host/interpreter/transport.ts';
import { cellsFromRows, type WorkbookInput } from '../host/interpreter/workbook-data.ts';
import { CURRENT_EXCEL, type PaneInHost } from '../host/open-pane.ts';
import { connectAsClerk } from './pane-hands.ts';

const items = 500;
const listPrice = (item: number): number => 10 + item / 100;
/** 20 November 2026, as Excel counts days. */
const orderedOn = 46_346;
const headings = ['Order No', 'Customer', 'Order Date', 'Item No', 'Product', 'Specification', 'Unit', 'Quantity'];

/** The newest Excel in which marks wait to be asked for: so check and marks are counted apart. */
export const excelThatMarksWhenAsked = { ...CURRENT_EXCEL, ExcelApi: '1.19' };

/** Orders of four rows and a price list beside them, evenly spread `wrong` prices, and a formula in every row. */
export function largeWorkbook({ rows, wrong }: { readonly rows: number; readonly wrong: number }): WorkbookInput {
  const orderRow = (row: number): readonly CellValue[] => {
    const [order, item] = [Math.floor(row / 4), row % items];
    const isWrong = Math.floor(((row + 1) * wrong) / rows) > Math.floor((row * wrong) / rows);
    return [
      `PO-${order}`,
      `华东精密机械有限公司第 ${order % 100} 分公司`,
      orderedOn,
      `I-${item}`,
      '不锈钢对焊法兰 DN50 PN16 带颈 316L',
      `${item % 40} mm`,
      'pcs',
      1 + (row % 9),
      isWrong ? 1 : listPrice(item),
      null,
      orderedOn + 30,
      `as discussed, call ${row}`,
    ];
  };
  const cells = cellsFromRows([
    [...headings, 'Unit Price', 'Amount', 'Due Date', 'Remark'],
    ...Array.from({ length: rows }, (_, row) => orderRow(row)),
  ]);
  for (let row = 0; row < rows; row += 1) {
    const [quantity, price] = [cells[`H${row + 2}`]?.value, cells[`I${row + 2}`]?.value];
    cells[`J${row + 2}`] = {
      value: Math.round(Number(quantity) * Number(price) * 100) / 100,
      formula: `=ROUND(H${row + 2}*I${row + 2},2)`,
    };
  }
  const prices = cellsFromRows([
    ['Item No', 'Product', 'List Price'],
    ...Array.from({ length: items }, (_, item) => [`I-${item}`, '不锈钢对焊法兰', listPrice(item)]),
  ]);
  return {
    sheets: [
      { name: 'Orders', cells },
      { name: 'Prices', cells: prices },
    ],
  };
}

/** What a piece of work cost between pane and Excel. */
export interface Cost {
  readonly syncs: number;
  /** Both ways. */
  readonly bytes: number;
  /** The largest request or answer. */
  readonly largest: number;
}

export interface CheckCosts {
  readonly check: Cost;
  readonly marks: Cost;
  /** Cells, and runs of cells below each other, that were marked. */
  readonly marked: number;
}

/** The clerk checks the sheet as a whole, then turns its marks on: what each cost, until it can be seen. */
export async function checkAndMark(pane: PaneInHost, t: Texts): Promise<CheckCosts> {
  const { page } = pane;
  await connectAsClerk(pane, t);
  const check = await spentOn(pane, async () => {
    await (await page.$('footer button'))?.click();
    await page.waitForSelector('[id^=finding-]', { timeout: 120_000 });
    // What only the server knows comes later, and is marked with the rest.
    const [asking = ''] = t('screens:not-checked.asking', { count: 0 }).split('0');
    await page.waitForFunction((text) => !document.body.textContent.includes(text), { timeout: 120_000 }, asking);
  });
  const marks = await spentOn(pane, async () => {
    await (await page.$('input[role=switch]'))?.click();
    await page.waitForFunction(placesMarked, { timeout: 120_000, polling: 500 });
  });
  return { check, marks, marked: await page.evaluate(placesMarked) };
}

/** Asked on the page itself: the workbook is too large to be handed over again and again. */
function placesMarked(): number {
  const { excelStandIn } = globalThis as unknown as {
    excelStandIn: { snapshot(): { sheets: readonly { conditionalFormats: readonly { address: string }[] }[] } };
  };
  const formats = excelStandIn.snapshot().sheets.flatMap(({ conditionalFormats }) => conditionalFormats);
  return formats.flatMap(({ address }) => address.split(',')).length;
}

async function spentOn(pane: PaneInHost, work: () => Promise<void>): Promise<Cost> {
  const before = (await pane.batches()).length;
  await work();
  return costOf((await pane.batches()).slice(before));
}

const costOf = (batches: readonly BatchRecord[]): Cost => ({
  syncs: batches.length,
  bytes: batches.reduce((sum, { requestBytes, answerBytes }) => sum + requestBytes + answerBytes, 0),
  largest: Math.max(0, ...batches.flatMap(({ requestBytes, answerBytes }) => [requestBytes, answerBytes])),
});
