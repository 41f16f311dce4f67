import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Month } from '../../core/value/date.ts';
import type { ArchivedMonth } from '../../core/wire/archive.ts';
import type { Client } from '../../core/wire/client.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { monthArgument } from './report.ts';
import { exit, jsonOption, localeFor, localeOption, print, printJson, say, textsFor } from './terminal.ts';
import { writeResult } from './write-result.ts';

interface ArchiveOptions extends ConnectOptions {
  readonly out: string;
  readonly orders?: true;
}

/**
 * `archive YYYY-MM`: the month's package: report, workbook, every paper, and the list of their checksums (X7). With
 * `--orders` the orders closed in the month are archived first, which can't be taken back.
 */
export const archiveCommand = () =>
  new Command('archive')
    .description("write the month's package: report, workbook, every paper, checksums")
    .argument('<month>', 'month, 2026-11', monthArgument)
    .requiredOption('--out <folder>', 'where the package goes')
    .option('--orders', 'first archive the orders closed in the month: they become read-only')
    .addOption(serverOption())
    .addOption(companyOption())
    .addOption(userOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(archive);

async function archive(month: Month, options: ArchiveOptions): Promise<void> {
  const client = await connect(options, 'archivist');
  const orders = options.orders ? await archiveOrders(client, month, options) : undefined;
  const zip = await answered(options, () =>
    client.call('monthPackage', { params: { month }, query: { locale: localeFor(options) } }),
  );
  const file = join(options.out, `archive-${month}.zip`);
  await writeResult(file, zip, options);
  if (options.json) printJson({ month, package: file, bytes: zip.length, ...(orders && { orders }) });
  else print(file);
  if (orders?.results.some(({ outcome }) => outcome === 'refused')) process.exitCode = exit.findings;
}

async function archiveOrders(client: Client, month: Month, options: ArchiveOptions): Promise<ArchivedMonth> {
  const texts = textsFor(options);
  const done = await answered(options, () =>
    client.call('archiveMonth', { params: { month }, requestKey: randomUUID() }),
  );
  const refused = done.results.filter((result) => result.outcome === 'refused');
  for (const { number, refusal } of refused)
    say(`${number}: ${describeRefusal(refusal, texts, localeFor(options)).message}`);
  const archived = done.results.length - refused.length;
  say(texts('cli:archive.orders', { archived, refused: refused.length, open: done.notClosed.length }));
  return done;
}
