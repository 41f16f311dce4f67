import { Command, Option } from 'commander';
import { checkOrders } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import { fittingLength } from '../../core/check/rules/fitting-length.ts';
import { type OrderType, orderTypes } from '../../core/order/order-type.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { PlainDate } from '../../core/value/date.ts';
import type { PostResult } from '../../core/wire/posting-views.ts';
import { describeFinding } from '../../locales/describe.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { postBatch } from './post-batch.ts';
import { readFiles } from './read-files.ts';
import { exit, jsonOption, localeFor, localeOption, print, printJson, textsFor } from './terminal.ts';

interface PostOptions extends ConnectOptions {
  readonly draft?: true;
  readonly saveDraft?: true;
  readonly type?: OrderType;
}

/** `post FILE…`: one result an order; exit 0 when all are on the server, 1 when some are not, 3 when it is away. */
export const postCommand = () =>
  new Command('post')
    .description('post the orders of a sheet to the server; posting again creates nothing new')
    .argument('<files...>', '.xlsx or .csv')
    .option('--draft', 'leave new orders as drafts instead of submitting them for review')
    .option('--save-draft', 'keep orders with errors as drafts, with what was found')
    .addOption(new Option('--type <type>', 'what kind of orders they are').choices(orderTypes))
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
  const { fitting, tooLong } = fittingOf(batch);
  const posting = () =>
    postBatch(client, fitting, {
      submit: !options.draft,
      saveDraft: options.saveDraft ?? false,
      ...(options.type && { type: options.type }),
      label,
      options,
    });
  const sent = await answered(options, posting, 'cli:post.away');
  const answers = sent[Symbol.iterator]();
  const results = batch.orders.flatMap((order): PostResult[] => {
    const findings = tooLong.get(order);
    const answer = findings ? turnedBack(order.key, findings) : answers.next().value;
    return answer ? [answer] : [];
  });
  if (options.json) printJson({ results, summary: outcomes(results) });
  else printResults(results, options);
  if (results.some(({ outcome }) => outcome === 'findings' || outcome === 'refused')) process.exitCode = exit.findings;
}

const turnedBack = (key: string | null, findings: readonly Finding[]) =>
  ({ outcome: 'findings', key, findings }) as PostResult;

/** What is too long for the server would have it turn a whole request away: it is named here, and the others are sent. */
function fittingOf(batch: ParsedBatch) {
  const nothing = { prices: null, stock: null, customers: null, openDemand: [] };
  const today = new Date().toISOString().slice(0, 10) as PlainDate;
  const { orders } = checkOrders({ batch, knowledge: nothing, today }, [fittingLength]);
  const tooLong = new Map(orders.filter(({ findings }) => findings.length > 0).map((one) => [one.order, one.findings]));
  return { fitting: { ...batch, orders: batch.orders.filter((order) => !tooLong.has(order)) }, tooLong };
}

const outcomes = (results: readonly PostResult[]): Record<PostResult['outcome'], number> => {
  const counts = { posted: 0, edited: 0, unchanged: 0, saved: 0, findings: 0, refused: 0 };
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
      case 'saved':
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
        print(`${key}\t${result.number ?? '–'}\t${describeRefusal(result.refusal, texts, localeFor(options)).message}`);
    }
  }
  print(texts('cli:post.summary', outcomes(results)));
}
