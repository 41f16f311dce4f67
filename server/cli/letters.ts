import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { Command, Option } from 'commander';
import { type OrderStatus, orderStatuses } from '../../core/order/status.ts';
import type { PaperKind } from '../../core/paper/paper.ts';
import { type Client, ProblemAnswer } from '../../core/wire/client.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { answered, type ConnectOptions, companyOption, connect, serverOption, userOption } from './connect.ts';
import { CommandFailure } from './failure.ts';
import { monthArgument } from './report.ts';
import { exit, jsonOption, localeFor, localeOption, print, printJson, progress, say, textsFor } from './terminal.ts';
import { writeResult } from './write-result.ts';

const kinds = {
  confirmation: 'confirmation-letter',
  delivery: 'delivery-note',
  shipping: 'shipping-notice',
} as const satisfies Record<string, PaperKind>;
interface LettersOptions extends ConnectOptions {
  readonly order?: string;
  readonly month?: string;
  readonly status?: OrderStatus;
  readonly kind: keyof typeof kinds;
  readonly issue?: true;
  readonly printFile?: true;
  readonly out: string;
}
interface Written {
  readonly order: string;
  readonly paper: string;
  readonly file: string;
  readonly pages: number | null;
}
interface Failed {
  readonly order: string;
  readonly paper?: string;
  readonly message: string;
}

/** `letters`: the latest letter or notices of each chosen order as PDF files; one that fails doesn't stop the rest (X8). */
export const lettersCommand = () =>
  new Command('letters')
    .description('write confirmation letters, delivery notes or shipping notices as PDF files')
    .option('--order <number>', 'one order')
    .option('--month <month>', 'orders posted in the month, 2026-11', monthArgument)
    .addOption(new Option('--status <status>', 'orders in this status').choices([...orderStatuses]))
    .addOption(new Option('--kind <kind>', 'which letter').choices(Object.keys(kinds)).default('confirmation'))
    .option('--issue', 'first issue the confirmation letter of every chosen order that is ready for it')
    .option('--print-file', 'besides, all of them in one PDF for the printer')
    .requiredOption('--out <folder>', 'where the PDFs go')
    .addOption(serverOption())
    .addOption(companyOption())
    .addOption(userOption())
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(letters);

async function letters(options: LettersOptions): Promise<void> {
  const texts = textsFor(options);
  const client = await connect(options, 'order-desk');
  const numbers = options.order ? [options.order] : await chosenOrders(client, options);
  const written: Written[] = [];
  const failed: Failed[] = [];
  const bar = progress(numbers.length, texts('cli:letters.progress'), options);
  for (const number of numbers) {
    try {
      const { order, letters: own } = await lettersOfOrder(client, number, options);
      written.push(...own);
      if (own.length === 0 && options.order) failed.push({ order: number, message: whyNone(order, options) });
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      failed.push({ order: number, message: error.message });
    }
    bar.step();
  }
  bar.end();
  if (options.printFile && written.length > 0) await writePrintFile(client, written, options);
  if (options.json) printJson({ letters: written, failed });
  else {
    for (const { file } of written) print(file);
    for (const { order, message } of failed) say(`${order}: ${message}`);
    say(texts('cli:letters.summary', { count: written.length, failed: failed.length }));
  }
  if (failed.length > 0) process.exitCode = exit.findings;
  else if (written.length === 0)
    throw new CommandFailure(exit.findings, texts('cli:letters.none'), { code: 'letters.none' });
}

async function chosenOrders(client: Client, options: LettersOptions): Promise<string[]> {
  const numbers: string[] = [];
  let after: string | undefined;
  do {
    const page = await answered(options, () =>
      client.call('orders', {
        query: {
          limit: 500,
          ...(options.month ? { month: options.month } : {}),
          ...(options.status ? { status: options.status } : {}),
          ...(after ? { after } : {}),
        },
      }),
    );
    numbers.push(...page.orders.map(({ number }) => number));
    after = page.next ?? undefined;
  } while (after);
  return numbers.reverse();
}

/** Asked for by number, an order without a letter says what it waits for and who can do that. */
function whyNone(order: OrderView, options: LettersOptions): string {
  const texts = textsFor(options);
  const status = texts('cli:letters.not-ready', { status: texts(`terms:status.${order.status}`) });
  const refusal = order.actions.find(({ command }) => command === 'approve-order')?.refusal;
  const who = order.status === 'in-review' && refusal ? describeRefusal(refusal, texts, localeFor(options)).who : null;
  return who ? `${status}. ${who}` : status;
}

async function lettersOfOrder(
  client: Client,
  number: string,
  options: LettersOptions,
): Promise<{ readonly order: OrderView; readonly letters: readonly Written[] }> {
  let order = await client.call('order', { params: { number } });
  const ready = order.actions.find(({ command }) => command === 'issue-letter')?.allowed === true;
  if (options.issue && options.kind === 'confirmation' && ready && order.status === 'to-confirm')
    order = await client.call('commandOrder', {
      params: { number },
      body: { type: 'issue-letter' },
      requestKey: randomUUID(),
    });
  const written: Written[] = [];
  for (const { paper } of wanted(order, kinds[options.kind])) {
    const pdf = await client.call('paper', { params: { paper } });
    // The name comes from the server: it must not lead out of the folder.
    const file = join(options.out, `${basename(paper)}.pdf`);
    await writeResult(file, pdf, options);
    const filed = (await client.call('order', { params: { number } })).papers.find(
      (view) => view.paper === paper,
    )?.filed;
    written.push({ order: number, paper, file, pages: filed?.pages ?? null });
  }
  return { order, letters: written };
}

/** Of letters only the latest revision counts; every shipment has papers of its own. */
function wanted({ papers }: OrderView, kind: PaperKind) {
  const ofKind = papers.filter((paper) => paper.kind === kind);
  if (kind !== 'confirmation-letter') return ofKind;
  const latest = Math.max(...ofKind.map(({ revision }) => revision));
  return ofKind.filter(({ revision }) => revision === latest);
}

async function writePrintFile(client: Client, written: readonly Written[], options: LettersOptions): Promise<void> {
  const pdf = await answered(options, () =>
    client.call('printFile', { body: { papers: written.map(({ paper }) => paper) } }),
  );
  await writeResult(join(options.out, `print-${options.kind}.pdf`), pdf, options);
}
