import type { CheckedEntry } from '../../core/check/check.ts';
import type { Finding, Severity } from '../../core/check/finding.ts';
import type { ParsedOrder } from '../../core/sheet/parsed-order.ts';
import type { TableRows } from './table-rows.ts';

/** An order as the sheet shows it: its rows, what is wrong with it, whether it may be posted. */
export interface OrderInSheet {
  readonly order: ParsedOrder;
  /** What the order says, without where it stands: the same content is not sent twice. */
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
  /** An error of its own, or one of its whole table, keeps it from being posted. */
  readonly hasError: boolean;
  /** A filter hides some of its rows: it isn't posted unasked. */
  readonly hidden: boolean;
  /** The order number that stands beside its rows, from an earlier posting. */
  readonly number: string | null;
}

export const orderInSheet = ({ order, checked, findings }: CheckedEntry, rows: readonly TableRows[]): OrderInSheet => ({
  order,
  fingerprint: fingerprintOf(order),
  findings,
  hasError: checked === null,
  hidden: order.lines.some(({ table, row }) => rows[table]?.hidden.has(row)),
  number: order.lines.map(({ table, row }) => rows[table]?.numbers.get(row)).find(Boolean) ?? null,
});

/** Sorting, moving or hiding rows changes nothing an order says. */
export function fingerprintOf({ lines, ...head }: ParsedOrder): string {
  return JSON.stringify([
    head,
    lines.map(({ table: _table, row: _row, rowId: _rowId, hidden: _hidden, ...line }) => line),
  ]);
}

export const countBySeverity = (findings: readonly Finding[]): Readonly<Record<Severity, number>> => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
};

/** As people call it. */
export const nameOfOrder = ({ order: { key, customer } }: OrderInSheet): string =>
  key ?? customer.name ?? customer.code ?? '—';
