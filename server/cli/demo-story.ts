import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkOrders } from '../../core/check/check.ts';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { recheckPoints } from '../../core/shipment/recheck.ts';
import type { PlainDate } from '../../core/value/date.ts';
import { createCheckedClient } from '../../core/wire/checked-client.ts';
import { type Client, ProblemAnswer } from '../../core/wire/client.ts';
import type { OrderCommandRequest } from '../../core/wire/commands.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import type { PostResult } from '../../core/wire/posting-views.ts';
import type { SampleCompany } from '../samples/sample-company.ts';
import { writeAnnotatedCopy } from './annotate.ts';
import { receiveWhatIsAsked } from './demo-payments.ts';
import { postBatch } from './post-batch.ts';
import { readFiles } from './read-files.ts';
import { type CommonOptions, localeFor, print, progress, textsFor } from './terminal.ts';

export interface DemoSetting {
  readonly server: string;
  readonly sample: SampleCompany;
  readonly folder: string;
  readonly options: CommonOptions;
}
export interface DemoResult {
  readonly company: string;
  readonly checked: { readonly orders: number; readonly errors: number; readonly warnings: number };
  readonly posted: number;
  readonly postedAgain: number;
  readonly approved: number;
  readonly letters: number;
  readonly payments: number;
  readonly shipped: number;
  readonly received: number;
}

/** The job as the office does it, each step by the user whose work it is. */
export async function tellDemo({ server, sample, folder, options }: DemoSetting): Promise<DemoResult> {
  const texts = textsFor(options);
  const tell = (step: string, data: Record<string, unknown>) => {
    if (!options.json) print(`  ${texts(`cli:demo.step.${step}`, data)}`);
  };
  const as = async (user: string): Promise<Client> => signIn(server, sample.id, user, options);
  const [clerk, head, finance, shipper, archivist] = (await Promise.all(
    ['order-desk', 'order-desk-head', 'finance-clerk', 'shipper', 'archivist'].map(as),
  )) as [Client, Client, Client, Client, Client];
  const { today } = await clerk.call('session', {});

  const workbook = join(folder, 'orders.xlsx');
  await writeFile(workbook, await sample.workbook(today as PlainDate));
  const { sheets, batch } = await readFiles([workbook], options);
  const { findings, summary } = checkOrders({
    batch,
    knowledge: knowledgeOf(sheets, {}, sample.profile.currency),
    today: today as PlainDate,
    currency: sample.profile.currency,
  });
  await writeAnnotatedCopy({ file: workbook, out: join(folder, 'orders-checked.xlsx'), findings, options });
  tell('check', { orders: batch.orders.length, errors: summary.error, warnings: summary.warning });

  const posted = await post(clerk, batch, options);
  const numbers = posted.flatMap((result) => (result.outcome === 'posted' ? [result.number] : []));
  tell('post', { posted: numbers.length, held: posted.length - numbers.length });
  const again = await post(clerk, batch, options);
  const unchanged = again.filter(({ outcome }) => outcome === 'unchanged').length;
  tell('again', { unchanged });

  const open = await ordersToSupply(clerk, numbers);
  const approved = await each(head, open, { type: 'approve-order' });
  tell('confirm', { approved: approved.length, short: open.length - approved.length });
  const lettered = await each(clerk, numbersOf(approved), { type: 'issue-letter' });
  const letters = await writePapers(clerk, lettered, 'confirmation-letter', join(folder, 'letters'), options);
  tell('letters', { letters });

  // One letter in four isn't back yet: somebody has to chase them.
  const back = lettered.filter((_, index) => index % 4 !== 3);
  // Half of the others leave today. All are paid as agreed: ahead, and before they leave.
  const leaving = new Set(numbersOf(back.slice(0, Math.ceil(back.length / 2))));
  const payments = await receiveWhatIsAsked(finance, back, leaving);
  tell('pay', { payments });
  const countersigned = await each(clerk, numbersOf(back), { type: 'record-countersign', on: today as PlainDate });
  const ready = numbersOf(countersigned).filter((number) => leaving.has(number));
  const { shipped, received } = await ship(shipper, clerk, ready, today as PlainDate);
  const views = await Promise.all(shipped.map((number) => clerk.call('order', { params: { number } })));
  await writePapers(clerk, views, 'delivery-note', join(folder, 'delivery-notes'), options);
  await writePapers(clerk, views, 'shipping-notice', join(folder, 'shipping-notices'), options);
  tell('ship', { shipped: shipped.length, received });

  await writeReport(archivist, today.slice(0, 7), folder, options);
  tell('report', { month: today.slice(0, 7) });
  return {
    company: sample.id,
    checked: { orders: batch.orders.length, errors: summary.error, warnings: summary.warning },
    posted: numbers.length,
    postedAgain: again.filter(({ outcome }) => outcome === 'posted').length,
    approved: approved.length,
    letters,
    payments,
    shipped: shipped.length,
    received,
  };
}

async function signIn(server: string, company: string, user: string, options: CommonOptions): Promise<Client> {
  let token: string | null = null;
  const client = createCheckedClient({
    fetch: (url, init) => fetch(url, init as RequestInit),
    baseUrl: server,
    token: () => token,
    locale: () => localeFor(options),
  });
  token = (await client.call('signInSample', { body: { company, user } })).token;
  return client;
}

const post = (client: Client, batch: ParsedBatch, options: CommonOptions): Promise<readonly PostResult[]> =>
  postBatch(client, batch, { submit: true, label: textsFor(options)('cli:post.progress'), options });

/** Goods that left long ago need no letter: Northwind's orders are mostly history. */
async function ordersToSupply(client: Client, numbers: readonly string[]): Promise<string[]> {
  const wanted: string[] = [];
  for (const number of numbers) {
    const { lines } = await client.call('order', { params: { number } });
    if (lines.some(({ open }) => open !== '0')) wanted.push(number);
  }
  return wanted;
}

/** Does the same to each order; a refused one (stock taken by others) stays where it is. */
async function each(client: Client, numbers: readonly string[], command: OrderCommandRequest): Promise<OrderView[]> {
  const done: OrderView[] = [];
  for (const number of numbers) {
    try {
      done.push(await client.call('commandOrder', { params: { number }, body: command, requestKey: randomUUID() }));
    } catch (error) {
      if (!(error instanceof ProblemAnswer && error.problem.refusal)) throw error;
    }
  }
  return done;
}
const numbersOf = (views: readonly OrderView[]) => views.map(({ number }) => number);

async function ship(shipper: Client, clerk: Client, shipped: readonly string[], today: PlainDate) {
  let received = 0;
  const recheck = { by: 'warehouse', confirmed: [...recheckPoints] };
  for (const [index, order] of shipped.entries()) {
    const { number } = await shipper.call('ship', {
      body: { order, carrier: '顺丰快运', tracking: `SF${String(1000 + index)}`, recheck },
      requestKey: randomUUID(),
    });
    if (index % 2 === 1) continue;
    await clerk.call('receive', { params: { number }, body: { on: today }, requestKey: randomUUID() });
    received += 1;
  }
  return { shipped, received };
}

async function writePapers(
  client: Client,
  orders: readonly OrderView[],
  kind: string,
  folder: string,
  options: CommonOptions,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const papers = orders.flatMap((order) =>
    order.papers.filter((paper) => paper.kind === kind).map(({ paper }) => paper),
  );
  const bar = progress(papers.length, textsFor(options)('cli:letters.progress'), options);
  for (const paper of papers) {
    await writeFile(join(folder, `${paper}.pdf`), await client.call('paper', { params: { paper } }));
    bar.step();
  }
  bar.end();
  return papers.length;
}

async function writeReport(client: Client, month: string, folder: string, options: CommonOptions): Promise<void> {
  const input = { params: { month }, query: { locale: localeFor(options) } };
  await writeFile(join(folder, `archive-report-${month}.pdf`), await client.call('monthReportPdf', input));
  await writeFile(join(folder, `archive-report-${month}.xlsx`), await client.call('monthReportWorkbook', input));
  await writeFile(join(folder, `archive-${month}.zip`), await client.call('monthPackage', input));
}
