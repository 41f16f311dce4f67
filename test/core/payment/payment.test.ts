import { describe, expect, test } from 'vitest';
import { amountsOf } from '../../../core/payment/amounts.ts';
import { decidePayment } from '../../../core/payment/decide.ts';
import { evolvePayment } from '../../../core/payment/evolve.ts';
import { owedOf } from '../../../core/receivable/owed.ts';
import { events } from '../order/office.ts';
import { by, clerk, date, number, today } from '../order/sample-order.ts';
import {
  cashier,
  controller,
  Ledger,
  money,
  parts,
  pay,
  payableOrder,
  refused,
  shipment,
  transfer,
} from '../receivable/ledger.ts';

const [so1, so2] = [number(1), number(2)];
const lines = [{ quantity: '10', amount: '1000' }];
const desk = by(cashier);
const because = by(cashier, today, 'because');
const given = () =>
  new Ledger([
    payableOrder(1, lines),
    payableOrder(2, lines),
    payableOrder(3, lines, { customerCode: 'C002' }),
    payableOrder(4, lines, { currency: 'USD' }),
    payableOrder(5, lines, { status: 'cancelled' }),
  ]);
const open = (ledger: Ledger, order = so1) => owedOf(ledger.account(order)).open;

describe('money comes in', () => {
  test('for several orders of the customer, the rest stays his prepayment', () => {
    const ledger = given();
    events(ledger.pay(transfer('1700.50', desk, { [so1]: '1000', [so2]: '300' }, { reference: 'slip 7' })));
    expect(ledger.payment()).toMatchObject({
      number: pay(),
      reference: 'slip 7',
      recorded: { by: { name: 'qian' } },
      allocations: [
        { order: so1, amount: '1000' },
        { order: so2, amount: '300' },
      ],
    });
    expect(amountsOf(ledger.payment())).toEqual({
      received: '1700.50',
      allocated: '1300',
      free: '400.5',
      refunded: '0',
      reversed: '0',
    });
    expect([open(ledger), open(ledger, so2)]).toEqual(['0', '700']);
  });

  test('from a customer of the house only', () => {
    const command = { ...transfer('1', desk), number: pay() } as Parameters<typeof decidePayment>[0];
    const decision = decidePayment(command, null, { accounts: [], isCustomer: false });
    expect(refused(decision)).toEqual({ code: 'customer.not-found', data: { customer: 'C001' } });
  });

  test('by finance, today or before, above zero and in cents', () => {
    const ledger = given();
    expect(refused(ledger.pay(transfer('1', by(clerk))))).toEqual({
      code: 'role.not-allowed',
      who: ['finance-clerk', 'finance-manager'],
    });
    expect(refused(ledger.pay(transfer('1', desk, {}, { receivedOn: date('2026-11-22') })))).toEqual({
      code: 'date.in-future',
      data: { date: '2026-11-22' },
    });
    for (const amount of ['0', '-1', '0.001'])
      expect(refused(ledger.pay(transfer(amount, desk)))).toEqual({ code: 'payment.amount-invalid', data: { amount } });
    events(ledger.pay(transfer('0.01', desk)));
  });

  test('a bill of acceptance that was not due yet', () => {
    const bill = (dueOn: string) => ({ means: { by: 'bill-of-acceptance', bill: 'B7', dueOn: date(dueOn) } }) as const;
    const ledger = given();
    expect(refused(ledger.pay(transfer('5', desk, {}, bill('2026-11-20'))))).toEqual({
      code: 'payment.bill-past-due',
      data: { bill: 'B7', date: '2026-11-20' },
    });
    events(ledger.pay(transfer('5', desk, {}, bill('2026-11-21'))));
  });

  test('a number is one payment’s', () => {
    const ledger = given();
    events(ledger.pay(transfer('5', desk)));
    expect(() => ledger.pay(transfer('5', desk), 1)).toThrow('taken');
    const [received] = ledger.paymentEvents.get(pay()) ?? [];
    expect(() => received && evolvePayment(ledger.payment(), received)).toThrow('twice');
  });
});

describe('allocation', () => {
  const allocate = (allocations: Readonly<Record<string, string>>) =>
    ({ type: 'allocate-payment', allocations: parts(allocations), ...desk }) as const;
  const paid = (amount = '1500') => {
    const ledger = given();
    events(ledger.pay(transfer(amount, desk)));
    return ledger;
  };

  test('up to what the order owes, a cent more is refused', () => {
    const ledger = paid();
    expect(refused(ledger.pay(allocate({ [so1]: '1000.01' }), 1))).toEqual({
      code: 'payment.exceeds-owed',
      data: { order: so1, wanted: '1000.01', open: '1000', currency: 'CNY' },
    });
    events(ledger.pay(allocate({ [so1]: '1000' }), 1));
    expect(refused(ledger.pay(allocate({ [so1]: '0.01' }), 1)).code).toBe('payment.exceeds-owed');
  });

  test('up to what is free, over all orders of one command', () => {
    const ledger = paid();
    expect(refused(ledger.pay(allocate({ [so1]: '800', [so2]: '700.01' }), 1))).toEqual({
      code: 'payment.exceeds-free',
      data: { wanted: '1500.01', free: '1500', currency: 'CNY' },
    });
    events(ledger.pay(allocate({ [so1]: '800', [so2]: '700' }), 1));
    expect(amountsOf(ledger.payment()).free).toBe('0');
  });

  test('an order named twice is summed, and a negative entry hides nothing', () => {
    const ledger = paid();
    const twice = (a: string, b: string) =>
      ({ type: 'allocate-payment', allocations: [...parts({ [so1]: a }), ...parts({ [so1]: b })], ...desk }) as const;
    expect(refused(ledger.pay(twice('600', '500'), 1)).code).toBe('payment.exceeds-owed');
    expect(refused(ledger.pay(twice('1100', '-100'), 1)).code).toBe('payment.amount-invalid');
    events(ledger.pay(twice('600', '400'), 1));
    expect(ledger.payment().allocations).toEqual([{ order: so1, amount: '1000' }]);
  });

  test('only orders of the same customer, in the same currency, that are there and still stand', () => {
    const ledger = paid();
    const code = (order: string) => refused(ledger.pay(allocate({ [order]: '1' }), 1));
    expect(code(number(3))).toEqual({
      code: 'payment.customers-differ',
      data: { order: number(3), customer: 'C001', other: 'customer C002' },
    });
    expect(code(number(4))).toEqual({
      code: 'payment.currencies-differ',
      data: { order: number(4), currency: 'CNY', other: 'USD' },
    });
    expect(code(number(5))).toMatchObject({ code: 'payment.exceeds-owed', data: { open: '0' } });
    expect(code(number(9))).toEqual({ code: 'order.not-found', data: { order: number(9) } });
  });

  test('of something, of a payment that is there', () => {
    const ledger = paid();
    expect(refused(ledger.pay(allocate({}), 1)).code).toBe('payment.nothing');
    expect(refused(ledger.pay(allocate({ [so1]: '1' }), 8)).code).toBe('payment.not-found');
  });

  test('what leaves beyond the order, within its tolerance, is owed too', () => {
    const ledger = paid();
    ledger.deliveries.push(shipment('DN-202611-00001', '2026-11-20', [[so1, 1, '10.5']]));
    events(ledger.pay(allocate({ [so1]: '1050' }), 1));
  });
});

describe('taking back', () => {
  const release = (order: string, amount: string, meta = because) =>
    ({ type: 'release-allocation', allocations: parts({ [order]: amount }), ...meta }) as const;
  const move = (amount: string, to = so2, from = so1) =>
    ({ type: 'move-allocation', from, allocations: parts({ [to]: amount }), ...because }) as const;
  const allocated = () => {
    const ledger = given();
    events(ledger.pay(transfer('1000', desk, { [so1]: '600' })));
    return ledger;
  };

  test('a part or all of what goes to the order, with a reason', () => {
    const ledger = allocated();
    expect(refused(ledger.pay(release(so1, '1', desk), 1)).code).toBe('reason.missing');
    expect(refused(ledger.pay(release(so1, '600.01'), 1))).toEqual({
      code: 'payment.exceeds-allocated',
      data: { order: so1, wanted: '600.01', allocated: '600', currency: 'CNY' },
    });
    events(ledger.pay(release(so1, '200'), 1));
    expect([amountsOf(ledger.payment()).free, open(ledger)]).toEqual(['600', '600']);
    events(ledger.pay(release(so1, '400'), 1));
    expect(ledger.payment().allocations).toEqual([]);
  });

  test('not from a closed order', () => {
    const ledger = allocated();
    ledger.orders.set(so1, { ...payableOrder(1, lines), status: 'closed' });
    expect(refused(ledger.pay(release(so1, '1'), 1))).toEqual({
      code: 'payment.order-closed',
      status: 'closed',
      data: { order: so1 },
    });
    expect(refused(ledger.pay(move('1'), 1)).code).toBe('payment.order-closed');
  });

  test('from a closed order only what a return made too much', () => {
    const ledger = allocated();
    events(ledger.pay(transfer('400', desk, { [so1]: '400' })));
    ledger.orders.set(so1, { ...payableOrder(1, lines), status: 'closed' });
    ledger.adjustments.set(so1, [{ on: today, amount: money('-250'), reference: 'RT-1' }]);
    expect(refused(ledger.pay(release(so1, '250.01'), 1)).code).toBe('payment.order-closed');
    events(ledger.pay(release(so1, '250'), 1));
    expect(refused(ledger.pay(release(so1, '0.01'), 1)).code).toBe('payment.order-closed');
  });

  test('to move it to another order, which may not get more than it owes', () => {
    const ledger = allocated();
    expect(refused(ledger.pay(move('600.01'), 1)).code).toBe('payment.exceeds-allocated');
    expect(refused(ledger.pay(move('1', so1), 1)).code).toBe('payment.same-order');
    events(ledger.pay(move('600'), 1));
    expect(ledger.payment().allocations).toEqual([{ order: so2, amount: '600' }]);
    events(ledger.pay(transfer('800', desk, { [so1]: '800' })));
    expect(refused(ledger.pay(move('400.01'), 2)).code).toBe('payment.exceeds-owed');
    events(ledger.pay(move('400'), 2));
  });
});

describe('money goes back', () => {
  const refund = (amount: string, on = '2026-11-21') =>
    ({
      type: 'refund-payment',
      amount: money(amount),
      on: date(on),
      ...by(controller, today, 'asked for it'),
    }) as const;
  const reverse = (on = '2026-11-21') =>
    ({ type: 'reverse-payment', on: date(on), cause: 'bounced', ...because }) as const;
  const allocated = () => {
    const ledger = given();
    events(ledger.pay(transfer('1000', desk, { [so1]: '600' })));
    return ledger;
  };

  test('refunded: only what no order uses, by the finance manager', () => {
    const ledger = allocated();
    expect(refused(ledger.pay({ ...refund('1'), by: cashier }, 1)).who).toEqual(['finance-manager']);
    expect(refused(ledger.pay(refund('400.01'), 1))).toMatchObject({
      code: 'payment.exceeds-free',
      data: { wanted: '400.01', free: '400' },
    });
    events(ledger.pay(refund('400'), 1));
    expect(amountsOf(ledger.payment())).toMatchObject({ free: '0', refunded: '400', allocated: '600' });
  });

  test('on a day from the receipt to today', () => {
    const ledger = allocated();
    for (const back of [refund, (_: string, on: string) => reverse(on)]) {
      expect(refused(ledger.pay(back('1', '2026-11-20'), 1))).toEqual({
        code: 'payment.before-receipt',
        data: { payment: pay(), date: today },
      });
      expect(refused(ledger.pay(back('1', '2026-11-22'), 1)).code).toBe('date.in-future');
    }
  });

  test('bounced: orders are unpaid again, closed ones too, and nothing more can be done with it', () => {
    const ledger = allocated();
    ledger.orders.set(so1, { ...payableOrder(1, lines), status: 'closed' });
    events(ledger.pay(reverse(), 1));
    expect(open(ledger)).toBe('1000');
    expect(amountsOf(ledger.payment())).toMatchObject({ allocated: '0', free: '0', reversed: '1000' });
    expect(ledger.payment().reversed).toMatchObject({ cause: 'bounced', reason: 'because' });
    expect(refused(ledger.pay(refund('1'), 1))).toEqual({
      code: 'payment.reversed',
      data: { payment: pay(), date: today },
    });
    expect(() =>
      evolvePayment(ledger.payment(), { type: 'payment-refunded', amount: money('1'), on: today, ...desk }),
    ).toThrow("can't follow");
  });

  test('not bounced once a part was refunded', () => {
    const ledger = allocated();
    events(ledger.pay(refund('1'), 1));
    expect(refused(ledger.pay(reverse(), 1))).toEqual({
      code: 'payment.refunded',
      data: { payment: pay(), refunded: '1', currency: 'CNY' },
    });
  });

  test('never more than there is: such an event stops the program', () => {
    const more = { type: 'payment-allocated', allocations: parts({ [so1]: '400.01' }), ...desk } as const;
    expect(() => evolvePayment(allocated().payment(), more)).toThrow('more than it has');
    const less = { type: 'allocation-released', allocations: parts({ [so2]: '1' }), ...desk } as const;
    expect(() => evolvePayment(allocated().payment(), less)).toThrow('more than it has');
  });
});
