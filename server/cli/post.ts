import { Command } from 'commander';
import type { PostResult } from '../../core/wire/views.ts';
import { describeFinding } from '../../locales/describe.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { postBatch } from './post-batch.ts';
import { readFiles } from './read-files.ts';
import { exit, jsonOption, localeFor, localeOption, print, printJson, textsFor } from './terminal.ts';

interface PostOptions extends ConnectOptions {
  readonly draft?: true;
}

/** `post FILE…`: one result an order; exit 0 when all are on the server, 1 when some are not, 3 when it is away. */
export const postCommand = () =>
  new Command('post')
    .description('post the orders of a sheet to the server; posting again creates nothing new')
    .argument('<files...>', '.xlsx or .csv')
    .option('--draft', 'leave new orders as drafts instead of submitting them for review')
    .addOption(serverOption())
    .addOption(companyOption())
    .addOption(userOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(post);

async function post(files: readonly string[], options: PostOptions): Promise<void> {
  const { batch } = await readFiles(files, options);
  const client = await connect(options, 'order-desk');
  const label = textsFor(options)('cli:post.progress');
  const results = await answered(options, () => postBatch(client, batch, { submit: !options.draft, label, options }));
  if (options.json) printJson({ results, summary: outcomes(results) });
  else printResults(results, options);
  if (results.some(({ outcome }) => outcome === 'findings' || outcome === 'refused')) process.exitCode = exit.findings;
}

const outcomes = (results: readonly PostResult[]): Record<PostResult['outcome'], number> => {
  const counts = { posted: 0, edited: 0, unchanged: 0, findings: 0, refused: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return counts;
};

function printResults(results: readonly PostResult[], options: PostOptions): void {
  const texts = textsFor(options);
  for (const result of results) {
    const key = result.key ?? '–';
    switch (result.outcome) {
      case 'posted':
      case 'edited':
      case 'unchanged':
        print(
          `${key}\t${result.number}\t${texts(`cli:post.${result.outcome}`)}\t${texts(`terms:status.${result.status}`)}`,
        );
        break;
      case 'findings':
        print(`${key}\t–\t${texts('cli:post.findings')}`);
        for (const finding of result.findings.filter(({ severity }) => severity === 'error'))
          print(`  ${finding.sheet}!${finding.cell}  ${describeFinding(finding, texts, localeFor(options)).message}`);
        break;
      case 'refused':
        print(`${key}\t${result.number ?? '–'}\t${describeRefusal(result.refusal, texts).message}`);
    }
  }
  print(texts('cli:post.summary', outcomes(results)));
}
