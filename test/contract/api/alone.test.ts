import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { createCheckedClient } from '../../../core/wire/checked-client.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { orderCommand } from '../../../core/wire/commands.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { type RunningServer, startServer } from '../../../server/main.ts';
import { books } from './office.ts';
import { PretendPrinter } from './pretend-printer.ts';
import { refused } from './refused.ts';
import { newKey, recheck, rows } from './rows.ts';
import { receive } from './settle.ts';

const password = '回签 horse battery';
let dataFolder: string;
let server: RunningServer;
let founder: Client;
let today: string;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'countersign-alone-'));
  server = await startServer({ port: 0, dataFolder, samples: [], printer: new PretendPrinter() });
  const { token } = await client(null).call('startCompany', {
    body: {
      name: '甬江五金行',
      locale: 'zh-Hans',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      userName: '王芳',
      password,
    },
  });
  founder = client(token);
  ({ today } = await founder.call('session', {}));
  await founder.call('publish', { body: books as never, requestKey: newKey() });
});
afterAll(async () => {
  await server.close();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

const client = (token: string | null): Client =>
  createCheckedClient({
    baseUrl: server.url,
    token: () => token,
    locale: () => 'en',
    fetch: (url, init) => fetch(url, init as RequestInit),
  });
const command = (who: Client, number: string, body: z.input<typeof orderCommand>): Promise<OrderView> =>
  who.call('commandOrder', { params: { number }, body, requestKey: newKey() });
const view = (number: string): Promise<OrderView> => founder.call('order', { params: { number } });

/** 6000 at 12.50: above the credit limit of 70001, above what is in stock, above what the head of the desk may approve. */
async function posted(key: string): Promise<string> {
  const due = new Date(Date.parse(today) + 20 * 86_400_000).toISOString().slice(0, 10);
  const body = rows({ key, quantity: '6000', due });
  const { results } = await founder.call('postOrders', { body, query: { submit: 'false' }, requestKey: newKey() });
  const [result] = results;
  if (result?.outcome !== 'posted') throw new Error(`not posted: ${JSON.stringify(result)}`);
  expect(result.status).toBe('draft');
  expect((await command(founder, result.number, { type: 'submit-order' })).status).toBe('in-review');
  return result.number;
}

/** One step of the review, as the order shows it. */
async function signing(number: string, aspect: string, why: { statement?: string; reason?: string }) {
  const { review } = await view(number);
  const step = review?.steps.find((each) => each.aspect === aspect);
  const { contentHash = '' } = review ?? {};
  return { type: 'sign-off', step: step?.id ?? '', verdict: 'agree', contentHash, ...why } as const;
}

test('alone, one user takes an order from draft to close; each second role stands there with its reason', async () => {
  const number = await posted('ALONE');

  // Each second role: refused without a reason, recorded with it.
  const statement = '一向按时付款';
  const silent = await signing(number, 'credit', { statement });
  expect((await refused(command(founder, number, silent))).problem.code).toBe('reason.missing');
  await command(founder, number, await signing(number, 'credit', { statement, reason: '尚无财务' }));
  await command(founder, number, await signing(number, 'supply', { reason: '自己安排生产' }));
  const supply = [{ line: 1, mode: 'production' as const }];
  const unsaid = command(founder, number, { type: 'approve-order', supply });
  expect((await refused(unsaid)).problem.code).toBe('reason.missing');
  const approved = await command(founder, number, { type: 'approve-order', supply, reason: '只有我一人' });
  expect(
    approved.review?.steps.map(({ aspect, signed }) => [aspect, signed?.role, signed?.by, signed?.reason]),
  ).toEqual([
    ['credit', 'finance-manager', '王芳', '尚无财务'],
    ['supply', 'production', '王芳', '自己安排生产'],
    ['head', 'order-desk-head', '王芳', '只有我一人'],
    ['management', 'sales-manager', '王芳', '只有我一人'],
  ]);

  await command(founder, number, { type: 'issue-letter' });
  await command(founder, number, { type: 'record-countersign', on: today });
  await receive(founder, 'C001', '22500', { [number]: '22500' });
  await command(founder, number, { type: 'begin-supply', readyOn: today });
  const lines = [{ line: 1, quantity: '6000' }];
  await command(founder, number, { type: 'report-supply', lines });
  expect((await command(founder, number, { type: 'release-quality', lines })).status).toBe('to-ship');
  await receive(founder, 'C001', '52500', { [number]: '52500' });
  const shipment = await founder.call('ship', {
    body: { order: number, recheck: { confirmed: recheck.confirmed } },
    requestKey: newKey(),
  });
  const receipt = { params: { number: shipment.number }, body: { on: today }, requestKey: newKey() };
  await founder.call('receive', receipt);
  const body = { taxNumber: '26332000000000000001', issuedOn: today, orders: [number] };
  await founder.call('recordInvoice', { body, requestKey: newKey() });
  const closed = await command(founder, number, { type: 'close-order' });

  expect(closed.status).toBe('closed');
  expect(new Set(closed.history.map(({ by }) => by))).toEqual(new Set(['王芳']));
  const second = closed.history.filter(({ type }) => type === 'step-signed' || type === 'order-approved');
  expect(second.map(({ type, reason }) => [type, reason])).toEqual([
    ['step-signed', '尚无财务'],
    ['step-signed', '自己安排生产'],
    ['step-signed', '只有我一人'],
    ['step-signed', '只有我一人'],
    ['order-approved', '只有我一人'],
  ]);
});

test('with a second user the same attempt is refused, reason or not, and the second one signs', async () => {
  const number = await posted('TWO');
  const roles = ['finance-manager', 'production', 'order-desk-head', 'sales-manager'] as const;
  const li = { id: 'li.na', name: '李娜', roles, locale: 'zh-Hans', password } as const;
  await founder.call('addUser', { body: li });

  const statement = '一向按时付款';
  const approving = { type: 'approve-order' as const, supply: [{ line: 1, mode: 'production' as const }], statement };
  const signed = await signing(number, 'credit', { statement, reason: '尚无财务' });
  for (const attempt of [signed, { ...approving, reason: '只有我一人' }]) {
    const { status, problem } = await refused(command(founder, number, attempt));
    expect([status, problem.code]).toEqual([409, 'duty.same-person']);
  }
  expect((await view(number)).history.map(({ type }) => type)).not.toContain('step-signed');

  const { token } = await client(null).call('signIn', { body: { company: 'own', user: li.id, password } });
  const approved = await command(client(token), number, approving);
  expect(approved).toMatchObject({ status: 'to-confirm', review: { steps: [{ signed: { by: '李娜' } }, {}, {}, {}] } });
});
