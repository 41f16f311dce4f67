import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../core/policy/roles.ts';
import type { Instant } from '../../../../core/value/date.ts';
import { refused } from '../refused.ts';
import { as, confirmed, inHours, office, openForThisFile } from './office.ts';

openForThisFile();

describe('a hold', () => {
  const raise = async (user: Role, more: object, hours = 24) =>
    (await as(user)).call('raiseHold', {
      body: { code: 'documents', deadline: inHours(hours), reason: '缺报关单', ...more } as never,
    });

  test('is raised by anybody, listed at its order, resolved by its owner and released', async () => {
    const order = await confirmed();
    const raised = await raise('shipper', { scope: { on: 'order', order }, owner: 'order-desk' });
    expect(raised).toMatchObject({ status: 'raised', blocks: ['ship'], inCharge: { owner: 'order-desk' } });
    const desk = await as('order-desk');
    expect((await desk.call('order', { params: { number: order } })).sideRecords).toMatchObject([
      { kind: 'hold', number: raised.number, open: true, blocks: ['ship'], owner: 'order-desk', late: false },
    ]);
    const params = { number: raised.number };
    const resolve = { type: 'resolve-hold', what: '已补', lesson: '先核对' } as const;
    const foreign = await refused((await as('shipper')).call('commandHold', { params, body: resolve }));
    expect([foreign.status, foreign.problem.refusal?.who]).toMatchObject([403, expect.arrayContaining(['order-desk'])]);
    await desk.call('commandHold', { params, body: resolve });
    expect((await desk.call('commandHold', { params, body: { type: 'release-hold' } })).status).toBe('released');
  });

  test('escalates when it is late, not before; late ones stand first in the list of who is in charge', async () => {
    const order = await confirmed();
    const later = await raise('sales', { scope: { on: 'order', order }, owner: 'order-desk' }, 100);
    const { number } = await raise('sales', { scope: { on: 'order', order }, owner: 'order-desk' }, 2);
    const escalate = async () =>
      (await as('sales')).call('commandHold', {
        params: { number },
        body: { type: 'escalate-hold', deadline: inHours(48) },
      });
    expect((await refused(escalate())).problem.code).toBe('hold.not-due');
    office.time.now = inHours(3) as Instant;
    const desk = await as('order-desk');
    const mine = await desk.call('holds', { query: { mine: 'true' } });
    expect(mine.records.map((hold) => [hold.number, hold.late])).toEqual([
      [number, true],
      [later.number, false],
    ]);
    expect((await desk.call('hold', { params: { number } })).escalationDue).toBe('order-desk-head');
    expect((await escalate()).inCharge.owner).toBe('order-desk-head');
    const head = await (await as('order-desk-head')).call('holds', { query: { mine: 'true' } });
    expect(head.records.map((hold) => hold.number)).toEqual([number]);
  });

  test('on a customer is shown at all his orders; one nobody knows can’t be held', async () => {
    const order = await confirmed('1', '甬江设备厂');
    const { number } = await raise('finance-clerk', {
      code: 'payment',
      scope: { on: 'customer', customerCode: 'C002' },
    });
    const desk = await as('order-desk');
    const { sideRecords } = await desk.call('order', { params: { number: order } });
    expect(sideRecords).toMatchObject([{ number, customer: 'C002', orders: [] }]);
    expect((await desk.call('holds', { query: { customer: 'C002' } })).records.map((hold) => hold.number)).toEqual([
      number,
    ]);
    const { status, problem } = await refused(raise('sales', { scope: { on: 'customer', customerCode: 'C404' } }));
    expect([status, problem.code]).toEqual([404, 'customer.not-found']);
  });

  test('is not released while the stock no longer covers what the order holds, nor beyond the credit limit', async () => {
    const order = await confirmed('2', '甬江设备厂', false);
    const params = { number: (await raise('sales', { scope: { on: 'order', order }, owner: 'order-desk' })).number };
    const desk = await as('order-desk');
    await desk.call('commandHold', { params, body: { type: 'resolve-hold', what: '已补', lesson: '先核对' } });
    const release = () => desk.call('commandHold', { params, body: { type: 'release-hold' } });
    const head = await as('order-desk-head');
    const source = { from: 'published', asOf: '2026-11-20T00:00:00.000Z' } as const;
    const lines = (onHand: string) => [{ itemCode: 'B-08', onHand, inbound: '0' }];
    await head.call('publish', { body: { stock: { source, lines: lines('1') } } });
    expect((await refused(release())).problem.code).toBe('hold.stock-fails');
    const trusted = { code: 'C002', name: '甬江设备厂', customerClass: 'A', active: true };
    const other = { code: 'C001', name: '华东精密机械有限公司', customerClass: 'B', active: true };
    const publish = (creditLimit: string) =>
      head.call('publish', {
        body: {
          stock: { source, lines: lines('5000') },
          customers: { source, customers: [{ ...trusted, creditLimit }, other] },
        },
      });
    await publish('1.6');
    expect((await refused(release())).problem.code).toBe('hold.credit-fails');
    await publish('1.8');
    expect((await release()).status).toBe('released');
  });
});
