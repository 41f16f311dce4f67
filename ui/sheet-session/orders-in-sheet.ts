import type { Finding, Severity } from '../../core/check/finding.ts';
import type { ParsedBatch, ParsedLine, ParsedOrder } from '../../core/sheet/parsed-order.ts';

/** An order as the sheet shows it: its rows, what is wrong with it, whether it may be posted. */
export interface OrderInSheet {
  readonly order: ParsedOrder;
  /** What the order says, without where it stands: the same content is not sent twice. */
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
  /** An error of its own, or one of its whole table, keeps it from being posted. */
  readonly hasError: boolean;
}

/**
 * Joins orders and findings by row, not by key: two customers may use the same order text, and a finding belongs to the
 * one whose row it stands on. A table's own errors (a missing column) hold back every order of the table.
 */
export function ordersInSheet(batch: ParsedBatch, findings: readonly Finding[]): readonly OrderInSheet[] {
  const ofSheets = findingsOfSheets(batch, findings);
  const ofSheet = new Set(ofSheets);
  const brokenSheets = new Set(ofSheets.filter(({ severity }) => severity === 'error').map(sheetOf));
  const ofRow = Map.groupBy(
    findings.filter((finding) => !ofSheet.has(finding)),
    ({ file, sheet, row }) => placeOf(file, sheet, row),
  );
  return batch.orders.map((order) => {
    const own = order.lines.flatMap((line) => ofRow.get(placeOfLine(batch, line)) ?? []);
    const broken = order.lines.some((line) => brokenSheets.has(sheetOf(tableOf(batch, line))));
    return {
      order,
      fingerprint: fingerprintOf(order),
      findings: own,
      hasError: broken || own.some(({ severity }) => severity === 'error'),
    };
  });
}

/** Findings about a table as a whole stand on its header row: a missing column, a check that could not run. */
export function findingsOfSheets(batch: ParsedBatch, findings: readonly Finding[]): readonly Finding[] {
  const headers = new Set(batch.tables.map(({ file, sheet, headerRow }) => placeOf(file, sheet, headerRow)));
  return findings.filter(({ file, sheet, row }) => headers.has(placeOf(file, sheet, row)));
}

export const countBySeverity = (findings: readonly Finding[]): Readonly<Record<Severity, number>> => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
};

const placeOf = (file: string | undefined, sheet: string, row: number) => JSON.stringify([file ?? null, sheet, row]);
const sheetOf = (place: { readonly file?: string; readonly sheet: string }) =>
  JSON.stringify([place.file ?? null, place.sheet]);

function tableOf(batch: ParsedBatch, line: ParsedLine) {
  const table = batch.tables[line.table];
  if (!table) throw new Error(`line of row ${line.row} names table ${line.table} of ${batch.tables.length}`);
  return table;
}
function placeOfLine(batch: ParsedBatch, line: ParsedLine): string {
  const { file, sheet } = tableOf(batch, line);
  return placeOf(file, sheet, line.row);
}

/** Sorting or moving rows changes nothing an order says. */
export function fingerprintOf({ lines, ...head }: ParsedOrder): string {
  return JSON.stringify([head, lines.map(({ table: _table, row: _row, ...line }) => line)]);
}
