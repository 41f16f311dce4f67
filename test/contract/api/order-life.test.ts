import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { OrderCommandRequest } from '../../../core/wire/commands.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne, recheck } from './rows.ts';
import { invoice, pay } from './settle.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const command = async (user: Role, number: string, body: OrderCommandRequest) =>
  (await office.as(user)).call('commandOrder', { params: { number }, body, requestKey: newKey() });

test('an order goes from the sheet to its close, each step by whose step it is', async () => {
  const number = await postOne(await office.as('sales'), { key: 'PO-1', quantity: '30' });
  expect(number).toBe('SO-202611-00001');

  expect((await command('order-desk-head', number, { type: 'approve-order' })).status).toBe('to-confirm');
  const lettered = await command('order-desk', number, { type: 'issue-letter' });
  expect(lettered).toMatchObject({
    status: 'awaiting-countersign',
    lines: [{ reserved: '30', promised: '2026-12-01' }],
  });
  expect(lettered.papers).toMatchObject([
    { paper: `${number}-L1`, kind: 'confirmation-letter', issuedBy: 'order-desk' },
  ]);

  await pay(office, number);
  office.time.now = '2026-11-23T02:00:00.000Z' as Instant;
  const back = await command('order-desk', number, { type: 'record-countersign', on: '2026-11-23' as never });
  expect(back).toMatchObject({ status: 'to-ship', lines: [{ postponed: '2026-12-03' }] });

  const shipper = await office.as('shipper');
  const lines = [{ order: number, line: 1, quantity: '12', batch: 'B-7' }];
  const unseen = await refused(shipper.call('ship', { body: { lines }, requestKey: newKey() }));
  expect(unseen.problem).toMatchObject({
    code: 'shipment.recheck-missing',
    message: expect.stringContaining('Model, Quantity, Batch, Address, Consignee'),
  });
  const first = await shipper.call('ship', { body: { lines, carrier: '顺丰', recheck }, requestKey: newKey() });
  expect(first).toMatchObject({
    number: 'DN-202611-00001',
    carrier: '顺丰',
    shippedOn: '2026-11-23',
    recheck: { by: 'warehouse', confirmed: ['model', 'quantity', 'batch', 'address', 'consignee'] },
    lines: [{ quantity: '12', batches: [{ batch: 'B-7', quantity: '12' }] }],
  });
  expect(await shipper.call('order', { params: { number } })).toMatchObject({
    status: 'part-shipped',
    lines: [{ shipped: '12', open: '18', reserved: '18' }],
  });
  const rest = await shipper.call('ship', { body: { order: number, recheck }, requestKey: newKey() });
  expect(rest.lines).toEqual([{ order: number, line: 1, quantity: '18' }]);

  const desk = await office.as('order-desk');
  for (const shipment of [first.number, rest.number])
    await desk.call('receive', { params: { number: shipment }, body: { on: '2026-11-23' }, requestKey: newKey() });
  expect((await desk.call('order', { params: { number } })).status).toBe('completed');
  await invoice(office, number);
  const closed = await command('finance-clerk', number, { type: 'close-order' });
  expect(closed.status).toBe('closed');
  expect(closed.papers.map(({ paper }) => paper).sort()).toEqual([
    'DN-202611-00001-D',
    'DN-202611-00001-N',
    'DN-202611-00002-D',
    'DN-202611-00002-N',
    `${number}-L1`,
  ]);
  expect(closed.history.map(({ type, by }) => `${type} ${by}`)).toEqual([
    'order-posted sales',
    'order-submitted sales',
    'review-planned sales',
    'step-signed order-desk-head',
    'order-approved order-desk-head',
    'letter-issued order-desk',
    'payment-allocated finance-clerk',
    'countersign-received order-desk',
    'goods-shipped shipper',
    'goods-shipped shipper',
    'goods-received order-desk',
    'goods-received order-desk',
    'invoice-recorded finance-clerk',
    'order-closed finance-clerk',
  ]);
});

test('a wrong role is refused by the lifecycle, and told who could', async () => {
  const number = await postOne(await office.as('order-desk'), { key: 'PO-2', quantity: '1' });
  const { status, problem } = await refused(command('sales', number, { type: 'approve-order' }));
  expect(status).toBe(403);
  expect(problem.refusal).toMatchObject({ code: 'role.not-allowed', status: 'in-review' });
  expect(problem.refusal?.who).toContain('order-desk-head');
  expect(problem.message).toContain('Head of order desk');
});

test('who entered an order may not approve it (R62)', async () => {
  const number = await postOne(await office.as('order-desk-head'), { key: 'PO-3', quantity: '1' });
  const { status, problem } = await refused(command('order-desk-head', number, { type: 'approve-order' }));
  expect([status, problem.code]).toEqual([409, 'duty.same-person']);
});

test('class A is released before its letter is back (R67)', async () => {
  const number = await postOne(await office.as('order-desk'), { key: 'PO-4', quantity: '1', customer: '甬江设备厂' });
  await command('order-desk-head', number, { type: 'approve-order' });
  await command('order-desk', number, { type: 'issue-letter' });
  expect((await command('order-desk', number, { type: 'release-order' })).status).toBe('to-ship');
});

test.for([
  ['en', 'the order is “In review”'],
  ['zh-CN', '订单现在是“待评审”，不能这样办理。'],
  ['zh-TW', '訂單現在是「待審核」，不能這樣處理。'],
] as const)('a refusal speaks %s', async ([locale, words]) => {
  const number = await postOne(await office.as('order-desk'), { key: `PO-${locale}`, quantity: '1' });
  const client: Client = await office.as('order-desk', { locale });
  const call = client.call('commandOrder', {
    params: { number },
    body: { type: 'issue-letter' },
    requestKey: newKey(),
  });
  const { problem } = await refused(call);
  expect(problem.refusal?.code).toBe('order.wrong-status');
  expect(problem.message).toContain(words);
});

test('somebody else was faster: an order that moved on is not changed by who saw it before', async () => {
  const number = await postOne(await office.as('order-desk'), { key: 'PO-5', quantity: '1' });
  const token = await office.tokenOf('order-desk-head');
  const answer = await office.app.inject({
    method: 'POST',
    url: `/api/orders/${number}/commands`,
    headers: {
      host: '127.0.0.1:4820',
      authorization: `Bearer ${token}`,
      'idempotency-key': newKey(),
      'if-match': '"1"',
    },
    payload: { type: 'approve-order' },
  });
  expect([answer.statusCode, answer.json().code]).toEqual([412, 'version.stale']);
  expect(answer.json().refusal.data).toMatchObject({ changed: 'order-submitted review-planned', by: 'order-desk' });
  expect(answer.json().message).toContain('order-desk');
});

test('two who approve the last stock at once: one gets it', async () => {
  const numbers = [];
  for (const key of ['PO-6', 'PO-7'])
    numbers.push(await postOne(await office.as('sales'), { key, item: 'B-08', price: '0.85', quantity: '3000' }));
  const head = await office.as('order-desk-head');
  const answers = await Promise.allSettled(
    numbers.map((number) =>
      head.call('commandOrder', { params: { number }, body: { type: 'approve-order' }, requestKey: newKey() }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = answers.find((answer) => answer.status === 'rejected');
  expect(lost?.reason.problem.refusal).toMatchObject({
    code: 'stock.short',
    data: { item: 'B-08', available: '2000' },
  });
});

test('an order nobody knows', async () => {
  const desk = await office.as('order-desk');
  for (const number of ['SO-202611-99999', 'nonsense', '../../users']) {
    const { status, problem } = await refused(desk.call('order', { params: { number } }));
    expect([status, problem.code]).toEqual([404, 'order.not-found']);
  }
});
