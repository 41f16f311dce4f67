import type { CheckCode } from '../../core/check/codes.ts';
import type { Finding, Severity } from '../../core/check/finding.ts';
import type { OrderInSheet } from '../sheet-session/orders-in-sheet.ts';

/** What the list shows: everything, one severity, or one kind of finding. */
export type FindingFilter = 'all' | Severity | CheckCode;

/** Findings under one heading: an order's, or those about a sheet as a whole (`order` null). */
export interface FindingGroup {
  readonly order: OrderInSheet | null;
  readonly findings: readonly Finding[];
}

export const matches = (finding: Finding, filter: FindingFilter): boolean =>
  filter === 'all' || filter === finding.severity || filter === finding.code;

/** Sheets first, for nothing below them is certain while they are wrong; then the orders as the sheet has them. */
export function groupsOf(
  sheetFindings: readonly Finding[],
  orders: readonly OrderInSheet[],
  filter: FindingFilter,
): readonly FindingGroup[] {
  const all: FindingGroup[] = [
    { order: null, findings: sheetFindings },
    ...orders.map((order) => ({ order, findings: order.findings })),
  ];
  return all
    .map(({ order, findings }) => ({ order, findings: findings.filter((finding) => matches(finding, filter)) }))
    .filter(({ findings }) => findings.length > 0);
}

/** The filters worth offering, each with its count, commonest kind first. */
export function filtersOf(
  findings: readonly Finding[],
): readonly { readonly filter: FindingFilter; readonly count: number }[] {
  const severities = (['error', 'warning', 'info'] as const).map((severity) => ({
    filter: severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }));
  const codes = [...Map.groupBy(findings, ({ code }) => code)]
    .map(([filter, { length: count }]) => ({ filter, count }))
    .sort((a, b) => b.count - a.count);
  return [{ filter: 'all' as const, count: findings.length }, ...severities.filter(({ count }) => count > 0), ...codes];
}

/**
 * What one click may fix together. An error has one right answer; a warning may be meant as it is (a price agreed with the
 * customer), so warnings are fixed together only where the user looks at that one kind.
 */
export const fixableTogether = (shown: readonly Finding[], filter: FindingFilter): readonly Finding[] =>
  shown.filter(({ fix, severity, code }) => fix && (severity === 'error' || filter === code));

/** A finding's name on the page, to scroll to it; findings have no id of their own. */
export const findingId = ({ file, sheet, cell, code }: Finding): string =>
  `finding-${[file ?? '', sheet, cell, code].join('-').replaceAll(/\s/g, '_')}`;
