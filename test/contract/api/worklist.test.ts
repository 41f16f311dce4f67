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

const waitingFor = async (user: Role, mine: 'owned' | 'asked' = 'asked') => {
  const { entries } = await (await office.as(user)).call('worklist', { query: { mine } });
  return entries.map(({ order, command, step, isLate }) => [order?.key, command, step, isLate]);
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

test('whoever owns an order follows it, before what only his roles are asked', async () => {
  // The salesperson entered both, so both are his: he submits one, the other waits for the head of the order desk.
  expect(await waitingFor('sales', 'owned')).toEqual([
    ['PO-1', 'sign-off', 'head:order-desk-head', true],
    ['PO-2', 'submit-order', undefined, false],
  ]);
  expect(await waitingFor('sales', 'asked')).toEqual([['PO-2', 'submit-order', undefined, false]]);
  expect(await waitingFor('order-desk', 'owned')).toEqual([]);

  const head = await office.as('order-desk-head');
  const { orders } = await head.call('orders', {});
  const [second = ''] = orders.flatMap(({ key, number }) => (key === 'PO-2' ? [number] : []));
  const handedOver = { type: 'assign-order', to: { role: 'order-desk' }, reason: 'on leave' } as const;
  const view = await head.call('commandOrder', {
    params: { number: second },
    body: handedOver,
    requestKey: newKey(),
  });
  expect(view.owner).toEqual({ role: 'order-desk', by: 'assigned' });
  expect(view.history.at(-1)).toMatchObject({
    type: 'order-assigned',
    reason: 'on leave',
    data: { ownerRole: 'order-desk' },
  });
  const { entries } = await (await office.as('order-desk')).call('worklist', {});
  expect(entries.map(({ order, owned, asked }) => [order?.key, owned, asked])).toEqual([['PO-2', true, true]]);
  expect(await waitingFor('sales', 'owned')).toEqual([['PO-1', 'sign-off', 'head:order-desk-head', true]]);

  // Late orders of others come after the caller's own, late or not.
  const all = (await (await office.as('sales')).call('worklist', {})).entries;
  expect(all.map(({ order, owned, isLate }) => [order?.key, owned, isLate])).toEqual([
    ['PO-1', true, true],
    ['PO-2', false, false],
  ]);
});

test('a late hold is its owner’s, and by itself more and more of those above him are asked', async () => {
  const sales = await office.as('sales');
  const { orders } = await sales.call('orders', {});
  const [order = ''] = orders.flatMap(({ key, number }) => (key === 'PO-1' ? [number] : []));
  const deadline = '2026-11-30T04:00:00.000Z' as Instant; // two working hours from now
  const raised = { code: 'documents', owner: 'order-desk', scope: { on: 'order', order }, deadline } as const;
  const hold = await sales.call('raiseHold', { body: { ...raised, reason: 'scratched' }, requestKey: newKey() });
  const holdsOf = async (user: Role) =>
    (await (await office.as(user)).call('worklist', { query: { mine: 'asked' } })).entries
      .filter((entry) => entry.hold !== undefined)
      .map((entry) => [entry.hold?.number, entry.command, entry.isLate]);
  const asked = (isLate: boolean) => [[hold.number, 'resolve-hold', isLate]];

  expect(await holdsOf('order-desk')).toEqual(asked(false));
  expect(await holdsOf('order-desk-head')).toEqual([]);
  office.time.now = '2026-11-30T05:30:00.000Z' as Instant;
  expect(await holdsOf('order-desk-head')).toEqual(asked(true));
  expect(await holdsOf('sales-manager')).toEqual([]);
  office.time.now = '2026-11-30T09:05:00.000Z' as Instant;
  expect(await holdsOf('sales-manager')).toEqual(asked(true));
  // Whoever owns the order sees that it is held, and that others see to it.
  const own = (await sales.call('worklist', { query: { mine: 'owned' } })).entries;
  expect(own.find((entry) => entry.hold !== undefined)).toMatchObject({
    hold: { number: hold.number, reason: 'documents' },
    isLate: true,
    owned: true,
    asked: false,
  });
});
