import { join } from 'node:path';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { type Month, parseMonth } from '../../core/value/date.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { jsonOption, localeFor, localeOption, print, printJson } from './terminal.ts';
import { writeResult } from './write-result.ts';

interface ReportOptions extends ConnectOptions {
  readonly month: Month;
  readonly out: string;
}

export function monthArgument(text: string): Month {
  const month = parseMonth(text);
  if (!month) throw new InvalidArgumentError('a month like 2026-11 is needed');
  return month;
}

/** `report KIND`: the month's report as PDF and workbook. */
export const reportCommand = () =>
  new Command('report')
    .description("write the month's report as PDF and workbook")
    .addArgument(new Argument('<kind>', 'which report').choices(['archive']))
    .requiredOption('--month <month>', 'month, 2026-11', monthArgument)
    .requiredOption('--out <folder>', 'where the files go')
    .addOption(serverOption())
    .addOption(companyOption())
    .addOption(userOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(report);

async function report(_kind: string, options: ReportOptions): Promise<void> {
  const client = await connect(options, 'archivist');
  const input = { params: { month: options.month }, query: { locale: localeFor(options) } };
  const [pdf, workbook] = await answered(
    options,
    async () => [await client.call('monthReportPdf', input), await client.call('monthReportWorkbook', input)] as const,
  );
  const files = {
    pdf: join(options.out, `archive-report-${options.month}.pdf`),
    workbook: join(options.out, `archive-report-${options.month}.xlsx`),
  };
  await writeResult(files.pdf, pdf, options);
  await writeResult(files.workbook, workbook, options);
  if (options.json) printJson({ report: 'archive', month: options.month, files });
  else for (const file of Object.values(files)) print(file);
}
