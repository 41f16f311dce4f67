import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice, ownHost } from './office.ts';
import { newKey, post, postOne, rows } from './rows.ts';

let office: Office;
let token: string;
beforeAll(async () => {
  office = await openOffice();
  token = await office.tokenOf('order-desk');
});
afterAll(() => office.close());

const send = (payload: unknown, more: Record<string, string> = {}, url = '/api/orders') =>
  office.app.inject({
    method: 'POST',
    url,
    headers: {
      host: ownHost,
      authorization: `Bearer ${token}`,
      'idempotency-key': newKey(),
      'content-type': 'application/json',
      'accept-language': 'en',
      ...more,
    },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

/** A batch that is good but for what `change` does to it. */
function spoilt(change: (batch: { tables: unknown[]; orders: Record<string, unknown>[] }) => void): unknown {
  const batch = rows({ key: '1' }, { key: '2' }) as never;
  change(batch);
  return batch;
}
const lineOf = (order: Record<string, unknown> = {}) => (order.lines as Record<string, unknown>[])[0] ?? {};

test.for<[string, unknown, string, string]>([
  [
    'a float where a decimal text belongs',
    spoilt((b) => (lineOf(b.orders[1]).quantity = 0.1)),
    '/orders/1/lines/0/quantity',
    'string',
  ],
  [
    'a number with an exponent',
    spoilt((b) => (lineOf(b.orders[0]).unitPrice = '1e3')),
    '/orders/0/lines/0/unitPrice',
    'Not a number',
  ],
  [
    'the 31st of April',
    spoilt((b) => (lineOf(b.orders[0]).dueDate = '2026-04-31')),
    '/orders/0/lines/0/dueDate',
    'Not a date',
  ],
  [
    'a field nobody knows',
    spoilt((b) => (lineOf(b.orders[1]).isChecked = true)),
    '/orders/1/lines/0/isChecked',
    'Nobody knows',
  ],
  ['a role smuggled in', spoilt((b) => Object.assign(b, { role: 'director' })), '/role', 'Nobody knows'],
  [
    'a text like a book',
    spoilt((b) => (lineOf(b.orders[0]).remark = 'x'.repeat(1001))),
    '/orders/0/lines/0/remark',
    '1000',
  ],
  ['a row of no table', spoilt((b) => (lineOf(b.orders[1]).table = 1)), '/orders/1/lines/0/table', 'no such table'],
  ['no orders at all', spoilt((b) => (b.orders = [])), '/orders', '1'],
  ['an order without rows', spoilt((b) => ((b.orders[0] ?? {}).lines = [])), '/orders/0/lines', '1'],
  ['nothing', null, '/', 'object'],
])('%s is named by its path, and nothing is stored', async ([, batch, path, words]) => {
  const answer = await send(batch);
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'input.wrong']);
  expect(answer.json().issues).toContainEqual({ path, message: expect.stringContaining(words) });
  const list = await (await office.as('order-desk')).call('orders', {});
  expect(list.orders).toEqual([]);
});

test('what is wrong is said in the reader’s language', async () => {
  const bad = spoilt((b) => (lineOf(b.orders[0]).dueDate = 'tomorrow'));
  const messages = [];
  for (const language of ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-TW', 'en'])
    messages.push((await send(bad, { 'accept-language': language })).json().issues[0].message);
  expect(messages).toEqual([
    '不是日期，应写成 2026-11-21 这样',
    '不是日期，應寫成 2026-11-21 的形式',
    'Not a date: write it like 2026-11-21',
  ]);
});

test.for<[string, () => ReturnType<typeof send>, number, string]>([
  ['JSON cut short', () => send('{"orders": ['), 400, 'body.not-json'],
  ['a form', () => send('a=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'body.not-json'],
  ['plain text', () => send('{}', { 'content-type': 'text/plain' }), 415, 'body.not-json'],
  ['more than fits', () => send({ remark: 'x'.repeat(300_000) }, {}, '/api/shipments'), 413, 'body.too-large'],
  ['no Idempotency-Key', () => send(rows({ key: '1' }), { 'idempotency-key': '' }), 400, 'input.wrong'],
  ['a prototype', () => send('{"__proto__": {"x": 1}, "tables": [], "orders": []}'), 400, 'body.not-json'],
])('%s is refused before anything is done', async ([, call, status, code]) => {
  const answer = await call();
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
});

test('a month that isn’t one, a page beyond the limit', async () => {
  const get = (url: string) =>
    office.app.inject({ url, headers: { host: ownHost, authorization: `Bearer ${token}`, 'accept-language': 'en' } });
  expect((await get('/api/orders?month=2026-13')).json().issues).toEqual([
    { path: 'querystring/month', message: 'Not a month: write it like 2026-11' },
  ]);
  expect((await get('/api/orders?limit=100000')).json().issues[0].path).toBe('querystring/limit');
  expect((await get('/api/nothing-here')).statusCode).toBe(404);
});

test('an order too large for any sheet is kept and shown, and spoils no list it stands in', async () => {
  const desk = await office.as('order-desk');
  const nines = '9'.repeat(20);
  const number = await postOne(desk, { key: 'nines', quantity: nines, price: nines });
  const { orders } = await desk.call('orders', {});
  expect(orders.find((order) => order.number === number)?.total).toHaveLength(40);
  expect((await desk.call('order', { params: { number } })).lines[0]?.quantity).toBe(nines);
});

test('what nobody sees in a text stays outside', async () => {
  const desk = await office.as('order-desk');
  const body = rows({ key: 'PO\u0007-7' });
  Object.assign(body.orders[0] ?? {}, { address: '宁波\u202e\ud800𠮷\n1 号\uffff' });
  const [result] = await post(desk, body);
  if (result?.outcome !== 'posted') throw new Error(JSON.stringify(result));
  expect(await desk.call('order', { params: { number: result.number } })).toMatchObject({
    key: 'PO-7',
    customer: { address: '宁波𠮷\n1 号' },
  });
});

test.for(['last week', '2026-02-30', '9999-99-99T00:00:00Z'])(
  'a stock sheet counted on "%s" is not published',
  async (asOf) => {
    const head = await office.tokenOf('order-desk-head');
    const answer = await office.app.inject({
      method: 'PUT',
      url: '/api/knowledge',
      headers: { host: ownHost, authorization: `Bearer ${head}`, 'idempotency-key': newKey() },
      payload: { stock: { source: { from: 'published', asOf }, lines: [] } },
    });
    expect([answer.statusCode, answer.json().issues[0].path]).toEqual([400, '/stock/source/asOf']);
  },
);
