import type { CheckResult } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import { statusOf } from '../../core/order/progress.ts';
import type { ParsedBatch, ParsedOrder } from '../../core/sheet/parsed-order.ts';
import type { Caller } from './company.ts';
import type { Posting } from './enter-order.ts';
import { orderNames } from './order-names.ts';
import { isAsBefore } from './post-order.ts';

/** Rows that wouldn't be taken today, but were: the order is here, unchanged. */
export async function asBefore(
  { company }: Caller,
  order: ParsedOrder,
  customerCode: string | null,
  submit: boolean,
): Promise<Posting | null> {
  if (customerCode === null) return null;
  const names = orderNames(company, order, customerCode);
  const known = await company.store.read.orderByKey(names.orderKey);
  if (known === null || !isAsBefore(known, names, submit)) return null;
  const { number } = known.state;
  const shipments = await company.store.read.records('shipment').ofOrder(number);
  return {
    outcome: 'unchanged',
    number,
    status: statusOf(
      known.state,
      shipments.map(({ state }) => state),
    ),
  };
}

/** What is said against an order that isn't taken: errors of a whole sheet stop its orders too and must be named with them. */
export function against(
  order: ParsedOrder,
  shown: readonly Finding[],
  { tables }: ParsedBatch,
  { sheetFindings }: CheckResult,
): readonly Finding[] {
  const own = order.lines.map(({ table }) => tables[table]);
  const ofItsSheets = sheetFindings.filter(
    ({ severity, file, sheet }) =>
      severity === 'error' && own.some((table) => table?.sheet === sheet && table.file === file),
  );
  return [...ofItsSheets, ...shown];
}
