import type { CheckCode } from '../../core/check/codes.ts';
import type { Finding, Severity } from '../../core/check/finding.ts';
import type { OrderInSheet } from '../sheet-session/orders-in-sheet.ts';

/** What the list shows: everything, one severity, or one kind of finding. */
export type FindingFilter = 'all' | Severity | CheckCode;

/** What stands together under one heading. */
export const groupings = ['order', 'kind'] as const;
export type FindingGrouping = (typeof groupings)[number];

/** Findings under one heading: an order's, those of one kind, or those about one sheet as a whole (both null). */
export interface FindingGroup {
  readonly order: OrderInSheet | null;
  readonly kind: CheckCode | null;
  readonly findings: readonly Finding[];
}

const severities = ['error', 'warning', 'info'] as const;

export const matches = (finding: Finding, filter: FindingFilter): boolean =>
  filter === 'all' || filter === finding.severity || filter === finding.code;

/**
 * The sheets of orders first, for nothing below them is certain while they are wrong; then the orders as the sheet has them;
 * then what is wrong in price lists and stock sheets. Checks that couldn't be made are no group: NotChecked.tsx shows them.
 */
export function allGroups(sheetFindings: readonly Finding[], orders: readonly OrderInSheet[]): readonly FindingGroup[] {
  const said = sheetFindings.filter(({ code }) => code !== 'check.not-run');
  return [
    ...bySheet(said.filter((finding) => !isAboutBook(finding))),
    ...orders.map((order) => ({ order, kind: null, findings: order.findings })),
    ...bySheet(said.filter(isAboutBook)),
  ].filter(({ findings }) => findings.length > 0);
}

/** About a price list, a stock sheet or a list of customers. */
export const isAboutBook = ({ code }: Finding): boolean => code.startsWith('book.');

const bySheet = (findings: readonly Finding[]): readonly FindingGroup[] =>
  [...Map.groupBy(findings, ({ file, sheet }) => JSON.stringify([file ?? '', sheet])).values()].map((own) => ({
    order: null,
    kind: null,
    findings: own,
  }));

/** What is left of the groups under a filter. */
export const filtered = (groups: readonly FindingGroup[], filter: FindingFilter): readonly FindingGroup[] =>
  groups
    .map((group) => ({ ...group, findings: group.findings.filter((finding) => matches(finding, filter)) }))
    .filter(({ findings }) => findings.length > 0);

/** The same findings kind by kind: what stops orders before what doesn't, then the commonest kind first. */
export function byKind(groups: readonly FindingGroup[]): readonly FindingGroup[] {
  const findings = groups.flatMap((group) => group.findings);
  return severities.flatMap((severity) =>
    [
      ...Map.groupBy(
        findings.filter((finding) => finding.severity === severity),
        ({ code }) => code,
      ),
    ]
      .map(([kind, own]) => ({ order: null, kind, findings: own }))
      .sort((a, b) => b.findings.length - a.findings.length),
  );
}

/** A group's name on the page; it stays while its rows are corrected. */
export function groupName({ order, kind, findings: [first] }: FindingGroup): string {
  const line = order?.order.lines[0];
  if (kind !== null) return `kind ${kind} ${first?.severity}`;
  return line ? `order ${line.table} ${line.row}` : `sheet ${first?.file ?? ''} ${first?.sheet} ${first?.code}`;
}

/** The filters worth offering, each with its count: what stops orders before what doesn't, then the commonest kind first. */
export function filtersOf(
  groups: readonly FindingGroup[],
): readonly { readonly filter: FindingFilter; readonly count: number }[] {
  const findings = groups.flatMap((group) => group.findings);
  return [
    { filter: 'all' as const, count: findings.length },
    ...severities.flatMap((filter) => {
      const count = findings.filter(({ severity }) => severity === filter).length;
      return count > 0 ? [{ filter, count }] : [];
    }),
    ...byKind(groups).flatMap(({ kind, findings: own }) => (kind ? [{ filter: kind, count: own.length }] : [])),
  ];
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
