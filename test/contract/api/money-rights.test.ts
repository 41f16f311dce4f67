import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownHost } from './office.ts';
import { refused } from './refused.ts';
import { newKey, post, rows } from './rows.ts';
import { receive } from './settle.ts';
import { classA, classB, nameA, Till } from './till.ts';

let till: Till;
beforeEach(async () => {
  till = await Till.open();
});
afterEach(() => till.close());

describe('separate rights', () => {
  test('who may see no debts sees none: not in the account, not in the order, not in what is refused', async () => {
    const number = await till.readyOrder('1');
    for (const user of ['sales', 'shipper', 'order-desk', 'production'] as const)
      expect((await refused(till.account(classB, user))).status).toBe(403);
    expect((await till.view('auditor', number)).payment).toMatchObject({ axis: 'none', open: '125' });
    const seen = await till.view('shipper', number);
    expect([seen.payment, seen.invoiced]).toEqual([undefined, undefined]);
    const { refusal } = seen.actions.find((action) => action.command === 'ship-goods') ?? {};
    const kept = { code: 'payment.balance-missing', status: 'to-ship', data: { order: number, context: 'redacted' } };
    expect(refusal).toMatchObject(kept);
    expect(Object.keys(refusal?.data ?? {})).toEqual(['order', 'context']);
    const { problem } = await refused(till.ship(number));
    expect(problem.refusal?.data).toEqual({ order: number, context: 'redacted' });
    expect(problem.message).toContain('Ask finance');
    expect(problem.message).not.toContain('125');
  });

  test('nor in what becomes of the orders he posts', async () => {
    await till.ship(await till.readyOrder('1', nameA));
    till.later(60);
    const late = rows({ key: '2', customer: nameA, due: '2027-02-01' });
    const [told] = await post(await till.as('sales'), late);
    const kept = { code: 'credit.overdue-stops-orders', data: { customer: classA, context: 'redacted' } };
    expect(told).toMatchObject({ outcome: 'refused', refusal: kept });
    expect(JSON.stringify(told)).not.toContain('125');
    const [seen] = await post(await till.as('order-desk-head'), late);
    expect(seen).toMatchObject({ outcome: 'refused', refusal: { data: { overdue: '125', days: '21' } } });
  });

  test('an invoice is seen by who files it; a payment isn’t', async () => {
    const number = await till.readyOrder('1');
    const payment = await till.pay(number);
    await till.ship(number);
    const issued = await till.invoice(number);
    const documents = await till.as('documents');
    expect((await documents.call('invoice', { params: { number: issued.number } })).total).toBe('125');
    expect((await refused(documents.call('payment', { params: { number: payment.number } }))).status).toBe(403);
    const shipper = await till.as('shipper');
    expect((await refused(shipper.call('invoice', { params: { number: issued.number } }))).status).toBe(403);
  });

  test('only finance records money, and nobody else learns what is there', async () => {
    const number = await till.readyOrder('1');
    const payment = await till.pay(number);
    for (const user of ['sales', 'shipper', 'order-desk-head', 'archivist'] as const) {
      const client = await till.as(user);
      for (const code of [classB, 'C404'])
        expect((await refused(receive(client, code, '1'))).problem.code).toBe('role.not-allowed');
      const release = {
        type: 'release-allocation',
        allocations: [{ order: number, amount: '1' }],
        reason: '试',
      } as const;
      for (const known of [payment.number, 'PAY-202611-09999', 'nonsense'])
        expect((await refused(till.onPayment(known, release, user))).problem.code).toBe('role.not-allowed');
      for (const order of [number, 'SO-202611-09999']) {
        const body = { order, amount: '1', cause: 'rounding', reason: '试' } as const;
        const give = client.call('writeOffDebt', { body, requestKey: newKey() });
        expect((await refused(give)).problem.code).toBe('role.not-allowed');
      }
    }
    const missing = till.onPayment('PAY-202611-09999', {
      type: 'allocate-payment',
      allocations: [{ order: number, amount: '1' }],
    });
    expect((await refused(missing)).status).toBe(404);
  });
});

describe('what no request may say', () => {
  const payment = {
    customerCode: classB,
    kind: 'balance',
    means: { by: 'transfer' },
    amount: '1',
    currency: 'CNY',
    receivedOn: '2026-11-21',
  };
  test.for<[string, object, string]>([
    ['nothing', { amount: '0' }, '/amount'],
    ['less than nothing', { amount: '-5' }, '/amount'],
    ['a part of a cent', { amount: '1.001' }, '/amount'],
    ['a float', { amount: 1.5 }, '/amount'],
    ['a day that isn’t one', { receivedOn: '2026-02-30' }, '/receivedOn'],
    ['a field nobody knows', { by: 'director' }, '/by'],
    ['a field nobody knows, inside', { means: { by: 'cash', bill: '7' } }, '/means/bill'],
    ['a bill without its day', { means: { by: 'bill-of-acceptance', bill: '7' } }, '/means/dueOn'],
    ['a text like a book', { reference: 'x'.repeat(5000) }, '/reference'],
    ['no currency', { currency: 'yuan' }, '/currency'],
    [
      'an order paid less than nothing',
      { allocations: [{ order: 'SO-202611-00001', amount: '-1' }] },
      '/allocations/0/amount',
    ],
  ])('%s', async ([, change, path]) => {
    const answer = await till.office.app.inject({
      method: 'POST',
      url: '/api/payments',
      headers: {
        host: ownHost,
        authorization: `Bearer ${await till.office.tokenOf('finance-clerk')}`,
        'idempotency-key': newKey(),
        'accept-language': 'en',
      },
      payload: { ...payment, ...change },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'input.wrong']);
    expect(answer.json().issues.map((issue: { path: string }) => issue.path)).toContain(path);
  });

  test('money of a day to come', async () => {
    const finance = await till.as('finance-clerk');
    const body = { ...payment, receivedOn: '2026-11-22' } as never;
    expect((await refused(finance.call('receivePayment', { body, requestKey: newKey() }))).problem.code).toBe(
      'date.in-future',
    );
  });
});
