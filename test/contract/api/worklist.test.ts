import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import type { Instant } from '../../../core/value/date.ts';
import { type Office, openOffice } from './office.ts';
import { newKey, rows } from './rows.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const waitingFor = async (user: Role) => {
  const { entries } = await (await office.as(user)).call('worklist', {});
  return entries.map(({ order, command, step, isLate }) => [order.key, command, step, isLate]);
};

test('everybody sees what waits for him, late first', async () => {
  const sales = await office.as('sales');
  const post = async (key: string, submit: 'true' | 'false') => {
    const body = rows({ key });
    await sales.call('postOrders', { body, query: { submit }, requestKey: newKey() });
  };
  await post('PO-1', 'true');
  await post('PO-2', 'false');
  // What has a deadline stands before what has none.
  expect(await waitingFor('order-desk-head')).toEqual([
    ['PO-1', 'sign-off', 'head:order-desk-head', false],
    ['PO-2', 'submit-order', undefined, false],
  ]);
  expect(await waitingFor('order-desk')).toEqual([['PO-2', 'submit-order', undefined, false]]);
  expect(await waitingFor('shipper')).toEqual([]);

  // A week later the signature is late, and the next level is asked besides.
  expect(await waitingFor('sales-manager')).toEqual([]);
  office.time.now = '2026-11-30T02:00:00.000Z' as Instant;
  expect(await waitingFor('sales-manager')).toEqual([['PO-1', 'sign-off', 'head:order-desk-head', true]]);
  expect((await waitingFor('order-desk-head'))[0]).toEqual(['PO-1', 'sign-off', 'head:order-desk-head', true]);
});
