import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { checkOrders } from '../../core/check/check.ts';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { enoughStock } from '../../core/check/rules/enough-stock.ts';
import { listPrice } from '../../core/check/rules/list-price.ts';
import { ordersOf } from '../../core/sheet/orders.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import { gridsOf, today } from '../file-to-findings.ts';
import { medianMs } from '../median.ts';
import { bytesOf, orderWorkbook } from '../order-workbook.ts';

export type Rules = 'price-and-stock' | 'all';
export interface CheckCost {
  readonly ms: number;
  /** Rows with another price than the list's, rows with too little stock. */
  readonly counts: readonly [number, number];
}

/**
 * A check in a process of its own, as a pane or a command has it: what another benchmark's sheet taught the engine about the
 * shape of a row is no part of it.
 */
export function checkAlone(rules: Rules, rows: number): CheckCost {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), rules, `${rows}`], { encoding: 'utf8' });
  if (child.error) throw child.error;
  if (child.status !== 0) throw new Error(`the check of ${rules} failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as CheckCost;
}

async function measured(rules: Rules, rows: number): Promise<CheckCost> {
  const columns = rules === 'all' ? 15 : 4;
  const sheets = understandSheets(await gridsOf(await bytesOf(orderWorkbook({ rows, columns }))));
  const batch = ordersOf(sheets);
  // Asked by who may grant any discount, list-price names every row whose price is another than the list's, as the formula does.
  const roles = ['general-manager'] as const;
  const check = () =>
    rules === 'all'
      ? checkOrders({ batch, knowledge: knowledgeOf(sheets), today, sheets })
      : checkOrders({ batch, knowledge: knowledgeOf(sheets), today, roles }, [listPrice, enoughStock]);
  const { byCode } = check().summary;
  return { ms: await medianMs(check, 9), counts: [byCode['price.not-list'] ?? 0, byCode['stock.short'] ?? 0] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [rules, rows] = process.argv.slice(2) as [Rules, string];
  console.log(JSON.stringify(await measured(rules, Number(rows))));
}
