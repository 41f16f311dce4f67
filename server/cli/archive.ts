import { join } from 'node:path';
import { Command } from 'commander';
import type { Month } from '../../core/value/date.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { monthArgument } from './report.ts';
import { jsonOption, localeFor, localeOption, print, printJson } from './terminal.ts';
import { writeResult } from './write-result.ts';

interface ArchiveOptions extends ConnectOptions {
  readonly out: string;
}

/** `archive YYYY-MM`: the month's package: report, workbook, every paper, and the list of their checksums (X7). */
export const archiveCommand = () =>
  new Command('archive')
    .description("write the month's package: report, workbook, every paper, checksums")
    .argument('<month>', 'month, 2026-11', monthArgument)
    .requiredOption('--out <folder>', 'where the package goes')
    .addOption(serverOption())
    .addOption(companyOption())
    .addOption(userOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(archive);

async function archive(month: Month, options: ArchiveOptions): Promise<void> {
  const client = await connect(options, 'archivist');
  const zip = await answered(options, () =>
    client.call('monthPackage', { params: { month }, query: { locale: localeFor(options) } }),
  );
  const file = join(options.out, `archive-${month}.zip`);
  await writeResult(file, zip, options);
  if (options.json) printJson({ month, package: file, bytes: zip.length });
  else print(file);
}
