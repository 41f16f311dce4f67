import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { newKey } from './rows.ts';
import { Till } from './till.ts';

let till: Till;
let order: string;
beforeEach(async () => {
  till = await Till.open();
  order = await till.readyOrder('H-1');
});
afterEach(() => till.close());

/** What the history of the order says beyond what its own commands did. */
const beside = async (user: Role, number = order) => {
  const { history } = await till.view(user, number);
  const own = new Set(['order-posted', 'order-submitted', 'order-approved', 'letter-issued', 'countersign-received']);
  return history.filter(({ type }) => !own.has(type) && !type.startsWith('review') && type !== 'step-signed');
};
const types = (history: OrderView['history']) => history.map(({ type }) => type);
const as = async (user: Role) => {
  const client = await till.as(user);
  const call: typeof client.call = (name, input) => client.call(name, { requestKey: newKey(), ...input });
  return { call };
};

describe('money', () => {
  test('is told with what came to the order and went again, of a payment that points nowhere any more', async () => {
    const other = await till.readyOrder('H-2');
    const { number } = await till.pay(order, '100');
    await till.onPayment(number, {
      type: 'release-allocation',
      allocations: [{ order, amount: '100' }],
      reason: 'the other one',
    });
    const [allocated, released, ...more] = await beside('finance-clerk');
    expect(allocated).toMatchObject({
      type: 'payment-allocated',
      data: { record: number, amount: '100', currency: 'CNY' },
    });
    expect(released).toMatchObject({ type: 'allocation-released', data: { record: number, amount: '100' } });
    expect(more).toEqual([]);
    expect(await beside('finance-clerk', other)).toEqual([]);
  });

  test('of write-offs and invoices, each for whoever may read it', async () => {
    await till.pay(order, '124.5');
    await (await as('finance-clerk')).call('writeOffDebt', {
      body: { order, amount: '0.5', cause: 'rounding', reason: '尾差' } as never,
    });
    await till.ship(order);
    await till.invoice(order);
    const finance = await beside('finance-clerk');
    expect(types(finance)).toEqual(['payment-allocated', 'debt-written-off', 'goods-shipped', 'invoice-recorded']);
    expect(finance[1]).toMatchObject({ reason: '尾差', data: { amount: '0.5' } });
    expect(finance[3]).toMatchObject({ data: { amount: '125', currency: 'CNY' } });
    expect(types(await beside('documents'))).toEqual(['goods-shipped', 'invoice-recorded']);
    expect(types(await beside('production'))).toEqual(['goods-shipped']);
  });
});

test('papers beside it stand in order of time, with who and why; a hold on its customer too', async () => {
  const desk = await as('order-desk');
  const hold = { code: 'documents', deadline: '2026-11-30T00:00:00Z' } as const;
  const onOrder = await desk.call('raiseHold', { body: { ...hold, scope: { on: 'order', order }, reason: '缺单证' } });
  await desk.call('logCommunication', {
    body: {
      customerCode: 'C001',
      orders: [order],
      on: '2026-11-21',
      channel: 'phone',
      direction: 'out',
      withWhom: { name: '王经理' },
      about: { subject: 'order' },
      what: '已告知缺单证',
    } as never,
  });
  const scope = { on: 'customer', customerCode: 'C001' } as const;
  const onCustomer = await desk.call('raiseHold', { body: { ...hold, scope, reason: '全部暂停' } });
  const told = await beside('production');
  expect(told.map(({ type, by, reason, data }) => [type, by, reason, data?.record])).toEqual([
    ['hold-raised', 'order-desk', '缺单证', onOrder.number],
    ['communication-logged', 'order-desk', undefined, expect.stringMatching(/^CL-/)],
    ['hold-raised', 'order-desk', '全部暂停', onCustomer.number],
  ]);
  expect(told[1]?.data).toMatchObject({ channel: 'phone', statement: '已告知缺单证' });
});

test('a complaint is told to who handles them, not to whom it is about; who wrote it down only to the auditor', async () => {
  const sales = await as('sales');
  const body = {
    reporter: { name: '陈先生' },
    subject: 'service',
    channel: 'phone',
    what: '没人回电',
    orders: [order],
    about: 'order-desk',
    reason: '来电',
  } as const;
  await sales.call('receiveComplaint', { body });
  const seen = async (user: Role) => (await beside(user)).map(({ type, by, reason }) => [type, by, reason]);
  expect(await seen('sales-manager')).toEqual([['complaint-received', null, undefined]]);
  expect((await beside('sales-manager'))[0]?.data).toMatchObject({ statement: '没人回电' });
  expect(await seen('auditor')).toEqual([['complaint-received', 'sales', '来电']]);
  expect(await seen('production')).toEqual([]);
  expect(await seen('order-desk')).toEqual([]);
});
