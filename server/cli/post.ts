import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { PostResult } from '../../core/wire/views.ts';
import { describeFinding, describeRefusal } from '../../locales/describe.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { readFiles } from './read-files.ts';
import { exit, jsonOption, localeFor, localeOption, print, printJson, progress, textsFor } from './terminal.ts';

interface PostOptions extends ConnectOptions {
  readonly draft?: true;
}
/** Orders in one request: small enough for an answer within the second, large enough that 800 orders need few of them. */
const batchSize = 25;

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
  const results = await postBatch(batch, options);
  if (options.json) printJson({ results, summary: outcomes(results) });
  else printResults(results, options);
  if (results.some(({ outcome }) => outcome === 'findings' || outcome === 'refused')) process.exitCode = exit.findings;
}

/** Sends the orders a few at a time; an unanswered request may be sent again under its key without posting twice (X4). */
async function postBatch(batch: ParsedBatch, options: PostOptions): Promise<readonly PostResult[]> {
  const client = await connect(options, 'order-desk');
  const bar = progress(batch.orders.length, textsFor(options)('cli:post.progress'), options);
  const results: PostResult[] = [];
  try {
    for (let from = 0; from < batch.orders.length; from += batchSize) {
      const orders = batch.orders.slice(from, from + batchSize);
      const answer = await answered(options, () =>
        client.call('postOrders', {
          body: { ...batch, orders } as never,
          query: { submit: options.draft ? 'false' : 'true' },
          requestKey: randomUUID(),
        }),
      );
      results.push(...answer.results);
      for (const _ of orders) bar.step();
    }
  } finally {
    bar.end();
  }
  return results;
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
        print(`${key}\t${result.number ?? '–'}\t${describeRefusal(result.refusal, texts)}`);
    }
  }
  print(texts('cli:post.summary', outcomes(results)));
}
