import { afterEach, beforeEach, expect, test } from 'vitest';
import { mostLookups } from '../../../core/wire/limits.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne } from './rows.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const price = { ask: 'price', item: 'F-50', quantity: '10', customer: '华东精密机械有限公司' } as const;
const ask = async (client: Awaited<ReturnType<Office['as']>>, lookups: readonly unknown[]) =>
  (await client.call('lookups', { body: { lookups: lookups as never } })).answers;

test('one request answers all a sheet asks, in its order', async () => {
  const desk = await office.as('order-desk');
  const number = await postOne(desk, { key: '1' });
  const answers = await ask(desk, [
    { ask: 'status', order: number },
    price,
    { ask: 'available', item: 'F-50' },
    { ask: 'earliest', item: 'F-50', quantity: '100' },
    { ask: 'status', order: 'SO-202611-09999' },
    { ask: 'status', order: 'my order' },
    price,
  ]);
  expect(answers).toEqual([
    { found: 'status', status: 'in-review' },
    { found: 'price', price: '12.5' },
    { found: 'quantity', quantity: '100' },
    { found: 'day', on: '2026-11-21' },
    { found: 'nothing', because: 'order-unknown' },
    { found: 'nothing', because: 'order-unknown' },
    { found: 'price', price: '12.5' },
  ]);
});

test('what an approved order holds is free no more, and its status moves', async () => {
  const desk = await office.as('order-desk');
  const number = await postOne(desk, { key: '1', quantity: '60' });
  const head = await office.as('order-desk-head');
  await head.call('commandOrder', { params: { number }, body: { type: 'approve-order' }, requestKey: newKey() });
  expect(
    await ask(desk, [
      { ask: 'available', item: 'F-50' },
      { ask: 'status', order: number },
    ]),
  ).toEqual([
    { found: 'quantity', quantity: '40' },
    { found: 'status', status: 'to-confirm' },
  ]);
});

test('who may read orders but not check them is told statuses only; who may neither, nothing', async () => {
  const number = await postOne(await office.as('order-desk'), { key: '1' });
  const asked = [price, { ask: 'available', item: 'F-50' }, { ask: 'earliest', item: 'F-50', quantity: '1' }];
  for (const role of ['warehouse', 'shipper', 'finance-clerk'] as const)
    expect(await ask(await office.as(role), [...asked, { ask: 'status', order: number }])).toEqual([
      ...asked.map(() => ({ found: 'nothing', because: 'not-allowed' })),
      { found: 'status', status: 'in-review' },
    ]);
  const { store } = office.companies.get('hengxin') ?? {};
  await store?.accounts.saveUser({ id: 'administrator', name: 'Ada', roles: ['administrator'], locale: 'en' });
  expect((await refused(ask(await office.as('administrator'), asked))).status).toBe(403);
});

test('orders and books of another company are unknown', async () => {
  const number = await postOne(await office.as('order-desk'), { key: '1' });
  const elsewhere = await office.as('order-desk', { company: 'empty' });
  expect(await ask(elsewhere, [{ ask: 'status', order: number }, price, { ask: 'available', item: 'F-50' }])).toEqual([
    { found: 'nothing', because: 'order-unknown' },
    { found: 'nothing', because: 'no-price-list' },
    { found: 'nothing', because: 'no-stock-sheet' },
  ]);
});

test('floor prices and costs are in no answer', async () => {
  const manager = await office.as('sales-manager');
  expect(JSON.stringify((await manager.call('knowledge', {})).prices)).toContain('0.8123');
  expect(JSON.stringify(await ask(manager, [price, { ask: 'price', item: 'F-5O' }]))).not.toContain('0.8123');
});

test.for([
  ['nothing', []],
  ['more than one request holds', Array.from({ length: mostLookups + 1 }, () => price)],
  ['another kind of question', [{ ask: 'cost', item: 'F-50' }]],
  ['a field nobody knows', [{ ...price, margin: true }]],
  ['no quantity at all', [{ ask: 'earliest', item: 'F-50', quantity: '0' }]],
  ['a day the calendar lacks', [{ ...price, on: '2026-02-30' }]],
  ['a name as long as a book', [{ ...price, item: 'x'.repeat(201) }]],
] as const)('%s is turned away whole', async ([, lookups]) => {
  const desk = await office.as('order-desk');
  expect((await refused(ask(desk, lookups))).status).toBe(400);
});

test('a full request is answered', async () => {
  const desk = await office.as('order-desk');
  const long = { ...price, item: '法'.repeat(200), customer: '兰'.repeat(200) };
  const answers = await ask(
    desk,
    Array.from({ length: mostLookups }, () => long),
  );
  expect(answers).toHaveLength(mostLookups);
  expect(answers.at(-1)).toMatchObject({ found: 'nothing' });
});
