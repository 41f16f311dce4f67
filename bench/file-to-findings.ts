import { type CheckResult, checkOrders } from '../core/check/check.ts';
import { knowledgeOf } from '../core/check/knowledge-of-sheets.ts';
import type { Grid } from '../core/sheet/grid.ts';
import { ordersOf } from '../core/sheet/orders.ts';
import type { ParsedSheets } from '../core/sheet/table.ts';
import { understandSheets } from '../core/sheet/understand.ts';
import type { PlainDate } from '../core/value/date.ts';
import type { Result } from '../core/value/result.ts';
import type { WorkbookProblem } from '../workbook/problem.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';

/** The day everything is checked for. */
export const today = '2026-11-21' as PlainDate;

/**
 * What a user waits for: from the file's bytes to every finding, in this thread.
 * @param beside sheets already open that belong to the same check
 */
export const fileToFindings = async (bytes: Uint8Array, beside: readonly Grid[] = []): Promise<CheckResult> =>
  checkSheets(understandSheets([...beside, ...(await gridsOf(bytes))]));

export const checkSheets = (sheets: ParsedSheets): CheckResult =>
  checkOrders({ batch: ordersOf(sheets), knowledge: knowledgeOf(sheets), today, sheets });

export const gridsOf = async (bytes: Uint8Array): Promise<Grid[]> => unwrap(await readWorkbook(bytes, 'bench.xlsx'));

export function unwrap(read: Result<Grid[], WorkbookProblem>): Grid[] {
  if (!read.ok) throw new Error(read.reason.code);
  return read.value;
}
