import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { OrderCommandRequest } from '../../../core/wire/commands.ts';
import { type Office, openOffice, ownHost } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne } from './rows.ts';
import { invoice, pay, receive } from './settle.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const { store } = office.companies.get('hengxin') ?? {};
  for (const role of ['finance-manager', 'auditor', 'documents', 'production'] as const)
    await store?.accounts.saveUser({ id: role, name: role, roles: [role], locale: 'zh-Hans' });
});
afterEach(() => office.close());

const bodyOf = (client: Client) => client.call<'commandPayment'>;
type PaymentBody = Parameters<ReturnType<typeof bodyOf>>[1]['body'];
const [classB, classA] = ['C001', 'C002'];
const nameA = '甬江设备厂';
const command = async (user: Role, number: string, body: OrderCommandRequest) =>
  (await office.as(user)).call('commandOrder', { params: { number }, body, requestKey: newKey() });
/** Ten pieces at 12.5, class B unless another customer is named, ready to leave. */
async function readyOrder(key: string, customer?: string): Promise<string> {
  const number = await postOne(await office.as('sales'), { key, ...(customer === undefined ? {} : { customer }) });
  await command('order-desk-head', number, { type: 'approve-order' });
  await command('order-desk', number, { type: 'issue-letter' });
  const { today } = await (await office.as('order-desk')).call('session', {});
  await command('order-desk', number, { type: 'record-countersign', on: today as never });
  return number;
}
const ship = async (order: string) =>
  (await office.as('shipper')).call('ship', { body: { order }, requestKey: newKey() });
const view = async (user: Role, number: string) => (await office.as(user)).call('order', { params: { number } });
const account = async (code: string, user: Role = 'finance-clerk') =>
  (await office.as(user)).call('customerAccount', { params: { code } });
const onPayment = async (number: string, body: PaymentBody, user: Role = 'finance-clerk', key = newKey()) =>
  (await office.as(user)).call('commandPayment', { params: { number }, body, requestKey: key });
const later = (days: number) => {
  office.time.now = new Date(Date.parse(office.time.now) + days * 86_400_000).toISOString() as Instant;
};

describe('what is paid opens the door of shipping', () => {
  test('not before all that is due before the goods leave has come; then they leave', async () => {
    const number = await readyOrder('1');
    const { status, problem } = await refused(ship(number));
    expect([status, problem.code]).toEqual([409, 'payment.balance-missing']);
    await pay(office, number, '124.99');
    expect((await refused(ship(number))).problem.code).toBe('payment.balance-missing');
    await pay(office, number, '0.01');
    expect((await ship(number)).lines).toEqual([{ order: number, line: 1, quantity: '10' }]);
    expect((await view('finance-clerk', number)).payment).toEqual({
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
    const number = await readyOrder('1');
    const offer = async () =>
      (await view('shipper', number)).actions.find(({ command: each }) => each === 'ship-goods');
    expect(await offer()).toMatchObject({ allowed: false, refusal: { code: 'payment.balance-missing' } });
    await pay(office, number);
    expect(await offer()).toEqual({ command: 'ship-goods', allowed: true, needsReason: false });
  });

  test('money nobody said the purpose of opens nothing; allocated, it does; released, it doesn’t any more', async () => {
    const number = await readyOrder('1');
    const free = await receive(await office.as('finance-clerk'), classB, '200');
    expect(free).toMatchObject({
      number: 'PAY-202611-00001',
      allocated: '0',
      free: '200',
      recorded: { by: 'finance-clerk' },
    });
    expect((await refused(ship(number))).problem.code).toBe('payment.balance-missing');
    const allocations = [{ order: number, amount: '125' }];
    expect(await onPayment(free.number, { type: 'allocate-payment', allocations })).toMatchObject({
      allocated: '125',
      free: '75',
      allocations,
    });
    const release = { type: 'release-allocation', allocations } as const;
    expect((await refused(onPayment(free.number, release))).problem.code).toBe('reason.missing');
    await onPayment(free.number, { ...release, reason: '客户改了用途' });
    expect((await refused(ship(number))).problem.code).toBe('payment.balance-missing');
  });

  test('a payment that bounced shuts it again, and what has left is overdue from then on', async () => {
    const [first, second] = [await readyOrder('1'), await readyOrder('2')];
    const finance = await office.as('finance-clerk');
    const payment = await receive(finance, classB, '250', { [first]: '125', [second]: '125' });
    await ship(first);
    const today = payment.receivedOn;
    const reverse = { type: 'reverse-payment', on: today, cause: 'bounced', reason: '银行退票' } as const;
    expect(await onPayment(payment.number, reverse)).toMatchObject({
      allocations: [],
      free: '0',
      reversed: { cause: 'bounced', by: 'finance-clerk', reason: '银行退票' },
    });
    expect((await refused(ship(second))).problem.code).toBe('payment.balance-missing');
    expect((await refused(onPayment(payment.number, reverse))).problem.code).toBe('payment.reversed');
    later(1);
    expect((await view('finance-clerk', first)).payment).toMatchObject({ axis: 'overdue', overdue: '125', paid: '0' });
  });

  test('class A ships on account, until he is overdue too long; what he pays lets him on', async () => {
    const [first, second, third] = [
      await readyOrder('1', nameA),
      await readyOrder('2', nameA),
      await readyOrder('3', nameA),
    ];
    await ship(first);
    expect((await view('finance-clerk', first)).payment).toMatchObject({ axis: 'none', due: '0', dueOn: '2026-12-30' });
    later(39 + 30); // the 30th day overdue
    await ship(second);
    later(1);
    expect((await refused(ship(third))).problem.code).toBe('credit.overdue-stops-shipping');
    await pay(office, first);
    await ship(third);
  });
});

describe('a payment is never spent twice', () => {
  test('two at once: one order is paid once', async () => {
    const number = await readyOrder('1');
    const finance = await office.as('finance-clerk');
    const answers = await Promise.allSettled(
      [100, 100, 100].map((amount) => receive(finance, classB, `${amount}`, { [number]: `${amount}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected');
    expect(lost?.reason.problem.refusal).toMatchObject({ code: 'payment.exceeds-owed', data: { open: '25' } });
    expect((await view('finance-clerk', number)).payment).toMatchObject({ paid: '100', open: '25' });
  });

  test('two who allocate one payment at once: one of them does', async () => {
    const numbers = [await readyOrder('1'), await readyOrder('2')];
    const { number } = await receive(await office.as('finance-clerk'), classB, '125');
    const answers = await Promise.allSettled(
      numbers.map((order) => onPayment(number, { type: 'allocate-payment', allocations: [{ order, amount: '125' }] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await account(classB)).payments).toMatchObject([{ allocated: '125', free: '0' }]);
  });

  test('the same request again gets the same answer; the key for something else is refused', async () => {
    const number = await readyOrder('1');
    const finance = await office.as('finance-clerk');
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
    expect((await account(classB)).payments).toHaveLength(1);
    const other = finance.call('receivePayment', { body: { ...body, amount: '101' }, requestKey: 'attempt-one' });
    expect((await refused(other)).status).toBe(422);
  });

  test('only for orders that are there, of the one who pays, in what he pays with', async () => {
    const mine = await readyOrder('1');
    const others = await readyOrder('2', nameA);
    const finance = await office.as('finance-clerk');
    const given = async (order: string, currency = 'CNY', code = classB) =>
      (await refused(receive(finance, code, '1', { [order]: '1' }, currency))).problem.code;
    expect(await given('SO-202611-09999')).toBe('order.not-found');
    expect(await given('nonsense')).toBe('order.not-found');
    expect(await given(others)).toBe('payment.customers-differ');
    expect(await given(mine, 'USD')).toBe('payment.currencies-differ');
    expect(await given(mine, 'CNY', 'C404')).toBe('customer.not-found');
  });

  test('moved, refunded by who may: what is received is allocated, free or given back', async () => {
    const numbers = [await readyOrder('1'), await readyOrder('2')];
    const [from = '', to = ''] = numbers;
    const { number } = await receive(await office.as('finance-clerk'), classB, '200', { [from]: '100' });
    const allocations = [{ order: to, amount: '40' }];
    await onPayment(number, { type: 'move-allocation', from, allocations, reason: '记错订单' });
    const refund = {
      type: 'refund-payment',
      amount: '100' as never,
      on: '2026-11-21' as never,
      reason: '多付',
    } as const;
    expect((await refused(onPayment(number, refund))).status).toBe(403);
    expect(await onPayment(number, refund, 'finance-manager')).toMatchObject({
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

describe('debts given up and invoices', () => {
  test('a rounding difference by the clerk, more by who may; undone, the debt stands again', async () => {
    const number = await readyOrder('1');
    await pay(office, number, '110');
    const give = async (user: Role, amount: string) =>
      (await office.as(user)).call('writeOffDebt', {
        body: { order: number, amount, cause: 'rounding', reason: '尾差' },
        requestKey: newKey(),
      });
    expect((await refused(give('finance-clerk', '10.01'))).problem.code).toBe('write-off.beyond-authority');
    expect((await refused(give('finance-clerk', '15.01'))).problem.code).toBe('write-off.exceeds-debt');
    const written = await give('finance-clerk', '10');
    expect(written).toMatchObject({
      number: 'WO-202611-00001',
      order: number,
      amount: '10',
      recorded: { reason: '尾差' },
    });
    expect((await view('finance-clerk', number)).payment).toMatchObject({ open: '5' });
    const manager = await office.as('finance-manager');
    const undo = () =>
      manager.call('commandWriteOff', {
        params: { number: written.number },
        body: { type: 'undo-write-off', reason: '客户付了' },
        requestKey: newKey(),
      });
    expect(await undo()).toMatchObject({ undone: { on: '2026-11-21', by: 'finance-manager' } });
    expect((await refused(undo())).problem.code).toBe('write-off.undone');
    expect((await view('finance-clerk', number)).payment).toMatchObject({ open: '15' });
  });

  test('an invoice over what left, once; its red-letter invoice takes it back', async () => {
    const number = await readyOrder('1');
    await pay(office, number);
    expect((await refused(invoice(office, number))).problem.code).toBe('invoice.nothing');
    await ship(number);
    const issued = await invoice(office, number);
    expect(issued).toMatchObject({
      number: 'INV-202611-00001',
      total: '125',
      tax: '14.38',
      net: '110.62',
      reversals: [],
    });
    expect((await view('sales', number)).invoiced).toEqual({ axis: 'full', amount: '125', tax: '14.38' });
    const reverse = async (redNumber: string) =>
      (await office.as('finance-clerk')).call('commandInvoice', {
        params: { number: issued.number },
        body: { type: 'reverse-invoice', redNumber, on: '2026-11-21', reason: '抬头错误' },
        requestKey: newKey(),
      });
    expect((await refused(reverse(issued.taxNumber))).problem.code).toBe('invoice.number-taken');
    expect(await reverse('26339999999999999999')).toMatchObject({
      total: '0',
      reversals: [{ redNumber: '26339999999999999999' }],
    });
    expect((await view('sales', number)).invoiced).toMatchObject({ axis: 'reversed', amount: '0' });
  });

  test('a tax number is given once, whoever the customer is', async () => {
    const finance = await office.as('finance-clerk');
    const numbers = [await readyOrder('1', nameA), await readyOrder('2')];
    await pay(office, numbers[1] ?? '');
    for (const number of numbers) await ship(number);
    const record = (order: string, taxNumber: string) =>
      finance.call('recordInvoice', {
        body: { taxNumber, issuedOn: '2026-11-21', orders: [order] },
        requestKey: newKey(),
      });
    const answers = await Promise.allSettled(numbers.map((number) => record(number, ' 26330001 ')));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await refused(record(numbers[1] ?? '', '26330001'))).problem.code).toBe('invoice.number-taken');
  });
});

describe('what a customer owes', () => {
  test('order by order, with what is paid ahead, and month by month', async () => {
    const order = await readyOrder('1', nameA);
    await ship(order);
    await receive(await office.as('finance-clerk'), classA, '60', { [order]: '50' });
    expect(await account(classA)).toMatchObject({
      customerCode: classA,
      creditLimit: null,
      balances: [{ currency: 'CNY', receivable: '75', freePrepayment: '10', balance: '65', overdue: '0' }],
      orders: [
        {
          number: order,
          status: 'shipped',
          terms: [{ share: '1', at: 'month-end', days: 30 }],
          payment: 'part',
          paid: '50',
          open: '75',
          due: '0',
          dueOn: '2026-12-30',
          invoiced: 'none',
        },
      ],
      payments: [{ number: 'PAY-202611-00001', allocated: '50', free: '10' }],
    });
    const statement = async (month: string) =>
      (await office.as('finance-clerk')).call('customerStatement', { params: { code: classA }, query: { month } });
    expect(await statement('2026-11')).toMatchObject({
      currency: 'CNY',
      from: '2026-11-01',
      to: '2026-11-30',
      opening: '0',
      rows: [
        { kind: 'delivery', reference: 'DN-202611-00001', order, amount: '125', balance: '125' },
        { kind: 'payment', reference: 'PAY-202611-00001', order: null, amount: '-60', balance: '65' },
      ],
      closing: '65',
    });
    expect(await statement('2026-12')).toMatchObject({ opening: '65', rows: [], closing: '65' });
    expect(await account(classB)).toMatchObject({ creditLimit: '70001', balances: [], orders: [], payments: [] });
    expect((await refused(account('C404'))).problem).toMatchObject({ code: 'customer.not-found' });
  });
});

describe('separate rights', () => {
  test('who may see no debts sees none: not in the account, not in the order, not in what is refused', async () => {
    const number = await readyOrder('1');
    for (const user of ['sales', 'shipper', 'order-desk', 'production'] as const)
      expect((await refused(account(classB, user))).status).toBe(403);
    expect((await view('auditor', number)).payment).toMatchObject({ axis: 'none', open: '125' });
    const seen = await view('shipper', number);
    expect([seen.payment, seen.invoiced]).toEqual([undefined, undefined]);
    const { refusal } = seen.actions.find((action) => action.command === 'ship-goods') ?? {};
    const kept = { code: 'payment.balance-missing', status: 'to-ship', data: { order: number, context: 'redacted' } };
    expect(refusal).toMatchObject(kept);
    expect(Object.keys(refusal?.data ?? {})).toEqual(['order', 'context']);
    const { problem } = await refused(ship(number));
    expect(problem.refusal?.data).toEqual({ order: number, context: 'redacted' });
    expect(problem.message).toContain('Ask finance');
    expect(problem.message).not.toContain('125');
  });

  test('an invoice is seen by who files it; a payment isn’t', async () => {
    const number = await readyOrder('1');
    const payment = await pay(office, number);
    await ship(number);
    const issued = await invoice(office, number);
    const documents = await office.as('documents');
    expect((await documents.call('invoice', { params: { number: issued.number } })).total).toBe('125');
    expect((await refused(documents.call('payment', { params: { number: payment.number } }))).status).toBe(403);
    const shipper = await office.as('shipper');
    expect((await refused(shipper.call('invoice', { params: { number: issued.number } }))).status).toBe(403);
  });

  test('only finance records money, and nobody else learns what is there', async () => {
    const number = await readyOrder('1');
    const payment = await pay(office, number);
    for (const user of ['sales', 'shipper', 'order-desk-head', 'archivist'] as const) {
      const client = await office.as(user);
      for (const code of [classB, 'C404'])
        expect((await refused(receive(client, code, '1'))).problem.code).toBe('role.not-allowed');
      const release = {
        type: 'release-allocation',
        allocations: [{ order: number, amount: '1' }],
        reason: '试',
      } as const;
      for (const known of [payment.number, 'PAY-202611-09999', 'nonsense'])
        expect((await refused(onPayment(known, release, user))).problem.code).toBe('role.not-allowed');
      for (const order of [number, 'SO-202611-09999']) {
        const body = { order, amount: '1', cause: 'rounding', reason: '试' } as const;
        const give = client.call('writeOffDebt', { body, requestKey: newKey() });
        expect((await refused(give)).problem.code).toBe('role.not-allowed');
      }
    }
    const missing = onPayment('PAY-202611-09999', {
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
    const answer = await office.app.inject({
      method: 'POST',
      url: '/api/payments',
      headers: {
        host: ownHost,
        authorization: `Bearer ${await office.tokenOf('finance-clerk')}`,
        'idempotency-key': newKey(),
        'accept-language': 'en',
      },
      payload: { ...payment, ...change },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'input.wrong']);
    expect(answer.json().issues.map((issue: { path: string }) => issue.path)).toContain(path);
  });

  test('money of a day to come', async () => {
    const finance = await office.as('finance-clerk');
    const body = { ...payment, receivedOn: '2026-11-22' } as never;
    expect((await refused(finance.call('receivePayment', { body, requestKey: newKey() }))).problem.code).toBe(
      'date.in-future',
    );
  });
});
