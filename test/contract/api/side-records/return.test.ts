import { describe, expect, test } from 'vitest';
import { refused } from '../refused.ts';
import { newKey, postOne } from '../rows.ts';
import { invoice } from '../settle.ts';
import { as, confirmed, office, openForThisFile, received, returnOf, today } from './office.ts';

openForThisFile();

describe('a return', () => {
  test('goes from asking to settled; what was accepted and refunded is on record', async () => {
    const order = await received();
    const asked = await (await as('sales')).call('askReturn', { body: returnOf(order, '4') });
    expect(asked).toMatchObject({ number: 'RT-202611-00001', status: 'asked', customerCode: 'C001', version: 1 });
    const params = { number: asked.number };
    await (await as('sales-manager')).call('commandReturn', { params, body: { type: 'approve-return' } });
    const warehouse = await as('warehouse');
    const looked = { order, line: 1, accepted: '3', rejected: '1', condition: 'damaged' } as const;
    const inspect = { type: 'inspect-return', arrivedOn: today(), lines: [looked], fault: 'company' } as const;
    expect((await warehouse.call('commandReturn', { params, body: inspect })).status).toBe('inspected');
    const lines = [{ order, line: 1, restocked: '2', scrapped: '1', repaired: '0' }];
    const dispose = { type: 'dispose-return', lines, reason: '一件断裂' } as const;
    await warehouse.call('commandReturn', { params, body: dispose });
    const refund = { type: 'refund-return', amount: '2.55', currency: 'CNY', paper: 'CN-7' } as const;
    const clerk = await as('finance-clerk');
    const dollars = { ...refund, currency: 'USD' };
    expect((await refused(clerk.call('commandReturn', { params, body: dollars }))).problem.code).toBe(
      'payment.currencies-differ',
    );
    const settled = await clerk.call('commandReturn', { params, body: refund });
    expect(settled).toMatchObject({ status: 'settled', refund: { amount: '2.55', paper: 'CN-7' }, version: 5 });
    expect(settled.actions.every(({ allowed }) => !allowed)).toBe(true);
    expect((await (await as('sales')).call('order', { params: { number: order } })).sideRecords).toMatchObject([
      { kind: 'return', number: asked.number, status: 'settled', open: false, what: '螺纹不符' },
    ]);
  });

  test('takes no more than was received, less what other returns claim', async () => {
    const order = await received();
    const sales = await as('sales');
    await sales.call('askReturn', { body: returnOf(order, '7') });
    const { status, problem } = await refused(sales.call('askReturn', { body: returnOf(order, '4') }));
    expect([status, problem.refusal]).toMatchObject([
      409,
      { code: 'return.exceeds-received', data: { returnable: '3' } },
    ]);
    const onTheWay = await confirmed();
    const early = await refused(sales.call('askReturn', { body: returnOf(onTheWay, '1') }));
    expect(early.problem.refusal?.data).toMatchObject({ returnable: '0' });
  });

  test('comes in whole pieces where whole pieces were ordered', async () => {
    const order = await received();
    const { problem } = await refused((await as('sales')).call('askReturn', { body: returnOf(order, '1.5') }));
    expect(problem.code).toBe('quantity.part-of-piece');
  });

  test('of a closed order is asked all the same, and exchanged for goods of a linked order of its customer', async () => {
    const order = await received();
    await invoice(office, order);
    await (await as('finance-clerk')).call('commandOrder', {
      params: { number: order },
      body: { type: 'close-order' },
    });
    const sales = await as('sales');
    const { number } = await sales.call('askReturn', { body: returnOf(order, '1', 'exchange') });
    const params = { number };
    await (await as('sales-manager')).call('commandReturn', { params, body: { type: 'approve-return' } });
    const warehouse = await as('warehouse');
    const looked = { order, line: 1, accepted: '1', rejected: '0', condition: 'wrong-goods' } as const;
    const inspect = { type: 'inspect-return', arrivedOn: today(), lines: [looked], fault: 'company' } as const;
    await warehouse.call('commandReturn', { params, body: inspect });
    const lines = [{ order, line: 1, restocked: '1', scrapped: '0', repaired: '0' }];
    await warehouse.call('commandReturn', { params, body: { type: 'dispose-return', lines } });
    const others = await postOne(await office.as('sales'), { key: 'R-x', quantity: '1', customer: '甬江设备厂' });
    const replace = (by: string) =>
      sales.call('commandReturn', { params, body: { type: 'replace-return', order: by } });
    expect((await refused(replace(others))).problem.code).toBe('return.customers-differ');
    expect((await refused(replace('SO-202611-99999'))).problem.code).toBe('order.not-found');
    const own = await postOne(await office.as('sales'), { key: 'R-1', quantity: '1' });
    expect(await replace(own)).toMatchObject({ status: 'settled', replacement: { order: own } });
    expect((await sales.call('order', { params: { number: order } })).status).toBe('closed');
  });

  test('is approved by whose it is: a clerk is told who could, and what he may do stands in the view', async () => {
    const order = await received();
    const sales = await as('sales');
    const asked = await sales.call('askReturn', { body: returnOf(order, '1') });
    const params = { number: asked.number };
    const { status, problem } = await refused(
      sales.call('commandReturn', { params, body: { type: 'approve-return' } }),
    );
    expect([status, problem.refusal?.who]).toEqual([403, ['sales-manager', 'director', 'general-manager']]);
    expect(problem.message).toContain('Sales manager');
    const action = (command: string) => asked.actions.find((one) => one.command === command);
    expect(action('approve-return')).toMatchObject({ allowed: false, refusal: { code: 'role.not-allowed' } });
    expect(action('withdraw-return')).toEqual({ command: 'withdraw-return', allowed: true, needsReason: true });
  });

  test('asked twice under one key is one return', async () => {
    const order = await received();
    const sales = await office.as('sales');
    const requestKey = newKey();
    const ask = (quantity: string) => sales.call('askReturn', { body: returnOf(order, quantity), requestKey });
    const [first, second] = [await ask('6'), await ask('6')];
    expect(second.number).toBe(first.number);
    expect((await refused(ask('5'))).problem.code).toBe('request-key.reused');
    expect((await sales.call('returns', { query: { order } })).total).toBe(1);
  });

  test('of one remainder, asked by two at once: one gets it', async () => {
    const order = await received();
    const [sales, desk] = [await as('sales'), await as('order-desk')];
    const answers = await Promise.allSettled(
      [sales, desk].map((who) => who.call('askReturn', { body: returnOf(order, '6') })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('that moved on is not changed by who saw it before', async () => {
    const order = await received();
    const { number } = await (await as('sales')).call('askReturn', { body: returnOf(order, '1') });
    const client = await office.as('sales-manager');
    const send = (body: { type: 'approve-return' } | { type: 'refuse-return'; reason: string }) =>
      client.call('commandReturn', { params: { number }, body, requestKey: newKey(), seenVersion: 1 });
    await send({ type: 'approve-return' });
    const { status, problem } = await refused(send({ type: 'refuse-return', reason: '过期' }));
    expect([status, problem.code]).toEqual([412, 'version.stale']);
  });
});
