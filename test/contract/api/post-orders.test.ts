import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import { changeText } from '../../../core/wire/known-orders.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, post, rows } from './rows.ts';

let office: Office;
let desk: Client;
beforeEach(async () => {
  office = await openOffice();
  desk = await office.as('order-desk');
});
afterEach(() => office.close());

const outcomes = (results: readonly { outcome: string }[]) => results.map(({ outcome }) => outcome);
const numbers = async () => (await desk.call('orders', {})).orders.map(({ number }) => number);

test('an order with an error gets no number and stops no other', async () => {
  const results = await post(
    desk,
    rows({ key: '1' }, { key: '2', item: 'NOT-AN-ITEM' }, { key: '3', customer: 'nobody' }, { key: '4' }),
  );
  expect(outcomes(results)).toEqual(['posted', 'findings', 'findings', 'posted']);
  expect(results[1]).toMatchObject({ key: '2', findings: [{ code: 'item.unknown', sheet: '订单', cell: 'C3' }] });
  expect(await numbers()).toEqual(['SO-202611-00002', 'SO-202611-00001']);
});

test('the same rows posted again create nothing and say so (X4)', async () => {
  const body = rows({ key: '1' }, { key: '2' });
  const first = await post(desk, body);
  const again = await post(desk, body);
  expect(outcomes(again)).toEqual(['unchanged', 'unchanged']);
  expect(again.map((result) => 'number' in result && result.number)).toEqual(
    first.map((result) => 'number' in result && result.number),
  );
  // Sorted otherwise, by somebody else: the same orders.
  expect(outcomes(await post(await office.as('sales'), rows({ key: '2' }, { key: '1' })))).toEqual([
    'unchanged',
    'unchanged',
  ]);
  expect(await numbers()).toHaveLength(2);
});

test('an order posted again after its due date has passed is still that order, unchanged', async () => {
  const body = rows({ key: '1', due: '2026-11-25' });
  const [first] = await post(desk, body);
  office.time.now = '2026-11-27T02:00:00.000Z' as Instant;
  const late = await office.as('order-desk');
  expect(await post(late, body)).toMatchObject([
    { outcome: 'unchanged', key: '1', number: first && 'number' in first && first.number, status: 'in-review' },
  ]);
  // Edited, it is judged anew.
  expect(outcomes(await post(late, rows({ key: '1', due: '2026-11-25', quantity: '11' })))).toEqual(['findings']);
});

test('a draft that waits is judged by today’s books when it is handed in', async () => {
  const body = rows({ key: '1', due: '2026-11-25' });
  const draft = await desk.call('postOrders', { body, query: { submit: 'false' }, requestKey: newKey() });
  expect(draft.results).toMatchObject([{ outcome: 'posted', status: 'draft' }]);
  office.time.now = '2026-11-27T02:00:00.000Z' as Instant;
  expect(outcomes(await post(await office.as('order-desk'), body))).toEqual(['findings']);
});

test('an answer that was lost is given again to the same request key, and nothing is done twice', async () => {
  const body = rows({ key: '1' });
  const requestKey = newKey();
  const first = await post(desk, body, requestKey);
  expect(await post(desk, body, requestKey)).toEqual(first);
  expect(first[0]?.outcome).toBe('posted');
});

test('a request key used again for other rows is refused', async () => {
  const requestKey = newKey();
  await post(desk, rows({ key: '1' }), requestKey);
  const [result] = await post(desk, rows({ key: '9' }), requestKey);
  expect(result).toMatchObject({ outcome: 'refused', refusal: { code: 'request-key.reused' } });
  // It belongs to its user: another one's same key is another attempt.
  expect(outcomes(await post(await office.as('sales'), rows({ key: '9' }), requestKey))).toEqual(['posted']);
});

test('other content edits an order that is not confirmed, and is refused after that', async () => {
  const [posted] = await post(desk, rows({ key: '1', quantity: '5' }));
  const number = posted && 'number' in posted ? (posted.number ?? '') : '';
  const [edited] = await post(desk, rows({ key: '1', quantity: '6' }));
  expect(edited).toMatchObject({ outcome: 'edited', number, status: 'in-review' });
  const head = await office.as('order-desk-head');
  await head.call('commandOrder', { params: { number }, body: { type: 'approve-order' }, requestKey: newKey() });
  const [late] = await post(desk, rows({ key: '1', quantity: '7' }));
  expect(late).toMatchObject({ outcome: 'refused', number, refusal: { code: 'order.content-differs' } });
  expect(outcomes(await post(desk, rows({ key: '1', quantity: '6' })))).toEqual(['unchanged']);
});

test('only the orders that the sender means to change are changed, if he says which', async () => {
  const said = async (body: ReturnType<typeof rows>, changes: string) => {
    const query = { submit: 'true', changes } as const;
    return (await desk.call('postOrders', { body, query, requestKey: newKey() })).results;
  };
  const posted = await said(rows({ key: '1', quantity: '5' }, { key: '2', quantity: '5' }), '');
  expect(outcomes(posted)).toEqual(['posted', 'posted']);
  const [one = '', two = ''] = posted.map((result) => ('number' in result ? result.number : undefined));
  const edited = rows({ key: '1', quantity: '6' }, { key: '2', quantity: '6' });
  const seen = (await desk.call('known', { body: edited })).known;
  expect(seen).toMatchObject([{ number: one }, { number: two }]);
  const asSeen = changeText({ number: one, version: seen[0]?.version ?? 0 });
  const asked = await said(edited, asSeen);
  expect(asked).toMatchObject([
    { outcome: 'edited', number: one },
    { outcome: 'refused', number: two, refusal: { code: 'order.key-taken', data: { order: two } } },
  ]);
  const { lines } = await desk.call('order', { params: { number: two } });
  expect(lines).toMatchObject([{ quantity: '5' }]);
  expect(outcomes(await said(rows({ key: '2', quantity: '5' }), ''))).toEqual(['unchanged']);
  // It has gone on since: what the sender saw is not what he would change.
  const again = rows({ key: '1', quantity: '7' });
  expect(await said(again, asSeen)).toMatchObject([{ outcome: 'refused', refusal: { code: 'version.stale' } }]);
  expect(outcomes(await said(rows({ key: '1', quantity: '6' }), asSeen))).toEqual(['unchanged']);
  const { status } = await refused(said(rows({ key: '3' }), 'all of them'));
  expect(status).toBe(400);
});

test('orders of a batch compete for the same stock, and it is said of the later one', async () => {
  const results = await post(desk, rows({ key: '1', quantity: '80' }, { key: '2', quantity: '40' }));
  expect(outcomes(results)).toEqual(['posted', 'posted']);
  expect(results[0]).toMatchObject({ findings: [] });
  expect(results[1]).toMatchObject({ findings: [{ code: 'stock.short' }] });
});

test('many clerks post at once: every order has a number of its own, without gaps', async () => {
  const clients = await Promise.all([desk, office.as('sales'), office.as('order-desk-head')]);
  const keys = Array.from({ length: 30 }, (_, index) => `K${index}`);
  await Promise.all(keys.map((key, index) => post(clients[index % 3] as Client, rows({ key }))));
  const expected = keys.map((_, index) => `SO-202611-${String(30 - index).padStart(5, '0')}`);
  expect(await numbers()).toEqual(expected);
});

test('without price list and customers no order is taken, and it says what is missing', async () => {
  const client = await office.as('order-desk', { company: 'empty' });
  const { status, problem } = await refused(post(client, rows({ key: '1' })));
  expect([status, problem.code]).toEqual([409, 'books.missing']);
  expect(problem.message).toContain('Price list, Customers');
});

test('a new price list counts from its publication on', async () => {
  const head = await office.as('order-desk-head');
  const { prices } = await head.call('knowledge', {});
  if (!prices) throw new Error('no prices');
  const items = prices.items.map((item) => ({ ...item, prices: [{ price: '20', minimumQuantity: '1' }] }));
  const published = await head.call('publish', { body: { prices: { ...prices, items } }, requestKey: newKey() });
  expect(published).toEqual({ prices: 2 });
  const { findings } = await desk.call('check', { body: rows({ key: '1', price: '12.5' }) });
  expect(findings.filter(({ code }) => code === 'discount.beyond-authority')).toMatchObject([
    { expected: { value: '20' } },
  ]);
  expect((await desk.call('knowledge', {})).prices?.source).toMatchObject({ from: 'published', version: 2 });
});
