import ExcelJS from 'exceljs';
import { checkOrders } from '../core/check/check.ts';
import { knowledgeOf } from '../core/check/knowledge-of-sheets.ts';
import { ordersOf } from '../core/sheet/orders.ts';
import { understandSheets } from '../core/sheet/understand.ts';
import type { PlainDate } from '../core/value/date.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { orderWorkbook } from './order-workbook.ts';

/**
 * `npm run bench`: speed as ratios against peers measured in the same run, so that a slow or busy machine changes little.
 * Each figure is the median of five runs after one that warms up.
 */
async function medianMs(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 6; run += 1) {
    const start = performance.now();
    await work();
    if (run > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
}

const today = '2026-11-21' as PlainDate;
const check = (sheets: ReturnType<typeof understandSheets>) =>
  checkOrders({ batch: ordersOf(sheets), knowledge: knowledgeOf(sheets), today });
async function understood(bytes: Uint8Array) {
  const read = await readWorkbook(bytes, 'bench.xlsx');
  if (!read.ok) throw new Error(read.reason.code);
  return understandSheets(read.value);
}

const [small, large] = [await orderWorkbook(10_000), await orderWorkbook(100_000)];
const [smallSheets, largeSheets] = [await understood(small), await understood(large)];
console.log(
  `findings: ${check(smallSheets).findings.length} in 10,000 rows, ${check(largeSheets).findings.length} in 100,000`,
);

const bareReading = await medianMs(() => new ExcelJS.Workbook().xlsx.load(Buffer.from(small).buffer as ArrayBuffer));
const fileToFindings = await medianMs(async () => check(await understood(small)));
const [checkSmall, checkLarge] = [await medianMs(() => check(smallSheets)), await medianMs(() => check(largeSheets))];

const rows: readonly (readonly [string, number, string])[] = [
  [
    'file to findings ÷ exceljs’s bare reading, 10,000 rows',
    fileToFindings / bareReading,
    `${fileToFindings.toFixed(0)} ms ÷ ${bareReading.toFixed(0)} ms`,
  ],
  [
    'checking ÷ exceljs’s bare reading, 10,000 rows',
    checkSmall / bareReading,
    `${checkSmall.toFixed(0)} ms ÷ ${bareReading.toFixed(0)} ms`,
  ],
  [
    'checking 100,000 rows ÷ checking 10,000',
    checkLarge / checkSmall,
    `${checkLarge.toFixed(0)} ms ÷ ${checkSmall.toFixed(0)} ms`,
  ],
];
for (const [what, ratio, figures] of rows) console.log(`${ratio.toFixed(2).padStart(6)}  ${what}  (${figures})`);
