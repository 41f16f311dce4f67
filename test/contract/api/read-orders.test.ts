import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import { mostNumbers } from '../../../core/wire/limits.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, post, postOne, rows } from './rows.ts';

let office: Office;
let desk: Client;
beforeEach(async () => {
  office = await openOffice();
  desk = await office.as('order-desk');
});
afterEach(() => office.close());

const daysLater = (days: number) => {
  office.time.now = new Date(Date.parse(office.time.now) + days * 86_400_000).toISOString() as Instant;
};
const command = async (user: 'order-desk' | 'order-desk-head', number: string, body: never) =>
  (await office.as(user)).call('commandOrder', { params: { number }, body, requestKey: newKey() });
const listed = async (number: string) => {
  const { orders } = await (await office.as('order-desk')).call('orders', {});
  return orders.find((order) => order.number === number);
};

test('an order is late by what it waits for: the letter back, then the goods out', async () => {
  const number = await postOne(await office.as('sales'), { key: '1', due: '2026-11-30' });
  daysLater(20);
  expect(await listed(number)).toMatchObject({ due: '2026-11-30', lateDays: 0 });
  await command('order-desk-head', number, { type: 'approve-order' } as never);
  await command('order-desk', number, { type: 'issue-letter', promisedOn: '2026-12-20' } as never);
  expect(await listed(number)).toMatchObject({ status: 'awaiting-countersign', lateDays: 0 });
  expect((await (await office.as('order-desk')).call('orders', {})).late).toEqual({});
  daysLater(2);
  expect(await listed(number)).toMatchObject({ lateDays: 2 });
  const { counts, late } = await (await office.as('order-desk')).call('orders', {});
  expect([counts, late]).toEqual([{ 'awaiting-countersign': 1 }, { 'awaiting-countersign': 1 }]);
  await command('order-desk', number, { type: 'record-countersign', on: '2026-12-13' } as never);
  const { due = '' } = (await listed(number)) ?? {};
  const [line] = (await (await office.as('order-desk')).call('order', { params: { number } })).lines;
  expect(due).toBe(line?.postponed);
  daysLater(40);
  expect((await listed(number))?.lateDays).toBeGreaterThan(20);
});
test('pages follow each other without gap or repetition', async () => {
  const keys = Array.from({ length: 7 }, (_, index) => ({ key: `K${index}` }));
  await post(desk, rows(...keys));
  const seen: string[] = [];
  let after: string | null | undefined;
  do {
    const page = await desk.call('orders', { query: { limit: 3, ...(after ? { after } : {}) } });
    seen.push(...page.orders.map(({ number }) => number));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((sequence) => `SO-202611-0000${sequence}`));
});

test('worklists: by status, by word, by month, with the count of every status', async () => {
  await desk.call('postOrders', { body: rows({ key: 'draft-1' }), requestKey: newKey() });
  await post(desk, rows({ key: 'PO-77', item: 'B-08', price: '0.85' }, { key: 'PO-78', customer: '甬江设备厂' }));
  const numbers = async (query: object) => (await desk.call('orders', { query })).orders.map(({ key }) => key);
  expect(await numbers({ status: 'draft' })).toEqual(['draft-1']);
  expect(await numbers({ search: 'PO-77' })).toEqual(['PO-77']);
  expect(await numbers({ search: '甬江' })).toEqual(['PO-78']);
  expect(await numbers({ month: '2026-10' })).toEqual([]);
  expect((await desk.call('orders', {})).counts).toEqual({ draft: 1, 'in-review': 2 });
});

test('progress of numbers: status and the date promised, once a letter promises one; unknown numbers are left out', async () => {
  const head = await office.as('order-desk-head');
  const [first, second] = [
    await postOne(desk, { key: '1', due: '2026-11-30' }),
    await postOne(desk, { key: '2', quantity: '1' }),
  ];
  const progress = async (...numbers: string[]) =>
    (await desk.call('orderProgress', { query: { numbers: numbers.join() } })).orders;
  const ofHead = { command: 'approve-order', roles: ['order-desk-head'] };
  expect(await progress(first, second, 'SO-202611-09999')).toEqual([
    { number: second, status: 'in-review', nextStep: ofHead, promised: null },
    { number: first, status: 'in-review', nextStep: ofHead, promised: null },
  ]);
  await command('order-desk-head', first, { type: 'approve-order' } as never);
  await command('order-desk', first, { type: 'issue-letter', promisedOn: '2026-12-20' } as never);
  expect(await progress(first)).toEqual([
    {
      number: first,
      status: 'awaiting-countersign',
      nextStep: { command: 'record-countersign', roles: ['order-desk', 'order-desk-head'] },
      promised: '2026-11-30',
    },
  ]);
  expect(await head.call('orderProgress', { query: { numbers: second } })).toMatchObject({
    orders: [{ number: second }],
  });
});

test('progress is for who may read orders, and of numbers alone, not of too many', async () => {
  const number = await postOne(desk, { key: '1' });
  const ask = (numbers: string) => refused(desk.call('orderProgress', { query: { numbers } }));
  expect((await ask('my order')).status).toBe(400);
  expect((await ask('')).status).toBe(400);
  expect((await ask(Array.from({ length: mostNumbers + 1 }, () => number).join())).status).toBe(400);
  const { store } = office.companies.get('hengxin') ?? {};
  await store?.accounts.saveUser({ id: 'administrator', name: 'Ada', roles: ['administrator'], locale: 'en' });
  const { status, problem } = await refused(
    (await office.as('administrator')).call('orderProgress', { query: { numbers: number } }),
  );
  expect([status, problem.code]).toEqual([403, 'permission.denied']);
});

test('a discount beyond the head’s authority waits for the manager, wherever the order is told of', async () => {
  const body = rows({ key: '1', price: '11', due: '2026-11-30' });
  const [posted] = await post(await office.as('sales'), body);
  const number = posted && 'number' in posted ? (posted.number ?? '') : '';
  const told = async () => {
    const [again] = await post(await office.as('sales'), body);
    const { orders } = await desk.call('orderProgress', { query: { numbers: number } });
    const order = await desk.call('order', { params: { number } });
    return [again, orders[0], await listed(number), order].map((each) => each && 'nextStep' in each && each.nextStep);
  };
  const head = { command: 'sign-off', roles: ['order-desk-head'] };
  expect(posted).toMatchObject({ outcome: 'posted', nextStep: head });
  expect(await told()).toEqual([head, head, head, head]);
  const { review } = await desk.call('order', { params: { number } });
  const signed = { type: 'sign-off', step: 'head:order-desk-head', verdict: 'agree' } as const;
  await command('order-desk-head', number, { ...signed, contentHash: review?.contentHash } as never);
  const director = { command: 'approve-order', roles: ['director'] };
  expect(await told()).toEqual([director, director, director, director]);
});
