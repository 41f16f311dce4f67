import { checkOrders } from '../../core/check/check.ts';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { ordersOf } from '../../core/sheet/orders.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import { gridsOf, today } from '../file-to-findings.ts';
import { medianMs } from '../median.ts';
import { bytesOf, orderWorkbook } from '../order-workbook.ts';
import { ms, type Row } from '../row.ts';

/** Ten times the rows cost about ten times as much, and where the time goes, stage by stage. */
export async function* scaling(): AsyncGenerator<Row> {
  const small = await timesOf(10_000);
  const large = await timesOf(100_000);
  for (const [stage, time] of small) {
    const longer = large.get(stage) ?? Number.NaN;
    yield {
      what: `${stage}: 100,000 rows ÷ 10,000`,
      value: longer / time,
      unit: '×',
      from: `${ms(longer)} ÷ ${ms(time)}`,
      ...(stage === checking && { target: { atMost: 12 } }),
    };
  }
}

const checking = 'checkOrders with knowledgeOf';

async function timesOf(rows: number): Promise<ReadonlyMap<string, number>> {
  const bytes = await bytesOf(orderWorkbook({ rows, columns: 6 }));
  const grids = await gridsOf(bytes);
  const sheets = understandSheets(grids);
  const batch = ordersOf(sheets);
  const stages: readonly (readonly [string, () => unknown])[] = [
    ['readWorkbook', () => gridsOf(bytes)],
    ['understandSheets', () => understandSheets(grids)],
    ['ordersOf', () => ordersOf(sheets)],
    ['knowledgeOf', () => knowledgeOf(sheets)],
    [checking, () => checkOrders({ batch, knowledge: knowledgeOf(sheets), today, sheets })],
  ];
  const times = new Map<string, number>();
  for (const [stage, work] of stages) times.set(stage, await medianMs(work));
  return times;
}
