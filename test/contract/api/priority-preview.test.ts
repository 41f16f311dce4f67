import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PriorityPreviewView } from '../../../core/wire/priority-preview.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne } from './rows.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const served = ({ laws }: PriorityPreviewView, law: string) =>
  laws.find((each) => each.law === law)?.orders.map(({ order, lines: [line] }) => [order, line?.inTime]);

test('shows what each law would do with 100 pieces that two orders want, and promises nothing', async () => {
  const desk = await office.as('order-desk');
  const first = await postOne(desk, { key: 'PO-1', quantity: '80', due: '2026-12-20' });
  const second = await postOne(desk, { key: 'PO-2', quantity: '60', due: '2026-12-01' });
  const manager = await office.as('sales-manager');

  const query = { sequence: `${second}, ${first}, SO-202611-09999` };
  const seen = await manager.call('priorityPreview', { query });
  expect(seen).toMatchObject({ law: 'first-come', notWaiting: ['SO-202611-09999'] });
  expect(served(seen, 'first-come')).toEqual([
    [first, '80'],
    [second, '20'],
  ]);
  for (const law of ['nearest-due', 'given-sequence', 'small-first'])
    expect(served(seen, law)).toEqual([
      [second, '60'],
      [first, '40'],
    ]);

  const orderBefore = await desk.call('order', { params: { number: first } });
  expect(await manager.call('priorityPreview', { query })).toEqual(seen);
  expect(await desk.call('order', { params: { number: first } })).toEqual(orderBefore);
  expect((await desk.call('knowledge', {})).openDemand).toEqual([]);
});

test('what is held leaves the queue; without a stock sheet nothing is shared out', async () => {
  const desk = await office.as('order-desk');
  const held = await postOne(desk, { key: 'PO-1', quantity: '80' });
  const waiting = await postOne(desk, { key: 'PO-2', quantity: '60' });
  const head = await office.as('order-desk-head');
  await head.call('commandOrder', { params: { number: held }, body: { type: 'approve-order' }, requestKey: newKey() });
  const manager = await office.as('sales-manager');
  expect(served(await manager.call('priorityPreview', {}), 'class')).toEqual([[waiting, '20']]);
  const empty = await office.as('sales-manager', { company: 'empty' });
  expect((await empty.call('priorityPreview', {})).laws.map(({ orders }) => orders)).toEqual(Array(7).fill([]));
});

test('is for who answers for sales; not for the administrator, who reads no orders', async () => {
  const store = office.companies.get('hengxin')?.store;
  await store?.accounts.saveUser({ id: 'administrator', name: 'Ada', roles: ['administrator'], locale: 'en' });
  for (const role of ['order-desk', 'administrator'] as const)
    expect((await refused((await office.as(role)).call('priorityPreview', {}))).status).toBe(403);
});
