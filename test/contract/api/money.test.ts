import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from './refused.ts';
import { receive } from './settle.ts';
import { classB, nameA, Till } from './till.ts';

let till: Till;
beforeEach(async () => {
  till = await Till.open();
});
afterEach(() => till.close());

describe('what is paid opens the door of shipping', () => {
  test('not before all that is due before the goods leave has come; then they leave', async () => {
    const number = await till.readyOrder('1');
    const { status, problem } = await refused(till.ship(number));
    expect([status, problem.code]).toEqual([409, 'payment.balance-missing']);
    await till.pay(number, '124.99');
    expect((await refused(till.ship(number))).problem.code).toBe('payment.balance-missing');
    await till.pay(number, '0.01');
    expect((await till.ship(number)).lines).toEqual([{ order: number, line: 1, quantity: '10' }]);
    expect((await till.view('finance-clerk', number)).payment).toEqual({
      axis: 'settled',
      owed: '125',
      paid: '125',
      open: '0',
      due: '0',
      overdue: '0',
      dueOn: null,
    });
  });

  test('the screen offers it when it may be done, and says why not until then', async () => {
    const number = await till.readyOrder('1');
    const offer = async () =>
      (await till.view('shipper', number)).actions.find(({ command: each }) => each === 'ship-goods');
    expect(await offer()).toMatchObject({ allowed: false, refusal: { code: 'payment.balance-missing' } });
    await till.pay(number);
    expect(await offer()).toEqual({ command: 'ship-goods', allowed: true, needsReason: false });
  });

  test('money nobody said the purpose of opens nothing; allocated, it does; released, it doesn’t any more', async () => {
    const number = await till.readyOrder('1');
    const free = await receive(await till.as('finance-clerk'), classB, '200');
    expect(free).toMatchObject({
      number: 'PAY-202611-00001',
      allocated: '0',
      free: '200',
      recorded: { by: 'finance-clerk' },
    });
    expect((await refused(till.ship(number))).problem.code).toBe('payment.balance-missing');
    const allocations = [{ order: number, amount: '125' }];
    expect(await till.onPayment(free.number, { type: 'allocate-payment', allocations })).toMatchObject({
      allocated: '125',
      free: '75',
      allocations,
    });
    const release = { type: 'release-allocation', allocations } as const;
    expect((await refused(till.onPayment(free.number, release))).problem.code).toBe('reason.missing');
    await till.onPayment(free.number, { ...release, reason: '客户改了用途' });
    expect((await refused(till.ship(number))).problem.code).toBe('payment.balance-missing');
  });

  test('a payment that bounced shuts it again, and what has left is overdue from then on', async () => {
    const [first, second] = [await till.readyOrder('1'), await till.readyOrder('2')];
    const finance = await till.as('finance-clerk');
    const payment = await receive(finance, classB, '250', { [first]: '125', [second]: '125' });
    await till.ship(first);
    const today = payment.receivedOn;
    const reverse = { type: 'reverse-payment', on: today, cause: 'bounced', reason: '银行退票' } as const;
    expect(await till.onPayment(payment.number, reverse)).toMatchObject({
      allocations: [],
      free: '0',
      reversed: { cause: 'bounced', by: 'finance-clerk', reason: '银行退票' },
    });
    expect((await refused(till.ship(second))).problem.code).toBe('payment.balance-missing');
    expect((await refused(till.onPayment(payment.number, reverse))).problem.code).toBe('payment.reversed');
    till.later(1);
    expect((await till.view('finance-clerk', first)).payment).toMatchObject({
      axis: 'overdue',
      overdue: '125',
      paid: '0',
    });
  });

  test('class A ships on account, until he is overdue too long; what he pays lets him on', async () => {
    const [first, second, third] = [
      await till.readyOrder('1', nameA),
      await till.readyOrder('2', nameA),
      await till.readyOrder('3', nameA),
    ];
    await till.ship(first);
    expect((await till.view('finance-clerk', first)).payment).toMatchObject({
      axis: 'none',
      due: '0',
      dueOn: '2026-12-30',
    });
    till.later(39 + 30); // the 30th day overdue
    await till.ship(second);
    till.later(1);
    expect((await refused(till.ship(third))).problem.code).toBe('credit.overdue-stops-shipping');
    await till.pay(first);
    await till.ship(third);
  });
});

describe('a payment is never spent twice', () => {
  test('two at once: one order is paid once', async () => {
    const number = await till.readyOrder('1');
    const finance = await till.as('finance-clerk');
    const answers = await Promise.allSettled(
      [100, 100, 100].map((amount) => receive(finance, classB, `${amount}`, { [number]: `${amount}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected');
    expect(lost?.reason.problem.refusal).toMatchObject({ code: 'payment.exceeds-owed', data: { open: '25' } });
    expect((await till.view('finance-clerk', number)).payment).toMatchObject({ paid: '100', open: '25' });
  });

  test('two who allocate one payment at once: one of them does', async () => {
    const numbers = [await till.readyOrder('1'), await till.readyOrder('2')];
    const { number } = await receive(await till.as('finance-clerk'), classB, '125');
    const answers = await Promise.allSettled(
      numbers.map((order) =>
        till.onPayment(number, { type: 'allocate-payment', allocations: [{ order, amount: '125' }] }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await till.account(classB)).payments).toMatchObject([{ allocated: '125', free: '0' }]);
  });

  test('the same request again gets the same answer; the key for something else is refused', async () => {
    const number = await till.readyOrder('1');
    const finance = await till.as('finance-clerk');
    const body = {
      customerCode: classB,
      kind: 'prepayment',
      means: { by: 'transfer' },
      amount: '100',
      currency: 'CNY',
      receivedOn: '2026-11-21',
      allocations: [{ order: number, amount: '60' }],
    } as const;
    const once = await finance.call('receivePayment', { body, requestKey: 'attempt-one' });
    expect(await finance.call('receivePayment', { body, requestKey: 'attempt-one' })).toEqual(once);
    expect((await till.account(classB)).payments).toHaveLength(1);
    const other = finance.call('receivePayment', { body: { ...body, amount: '101' }, requestKey: 'attempt-one' });
    expect((await refused(other)).status).toBe(422);
  });

  test('only for orders that are there, of the one who pays, in what he pays with', async () => {
    const mine = await till.readyOrder('1');
    const others = await till.readyOrder('2', nameA);
    const finance = await till.as('finance-clerk');
    const given = async (order: string, currency = 'CNY', code = classB) =>
      (await refused(receive(finance, code, '1', { [order]: '1' }, currency))).problem.code;
    expect(await given('SO-202611-09999')).toBe('order.not-found');
    expect(await given('nonsense')).toBe('order.not-found');
    expect(await given(others)).toBe('payment.customers-differ');
    expect(await given(mine, 'USD')).toBe('payment.currencies-differ');
    expect(await given(mine, 'CNY', 'C404')).toBe('customer.not-found');
  });

  test('moved, refunded by who may: what is received is allocated, free or given back', async () => {
    const numbers = [await till.readyOrder('1'), await till.readyOrder('2')];
    const [from = '', to = ''] = numbers;
    const { number } = await receive(await till.as('finance-clerk'), classB, '200', { [from]: '100' });
    const allocations = [{ order: to, amount: '40' }];
    await till.onPayment(number, { type: 'move-allocation', from, allocations, reason: '记错订单' });
    const refund = {
      type: 'refund-payment',
      amount: '100' as never,
      on: '2026-11-21' as never,
      reason: '多付',
    } as const;
    expect((await refused(till.onPayment(number, refund))).status).toBe(403);
    expect(await till.onPayment(number, refund, 'finance-manager')).toMatchObject({
      allocated: '100',
      free: '0',
      refunded: '100',
      refunds: [{ amount: '100', on: '2026-11-21', by: 'finance-manager' }],
      allocations: [
        { order: from, amount: '60' },
        { order: to, amount: '40' },
      ],
    });
  });
});

describe('the company’s own policy decides', () => {
  test('when each class pays', async () => {
    const number = await till.readyOrder('1');
    expect((await refused(till.ship(number))).problem.code).toBe('payment.balance-missing');
    await till.agree('payment.prepayment', { A: '0', B: '0.2', C: '0.5' });
    await till.agree('payment.terms', { A: 'monthly', B: 'on-delivery', C: 'before-delivery' });
    const { problem } = await refused(till.ship(number));
    expect(problem.code).toBe('payment.balance-missing');
    await till.pay(number, '25');
    await till.ship(number);
  });

  test('how long an overdue debt is borne', async () => {
    const [first, second] = [await till.readyOrder('1', nameA), await till.readyOrder('2', nameA)];
    await till.ship(first);
    till.later(39 + 3);
    await till.agree('overdue.warnDays', 1);
    await till.agree('overdue.noNewOrderDays', 2);
    await till.agree('overdue.stopShippingDays', 2);
    expect((await refused(till.ship(second))).problem.code).toBe('credit.overdue-stops-shipping');
  });

  test('whether goods are invoiced before they leave', async () => {
    const number = await till.readyOrder('1');
    expect((await refused(till.invoice(number))).problem.code).toBe('invoice.nothing');
    await till.agree('invoice.at', 'order');
    expect((await till.invoice(number)).total).toBe('125');
  });
});
