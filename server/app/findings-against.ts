import type { CheckResult } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { ParsedBatch, ParsedOrder } from '../../core/sheet/parsed-order.ts';

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
