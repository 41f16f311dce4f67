import type { CheckedEntry } from '../../core/check/check.ts';
import type { Finding, Severity } from '../../core/check/finding.ts';
import type { ParsedOrder } from '../../core/sheet/parsed-order.ts';

/** An order as the sheet shows it: its rows, what is wrong with it, whether it may be posted. */
export interface OrderInSheet {
  readonly order: ParsedOrder;
  /** What the order says, without where it stands: the same content is not sent twice. */
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
  /** An error of its own, or one of its whole table, keeps it from being posted. */
  readonly hasError: boolean;
}

export const orderInSheet = ({ order, checked, findings }: CheckedEntry): OrderInSheet => ({
  order,
  fingerprint: fingerprintOf(order),
  findings,
  hasError: checked === null,
});

/** Sorting or moving rows changes nothing an order says. */
export function fingerprintOf({ lines, ...head }: ParsedOrder): string {
  return JSON.stringify([head, lines.map(({ table: _table, row: _row, ...line }) => line)]);
}

export const countBySeverity = (findings: readonly Finding[]): Readonly<Record<Severity, number>> => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
};
