import { Command, InvalidArgumentError, Option } from 'commander';
import { type CheckResult, checkOrders } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { noneTurnedAway, type TurnedAway, turnedAwayThoughSound } from '../../core/check/turned-away.ts';
import { withServerFindings } from '../../core/check/with-server-findings.ts';
import { type CheckPolicy, checkPolicyOf } from '../../core/policy/check-policy.ts';
import { areaName, cellName, columnName } from '../../core/sheet/grid.ts';
import { rowCount } from '../../core/sheet/orders.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { skippedRows } from '../../core/sheet/skipped-rows.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import { dateIn, type Instant, type PlainDate, parseDate } from '../../core/value/date.ts';
import { serverFindings } from '../../core/wire/server-findings.ts';
import { describeFinding } from '../../locales/describe.ts';
import { describeSkipped } from '../../locales/skipped.ts';
import { orderFile, refuseOutput, writeAnnotatedCopy } from './annotate.ts';
import { printFindings, printSources, printTurnedAway, sourcesOf } from './check-report.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { CommandFailure } from './failure.ts';
import { readFiles } from './read-files.ts';
import {
  type CommonOptions,
  exit,
  jsonOption,
  localeFor,
  localeOption,
  print,
  printJson,
  textsFor,
} from './terminal.ts';
import { isUsed, printUnused } from './unused.ts';

interface CheckOptions extends CommonOptions {
  readonly annotate?: string;
  readonly asOf?: PlainDate;
  readonly server?: string;
  readonly company?: string;
  readonly user?: string;
}

/** `check FILE…`: exit 0 clean, 1 findings of severity error, 2 a file can't be read or holds no orders. */
export const checkCommand = () =>
  new Command('check')
    .description('check order sheets against price list, stock and customers; nothing is stored')
    .argument('<files...>', '.xlsx or .csv; orders, prices and stock may lie in several')
    .option('--annotate <out.xlsx>', 'write a copy of the file of orders with the findings marked in it')
    .addOption(new Option('--as-of <date>', 'the day to check for, 2026-11-21; default: today').argParser(plainDate))
    .addOption(serverOption().default(undefined).makeOptionMandatory(false))
    .addOption(companyOption())
    .addOption(userOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(check);

export function plainDate(text: string): PlainDate {
  const date = parseDate(text);
  if (!date) throw new InvalidArgumentError('a date like 2026-11-21 is needed');
  return date;
}

async function check(files: readonly string[], options: CheckOptions): Promise<void> {
  // Who asks matters to a server only: without one the files would be checked as if nobody had been named.
  if (options.server === undefined && (options.company ?? options.user) !== undefined)
    throw new CommandFailure(exit.usage, textsFor(options)('cli:check.needs-server'));
  if (options.annotate) await refuseOutput(files, options.annotate, options);
  const { sheets, batch } = await readFiles(files, options);
  const marked = options.annotate ? orderFile(files, sheets, options) : null;
  const server = await connected(options);
  const knowledge = knowledgeOf(sheets, await server?.knowledge());
  const policy = await server?.policy();
  const own = checkOrders({ batch, knowledge, today: options.asOf ?? today(), sheets, ...(policy && { policy }) });
  const known = await server?.findings(batch, own);
  const result = known ? withServerFindings(own, batch, known.findings) : own;
  const away = known ? turnedAwayThoughSound(known.turnedAway, result) : noneTurnedAway;
  if (options.annotate && marked)
    await writeAnnotatedCopy({ file: marked, out: options.annotate, findings: result.findings, options });

  const rows = rowCount(batch);
  const skipped = skippedRows(sheets);
  if (options.json)
    printJson({
      files,
      tables: sheets.tables.map((table) => ({ ...tableJson(table), checked: isUsed(table, sheets, knowledge) })),
      unknown: (sheets.unknown ?? []).map(({ file, sheet, area, headings }) => ({
        file,
        sheet,
        range: areaName(area),
        headings,
      })),
      rows,
      orders: batch.orders.length,
      knowledge: sourcesOf(knowledge),
      skipped: skipped.map((passed) => ({ ...passed, row: passed.row + 1 })),
      findings: result.findings.map((finding) => findingJson(finding, options)),
      summary: result.summary,
      turnedAway: turnedAwayJson(away, batch, options),
    });
  else {
    printUnused(sheets, knowledge, options);
    for (const said of describeSkipped(skipped, textsFor(options))) print(said);
    printSources(knowledge, { ...options, timeZone: (await server?.timeZone()) ?? null });
    printTurnedAway(away, options);
    printFindings(result, { rows, orders: batch.orders.length }, options);
  }
  const isTurnedAway = away.missing.length > 0 || away.orders.size > 0;
  if (result.summary.error > 0 || isTurnedAway) process.exitCode = exit.findings;
}

/** What the files don't hold comes from the server, when one is named: published books, its policy, what only its check knows. */
async function connected(options: CheckOptions) {
  const { server } = options;
  if (server === undefined) return null;
  const to: ConnectOptions = { ...options, server };
  const client = await connect(to, 'order-desk');
  return {
    knowledge: (): Promise<Knowledge> => answered(to, () => client.call('knowledge', {})),
    policy: async (): Promise<CheckPolicy> =>
      checkPolicyOf((await answered(to, () => client.call('policy', {}))).policy),
    timeZone: async (): Promise<string> => (await answered(to, () => client.call('session', {}))).timeZone,
    findings: (batch: ParsedBatch, result: CheckResult) => answered(to, () => serverFindings(client, batch, result)),
  };
}

/** Today where the person sits who asks. */
const today = (): PlainDate =>
  dateIn(new Date().toISOString() as Instant, Intl.DateTimeFormat().resolvedOptions().timeZone);

const tableJson = (table: FoundTable) => ({
  file: table.file,
  role: table.role,
  sheet: table.sheet,
  range: areaName(table.area),
  headerRow: table.headerRow + 1,
  confidence: table.confidence,
  columns: table.columns.map(({ column, heading, field, reason, confidence }) => ({
    column: columnName(column),
    heading,
    field,
    reason,
    confidence,
  })),
  heads: table.heads?.map(({ field, label, row, column, raw, value }) => ({
    cell: cellName(row, column),
    label,
    field,
    raw,
    value,
  })),
});

/** Rows count from 1 and columns are letters, as Excel shows them. */
const placeJson = ({ row, column }: Pick<Finding, 'row' | 'column'>) => ({ row: row + 1, column: columnName(column) });

const findingJson = (finding: Finding, options: CommonOptions) => ({
  ...finding,
  ...placeJson(finding),
  ...(finding.fix && { fix: { ...finding.fix, ...placeJson(finding.fix) } }),
  ...(finding.choices && { choices: finding.choices.map((choice) => ({ ...choice, ...placeJson(choice) })) }),
  message: describeFinding(finding, textsFor(options), localeFor(options)).message,
});

/** Where an order has no number of its own, its first row says which it is. */
const turnedAwayJson = ({ missing, orders }: TurnedAway, { tables }: ParsedBatch, options: CommonOptions) => ({
  missing,
  orders: [...orders].map(
    ([
      {
        key,
        lines: [first],
      },
      reasons,
    ]) => ({
      order: key,
      ...(first && { sheet: tables[first.table]?.sheet, row: first.row + 1 }),
      findings: reasons.map((finding) => findingJson(finding, options)),
    }),
  ),
});
