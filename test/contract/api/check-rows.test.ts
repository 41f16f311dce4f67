import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import { type Office, openOffice } from './office.ts';
import { newKey, post, postOne, type Row, rows } from './rows.ts';

let office: Office;
let desk: Client;
beforeEach(async () => {
  office = await openOffice();
  desk = await office.as('order-desk');
});
afterEach(() => office.close());

const codes = async (client: Client, body: ReturnType<typeof rows>) =>
  (await client.call('check', { body })).findings.map(({ code }) => code);

test('a dry run knows what the customer bought before, and judges a new price by it (R16)', async () => {
  const number = await postOne(desk, { key: '1', price: '12.5' });
  const head = await office.as('order-desk-head');
  await head.call('commandOrder', { params: { number }, body: { type: 'approve-order' }, requestKey: newKey() });
  const { findings } = await desk.call('check', { body: rows({ key: '2', price: '15' }) });
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'price.unlike-last',
      cell: 'E2',
      expected: expect.objectContaining({ value: '12.5' }),
    }),
  );
  // Another customer never had that price.
  expect(await codes(desk, rows({ key: '2', price: '15', customer: '甬江设备厂' }))).not.toContain('price.unlike-last');
});

test('an order that comes again under another number is noticed; under its own it is itself', async () => {
  await postOne(desk, { key: '1', quantity: '7' });
  expect(await codes(desk, rows({ key: '2', quantity: '7' }))).toContain('order.posted-before');
  expect(await codes(desk, rows({ key: '1', quantity: '7' }))).not.toContain('order.posted-before');
});

test('an order that holds goods here does not compete with itself when it comes again, numbered or not (R21)', async () => {
  const head = await office.as('order-desk-head');
  const numbered = rows({ key: '1', quantity: '60' });
  const { tables, orders } = rows({ key: '2', quantity: '30' });
  const unnumbered = { tables, orders: orders.map((order) => ({ ...order, key: null })) };
  // 100 are in stock: each is more than what both leave.
  for (const body of [numbered, unnumbered]) {
    const [posted] = await post(desk, body);
    const number = posted?.outcome === 'posted' ? posted.number : '';
    await head.call('commandOrder', { params: { number }, body: { type: 'approve-order' }, requestKey: newKey() });
  }
  expect(await codes(desk, numbered)).not.toContain('stock.short');
  expect(await codes(desk, unnumbered)).not.toContain('stock.short');
  expect(await codes(desk, rows({ key: '3', quantity: '30' }))).toContain('stock.short');
});

test('what the desk may not see is not handed out, but its rules are kept by the server (R17, R19)', async () => {
  const handed = JSON.stringify(await desk.call('knowledge', {}));
  expect(handed).not.toMatch(/0\.8123|70001/);
  expect(handed).toContain('"withheld":["costs","credit"]');
  // 6000 × 12.5 goes beyond the customer's limit.
  const { findings } = await desk.call('check', { body: rows({ key: '1', quantity: '6000' }) });
  expect(findings.map(({ code }) => code)).toContain('customer.over-credit');
  expect(JSON.stringify(findings)).not.toContain('70001');
  const finance = await office.as('sales-manager');
  const open = await finance.call('check', { body: rows({ key: '1', quantity: '6000' }) });
  expect(JSON.stringify(open.findings.filter(({ code }) => code === 'customer.over-credit'))).toContain('70001');
});

test('a price list published by somebody who may not see costs keeps them', async () => {
  const head = await office.as('order-desk-head');
  const { prices } = await head.call('knowledge', {});
  expect(JSON.stringify(prices)).not.toContain('0.8123');
  if (prices) await head.call('publish', { body: { prices }, requestKey: newKey() });
  const manager = await office.as('sales-manager');
  const kept = (await manager.call('knowledge', {})).prices;
  expect(kept?.source.version).toBe((prices?.source.version ?? 0) + 1);
  expect(JSON.stringify(kept)).toContain('0.8123');
});

test('a dry run says what posting would do: what it would not take and why, whatever the order is called', async () => {
  const { tables, orders } = rows({ key: '1' });
  const [good] = orders;
  if (!good) throw new Error('one order was made');
  const asked = [good, { ...good, key: null, customer: { name: '不在名单里的公司' } }, { ...good, key: '3' }];
  const body = { tables, orders: asked.map((order, at) => movedBy(order, at)) };
  const { turnedAway, missing } = await desk.call('check', { body });
  expect(missing).toEqual([]);
  expect(turnedAway.map(({ order, findings }) => [order, findings.map(({ code }) => code)])).toEqual([
    [1, ['customer.unknown']],
  ]);
  const results = await post(desk, body);
  expect(results.map(({ outcome }) => outcome)).toEqual(['posted', 'findings', 'posted']);
});

test('what was posted is not turned away when nothing about it changed, though it would not be taken today', async () => {
  await post(desk, rows({ key: '1', due: '2026-11-23' }));
  office.time.now = '2026-12-01T02:00:00.000Z' as Instant;
  desk = await office.as('order-desk');
  expect((await desk.call('check', { body: rows({ key: '1', due: '2026-11-23' }) })).turnedAway).toEqual([]);
  const { turnedAway } = await desk.call('check', { body: rows({ key: '2', due: '2026-11-23' }) });
  expect(turnedAway.map(({ order }) => order)).toEqual([0]);
});

test('it is known beforehand which order posting would come to, and what it would do to it (X4)', async () => {
  const number = await postOne(desk, { key: '1' });
  const of = async (...given: readonly Row[]) => (await desk.call('known', { body: rows(...given) })).known;
  expect(await of({ key: '2' }, { key: '1' })).toMatchObject([{ order: 1, number, posting: 'same' }]);
  const [edits] = await of({ key: '1', quantity: '11' });
  expect(edits).toMatchObject({ order: 0, number, posting: 'edits' });
  expect(edits?.differing?.map(({ there, here }) => [there?.quantity, here?.quantity])).toEqual([['10', '11']]);
  // Rows with errors may be kept as a draft, in its place.
  expect(await of({ key: '1', item: 'X-99' })).toMatchObject([{ order: 0, number, posting: 'edits' }]);
  expect(await of({ key: '1', customer: '甬江设备厂' })).toEqual([]);
  expect(await of({ key: '1', customer: '不在名单里的公司' })).toEqual([]);
  const head = await office.as('order-desk-head');
  await head.call('commandOrder', { params: { number }, body: { type: 'approve-order' }, requestKey: newKey() });
  expect(await of({ key: '1', quantity: '11' })).toMatchObject([{ order: 0, number, posting: 'refused' }]);
  const [refused] = await post(desk, rows({ key: '1', quantity: '11' }));
  expect(refused?.outcome).toBe('refused');
});

test('a draft kept with errors is mended by its rows', async () => {
  const body = rows({ key: '1', item: 'X-99' });
  const [saved] = (
    await desk.call('postOrders', { body, query: { submit: 'true', saveDraft: 'true' }, requestKey: newKey() })
  ).results;
  expect(saved?.outcome).toBe('saved');
  const { known } = await desk.call('known', { body: rows({ key: '1' }) });
  expect(known.map(({ posting }) => posting)).toEqual(['mends']);
});

test('who may not check orders is not told which there are', async () => {
  const warehouse = await office.as('warehouse');
  await expect(warehouse.call('known', { body: rows({ key: '1' }) })).rejects.toMatchObject({ status: 403 });
});

const movedBy = <Order extends ReturnType<typeof rows>['orders'][number]>(order: Order, rowsDown: number): Order => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, row: line.row + rowsDown })),
});

test('what may be asked of rows takes a thousand orders in one request', async () => {
  const body = rows(
    ...Array.from({ length: 3000 }, (_, at) => ({ key: `${at % 1000}`, customer: '甬江设备厂（新区分公司仓库）' })),
  );
  expect(JSON.stringify(body).length).toBeGreaterThan(256 * 1024);
  expect((await desk.call('check', { body })).findings).not.toEqual([]);
  expect((await desk.call('known', { body })).known).toEqual([]);
  expect((await desk.call('lastPrices', { body })).prices).toHaveLength(3000);
});
