import { describe, expect, test } from 'vitest';
import { evolveInvoice } from '../../../core/invoice/evolve.ts';
import { invoicedOf, invoiceTotals } from '../../../core/invoice/invoiced-of.ts';
import type { MoneyPolicy } from '../../../core/policy/money-policy.ts';
import { events } from '../order/office.ts';
import { by, clerk, date, number, today } from '../order/sample-order.ts';
import { cashier, inv, Ledger, money, payableOrder, refused, shipment } from '../receivable/ledger.ts';

const [so1, so2] = [number(1), number(2)];
const part = (line: number, quantity: string, order = so1) => ({ order, line, quantity: money(quantity) });
const record = (taxNumber: string, ...parts: ReturnType<typeof part>[]) =>
  ({ type: 'record-invoice', taxNumber, issuedOn: today, orders: [], parts, ...by(cashier) }) as const;
const whole = (taxNumber: string, ...orders: ReturnType<typeof number>[]) =>
  ({ ...record(taxNumber), orders }) as const;
const reverse = (redNumber: string, ...parts: ReturnType<typeof part>[]) =>
  ({ type: 'reverse-invoice', redNumber, on: today, parts, ...by(cashier, today, 'returned') }) as const;
const given = (policy: Partial<MoneyPolicy> = { invoiceAt: 'order' }) =>
  new Ledger(
    [
      payableOrder(1, [
        { quantity: '3', amount: '10' },
        { quantity: '5', amount: '113', taxRate: '0.06' },
        { quantity: '1', amount: '0' },
      ]),
      payableOrder(2, [{ quantity: '2', amount: '40' }]),
      payableOrder(3, [{ quantity: '2', amount: '40' }], { customerCode: 'C002' }),
      payableOrder(4, [{ quantity: '2', amount: '40' }], { currency: 'USD' }),
      payableOrder(5, [{ quantity: '2', amount: '40' }], { status: 'cancelled' }),
    ],
    policy,
  );
const state = (ledger: Ledger, order = so1) => {
  const { axis, amount } = invoicedOf({ order: ledger.account(order).order, invoices: ledger.invoices() });
  return [axis, amount];
};

describe('an invoice is recorded', () => {
  test('over lines of several orders, tax line by line at each line’s own rate', () => {
    const ledger = given();
    events(ledger.bill(record(' 2432 ', part(1, '3'), part(2, '5'), part(1, '2', so2))));
    expect(ledger.invoice()).toMatchObject({ number: inv(), taxNumber: '2432', customerCode: 'C001', currency: 'CNY' });
    expect(ledger.invoice().lines).toEqual([
      { ...part(1, '3'), amount: '10', taxRate: '0.13', tax: '1.15' },
      { ...part(2, '5'), amount: '113', taxRate: '0.06', tax: '6.4' },
      { ...part(1, '2', so2), amount: '40', taxRate: '0.13', tax: '4.6' },
    ]);
    expect(invoiceTotals(ledger.invoice())).toEqual({ net: '150.85', tax: '12.15', total: '163' });
    expect([state(ledger), state(ledger, so2)]).toEqual([
      ['full', '123'],
      ['full', '40'],
    ]);
  });

  test('in parts that come to the line’s amount to the cent', () => {
    const ledger = given();
    for (const [at, text] of ['a', 'b', 'c'].entries()) {
      expect(state(ledger)[0]).toBe(at === 0 ? 'none' : 'part');
      events(ledger.bill(record(text, part(1, '1'))));
    }
    expect(ledger.invoices().map(({ lines }) => lines[0]?.amount)).toEqual(['3.33', '3.34', '3.33']);
  });

  test('of a whole order: what isn’t invoiced yet', () => {
    const ledger = given();
    events(ledger.bill(record('a', part(2, '4'))));
    events(ledger.bill(whole('b', so1, so2)));
    expect(ledger.invoice(2).lines.map(({ order, line, quantity }) => [order, line, quantity])).toEqual([
      [so1, 1, '3'],
      [so1, 2, '1'],
      [so1, 3, '1'],
      [so2, 1, '2'],
    ]);
    expect(refused(ledger.bill(whole('c', so1))).code).toBe('invoice.nothing');
  });

  test('never more than ordered, also in two entries of a line or two invoices', () => {
    const ledger = given();
    expect(refused(ledger.bill(record('a', part(1, '2'), part(1, '1.5'))))).toEqual({
      code: 'invoice.exceeds-ordered',
      data: { order: so1, line: '1', item: 'A01', wanted: '3.5', open: '3' },
    });
    expect(refused(ledger.bill(record('a', part(1, '4'), part(1, '-1')))).code).toBe('invoice.quantity-not-positive');
    events(ledger.bill(record('a', part(1, '2'))));
    expect(refused(ledger.bill(record('b', part(1, '2')))).data).toMatchObject({ wanted: '2', open: '1' });
    events(ledger.bill(record('b', part(1, '1'))));
    expect(refused(ledger.bill(record('c', part(1, '1', number(5))))).data).toMatchObject({ open: '0' });
  });

  test('at delivery: never more than left', () => {
    const ledger = given({ invoiceAt: 'delivery' });
    expect(refused(ledger.bill(whole('a', so1))).code).toBe('invoice.nothing');
    ledger.deliveries.push(shipment('DN-202611-00001', '2026-11-20', [[so1, 2, '2']]));
    expect(refused(ledger.bill(record('a', part(2, '3'))))).toMatchObject({
      code: 'invoice.exceeds-shipped',
      data: { wanted: '3', open: '2' },
    });
    events(ledger.bill(whole('a', so1)));
    expect(ledger.invoice().lines).toMatchObject([{ line: 2, quantity: '2', amount: '45.2' }]);
  });

  test('goods that left before the order was entered, or beyond it within tolerance, may be invoiced', () => {
    const ledger = given({ invoiceAt: 'delivery' });
    ledger.orders.set(so2, payableOrder(2, [{ quantity: '2', amount: '40', shippedDate: '2026-11-01' }]));
    ledger.deliveries.push(shipment('DN-202611-00001', '2026-11-20', [[so1, 1, '3.3']]));
    events(ledger.bill(whole('a', so1, so2)));
    expect(ledger.invoice().lines.map(({ quantity, amount }) => [quantity, amount])).toEqual([
      ['3.3', '11'],
      ['2', '40'],
    ]);
  });

  test('for one customer, in one currency, of lines and orders that are there', () => {
    const ledger = given();
    expect(refused(ledger.bill(whole('a', so1, number(3))))).toEqual({
      code: 'invoice.customers-differ',
      data: { order: number(3), customer: 'customer C001', other: 'customer C002' },
    });
    expect(refused(ledger.bill(whole('a', so1, number(4))))).toEqual({
      code: 'invoice.currencies-differ',
      data: { order: number(4), currency: 'CNY', other: 'USD' },
    });
    expect(refused(ledger.bill(record('a', part(4, '1')))).code).toBe('invoice.line-unknown');
    expect(refused(ledger.bill(whole('a', number(9)))).code).toBe('order.not-found');
    expect(refused(ledger.bill(record('a'))).code).toBe('invoice.nothing');
  });

  test('by finance, with a number of its own, on a day that has come', () => {
    const ledger = given();
    expect(refused(ledger.bill({ ...whole('a', so1), ...by(clerk) })).code).toBe('role.not-allowed');
    expect(refused(ledger.bill(whole(' ', so1))).code).toBe('invoice.number-missing');
    expect(refused(ledger.bill({ ...whole('a', so1), issuedOn: date('2026-11-22') })).code).toBe('date.in-future');
    events(ledger.bill(whole('a', so1)));
    expect(refused(ledger.bill(whole(' a', so2)))).toEqual({ code: 'invoice.number-taken', data: { number: 'a' } });
    expect(() => ledger.bill(whole('b', so2), 1)).toThrow('taken');
  });
});

describe('a red-letter invoice takes it back', () => {
  const invoiced = () => {
    const ledger = given();
    events(ledger.bill(record('a', part(1, '3'), part(2, '5'))));
    return ledger;
  };

  test('in part, then the rest: amounts and tax come to nothing, and it may be invoiced anew', () => {
    const ledger = invoiced();
    events(ledger.bill(reverse('r1', part(1, '1')), 1));
    expect(ledger.invoice().reversals[0]).toMatchObject({
      redNumber: 'r1',
      lines: [{ ...part(1, '1'), amount: '3.33', tax: '0.38' }],
    });
    expect(state(ledger)).toEqual(['part', '119.67']);
    events(ledger.bill({ ...reverse('r2'), parts: 'all' }, 1));
    expect(invoiceTotals(ledger.invoice())).toEqual({ net: '0', tax: '0', total: '0' });
    expect(state(ledger)).toEqual(['reversed', '0']);
    events(ledger.bill(whole('b', so1)));
    expect(state(ledger)).toEqual(['full', '123']);
  });

  test('never more than stands of it', () => {
    const ledger = invoiced();
    expect(refused(ledger.bill(reverse('r', part(1, '2'), part(1, '1.5')), 1))).toEqual({
      code: 'invoice.exceeds-invoiced',
      data: { order: so1, line: '1', invoice: inv(), wanted: '3.5', open: '3' },
    });
    expect(refused(ledger.bill(reverse('r', part(1, '0')), 1)).code).toBe('invoice.quantity-not-positive');
    expect(refused(ledger.bill(reverse('r', part(3, '1')), 1)).code).toBe('invoice.line-not-invoiced');
    events(ledger.bill({ ...reverse('r'), parts: 'all' }, 1));
    expect(refused(ledger.bill({ ...reverse('s'), parts: 'all' }, 1)).code).toBe('invoice.nothing');
  });

  test('with a reason, a number of its own, on a day from its issue to today', () => {
    const ledger = invoiced();
    const sent = reverse('r', part(1, '1'));
    expect(refused(ledger.bill({ ...sent, reason: '' }, 1)).code).toBe('reason.missing');
    expect(refused(ledger.bill({ ...sent, redNumber: 'a' }, 1)).code).toBe('invoice.number-taken');
    expect(refused(ledger.bill({ ...sent, redNumber: '' }, 1)).code).toBe('invoice.number-missing');
    expect(refused(ledger.bill({ ...sent, on: date('2026-11-22') }, 1)).code).toBe('date.in-future');
    expect(refused(ledger.bill({ ...sent, on: date('2026-11-20') }, 1))).toEqual({
      code: 'invoice.reversed-before-issue',
      data: { invoice: inv(), date: today },
    });
    expect(refused(ledger.bill(sent, 9)).code).toBe('invoice.not-found');
    events(ledger.bill(sent, 1));
  });

  test('more than was invoiced stops the program', () => {
    const ledger = invoiced();
    const [reversed] = events(ledger.bill(reverse('r', part(1, '2')), 1));
    if (reversed === undefined) throw new Error('nothing was reversed');
    expect(() => evolveInvoice(ledger.invoice(), reversed)).toThrow('more was reversed');
    expect(() => evolveInvoice(null, reversed)).toThrow('before it was recorded');
  });
});

describe('cents that rounding leaves', () => {
  test('the parts of a tax never come to more than the tax', () => {
    const ledger = new Ledger([payableOrder(1, [{ quantity: '4', amount: '0.2' }])], { invoiceAt: 'order' });
    events(ledger.bill(whole('a', so1)));
    for (const text of ['r1', 'r2', 'r3', 'r4']) events(ledger.bill(reverse(text, part(1, '1')), 1));
    expect(ledger.invoice().lines[0]?.tax).toBe('0.02');
    expect(ledger.invoice().reversals.map(({ lines }) => lines[0]?.tax)).toEqual(['0.01', '0.01', '0', '0']);
  });

  test('what a reversal left above its share is no reason for an amount below zero', () => {
    const ledger = new Ledger([payableOrder(1, [{ quantity: '10', amount: '0.05' }])], { invoiceAt: 'order' });
    for (let piece = 1; piece <= 10; piece++) events(ledger.bill(record(`${piece}`, part(1, '1'))));
    for (const free of [2, 4, 6]) events(ledger.bill(reverse(`r${free}`, part(1, '1')), free)); // of 0.00 each
    for (const piece of [11, 12, 13]) events(ledger.bill(record(`${piece}`, part(1, '1'))));
    expect(
      ledger
        .invoices()
        .slice(10)
        .map(({ lines }) => lines[0]?.amount),
    ).toEqual(['0', '0', '0']);
    expect(state(ledger)).toEqual(['full', '0.05']);
  });
});

test('an order of gifts only is invoiced without an invoice; one that was given up never was', () => {
  const free = payableOrder(1, [{ quantity: '1', amount: '0' }]);
  expect(invoicedOf({ order: free, invoices: [] }).axis).toBe('full');
  expect(invoicedOf({ order: { ...free, status: 'void' }, invoices: [] }).axis).toBe('none');
});
