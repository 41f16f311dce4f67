import type { OrderTable, ParsedBatch, ParsedLine, ParsedOrder } from '../sheet/parsed-order.ts';
import type { CheckResult } from './check.ts';
import type { Finding } from './finding.ts';
import { rowName } from './place.ts';
import { stillUnchecked } from './still-unchecked.ts';
import { summaryOf } from './summary.ts';

/**
 * Puts the server's findings in the place of the "not checked" ones, and nothing else of them: what could be checked here
 * was checked against the workbook's own books, which the server doesn't know.
 */
export function withServerFindings(result: CheckResult, batch: ParsedBatch, answered: readonly Finding[]): CheckResult {
  const asked = new Set(result.unchecked.map(({ rule }) => rule));
  const codes: ReadonlySet<string> = new Set(result.unchecked.flatMap((rule) => rule.codes));
  const isAsked = ({ code, data }: Finding): boolean =>
    code === 'check.not-run' ? asked.has(data?.rule ?? '') : codes.has(code);
  const added = [
    ...withoutRepetition(
      answered.filter((one) => isAsked(one) && !(one.code === 'check.not-run' && one.order === null)),
    ),
    ...stillUnchecked(result, answered),
  ];
  const left = (findings: readonly Finding[]): readonly Finding[] =>
    findings.filter((finding) => !(finding.code === 'check.not-run' && isAsked(finding)));
  const byRow = Map.groupBy(added, rowName);
  const rowsOf = (order: ParsedOrder): readonly string[] => [
    ...new Set(order.lines.flatMap((line) => placesOf(line, batch.tables[line.table]))),
  ];
  const ofOrders = new Set(batch.orders.flatMap(rowsOf));
  const findings = inPlace([...left(result.findings), ...added], batch);
  return {
    ...result,
    findings,
    summary: summaryOf(findings),
    sheetFindings: inPlace(
      [...left(result.sheetFindings), ...added.filter((finding) => !ofOrders.has(rowName(finding)))],
      batch,
    ),
    orders: result.orders.map((entry) => {
      const own = rowsOf(entry.order).flatMap((row) => byRow.get(row) ?? []);
      if (own.length === 0) return entry;
      const isSound = !own.some(({ severity }) => severity === 'error');
      return {
        ...entry,
        checked: isSound ? entry.checked : null,
        findings: inPlace([...entry.findings, ...own], batch),
      };
    }),
  };
}

/** The row itself, and those above it that say what its own columns don't (客户：…): an order's findings stand there too. */
function placesOf({ row }: ParsedLine, table: OrderTable | undefined): readonly string[] {
  const heads = table?.heads?.filter(({ from, to }) => from <= row && row <= to) ?? [];
  return [row, ...heads.map((head) => head.row)].map((at) => rowName({ sheet: '', ...table, row: at }));
}

/** Several requests say of the same sheet the same thing. */
const withoutRepetition = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/** By table, row, column and code, as one check has them. */
function inPlace(findings: readonly Finding[], { tables }: ParsedBatch): readonly Finding[] {
  const tableOf = ({ file, sheet, row }: Finding): number =>
    tables.findLastIndex((table) => table.file === file && table.sheet === sheet && table.headerRow <= row);
  return findings
    .map((finding) => ({ finding, table: tableOf(finding) }))
    .sort(
      (a, b) =>
        a.table - b.table ||
        a.finding.row - b.finding.row ||
        a.finding.column - b.finding.column ||
        (a.finding.code < b.finding.code ? -1 : a.finding.code > b.finding.code ? 1 : 0),
    )
    .map(({ finding }) => finding);
}
