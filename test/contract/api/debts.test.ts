import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import { refused } from './refused.ts';
import { newKey } from './rows.ts';
import { receive } from './settle.ts';
import { classA, classB, nameA, Till } from './till.ts';

let till: Till;
beforeEach(async () => {
  till = await Till.open();
});
afterEach(() => till.close());

describe('debts given up and invoices', () => {
  test('a rounding difference by the clerk, more by who may; undone, the debt stands again', async () => {
    const number = await till.readyOrder('1');
    await till.pay(number, '110');
    const give = async (user: Role, amount: string) =>
      (await till.as(user)).call('writeOffDebt', {
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
    expect((await till.view('finance-clerk', number)).payment).toMatchObject({ open: '5' });
    const manager = await till.as('finance-manager');
    const undo = () =>
      manager.call('commandWriteOff', {
        params: { number: written.number },
        body: { type: 'undo-write-off', reason: '客户付了' },
        requestKey: newKey(),
      });
    expect(await undo()).toMatchObject({ undone: { on: '2026-11-21', by: 'finance-manager' } });
    expect((await refused(undo())).problem.code).toBe('write-off.undone');
    expect((await till.view('finance-clerk', number)).payment).toMatchObject({ open: '15' });
  });

  test('an invoice over what left, once; its red-letter invoice takes it back', async () => {
    const number = await till.readyOrder('1');
    await till.pay(number);
    expect((await refused(till.invoice(number))).problem.code).toBe('invoice.nothing');
    await till.ship(number);
    const issued = await till.invoice(number);
    expect(issued).toMatchObject({
      number: 'INV-202611-00001',
      total: '125',
      tax: '14.38',
      net: '110.62',
      reversals: [],
    });
    expect((await till.view('sales', number)).invoiced).toEqual({ axis: 'full', amount: '125', tax: '14.38' });
    const reverse = async (redNumber: string) =>
      (await till.as('finance-clerk')).call('commandInvoice', {
        params: { number: issued.number },
        body: { type: 'reverse-invoice', redNumber, on: '2026-11-21', reason: '抬头错误' },
        requestKey: newKey(),
      });
    expect((await refused(reverse(issued.taxNumber))).problem.code).toBe('invoice.number-taken');
    expect(await reverse('26339999999999999999')).toMatchObject({
      total: '0',
      reversals: [{ redNumber: '26339999999999999999' }],
    });
    expect((await till.view('sales', number)).invoiced).toMatchObject({ axis: 'reversed', amount: '0' });
  });

  test('a tax number is given once, whoever the customer is', async () => {
    const finance = await till.as('finance-clerk');
    const numbers = [await till.readyOrder('1', nameA), await till.readyOrder('2')];
    await till.pay(numbers[1] ?? '');
    for (const number of numbers) await till.ship(number);
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
    const order = await till.readyOrder('1', nameA);
    await till.ship(order);
    await receive(await till.as('finance-clerk'), classA, '60', { [order]: '50' });
    expect(await till.account(classA)).toMatchObject({
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
      (await till.as('finance-clerk')).call('customerStatement', { params: { code: classA }, query: { month } });
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

    // The same as a paper, in the company's language or another; nobody prints what he may not see.
    const paper = async (user: 'finance-clerk' | 'order-desk', query: object, code = classA) =>
      new TextDecoder().decode(
        await (await till.as(user)).call('customerStatementPdf', {
          params: { code },
          query: { month: '2026-11', ...query },
        }),
      );
    expect(await paper('finance-clerk', {})).toContain('贵司尚欠我司货款人民币陆拾伍元整（¥65.00）');
    expect(await paper('finance-clerk', { locale: 'en' })).toContain('you owe us ¥65.00');
    expect((await refused(paper('order-desk', {}))).problem).toMatchObject({ code: 'permission.denied' });
    expect((await refused(paper('finance-clerk', {}, 'C404'))).problem).toMatchObject({ code: 'customer.not-found' });
    expect(await till.account(classB)).toMatchObject({ creditLimit: '70001', balances: [], orders: [], payments: [] });
    expect((await refused(till.account('C404'))).problem).toMatchObject({ code: 'customer.not-found' });
  });
});
