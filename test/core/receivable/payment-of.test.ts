import { describe, expect, test } from 'vitest';
import { readTerms } from '../../../core/payment/read-terms.ts';
import { deliveredTotal, deliveredValues } from '../../../core/receivable/delivered.ts';
import { earnestMoneyOver } from '../../../core/receivable/earnest-money.ts';
import { paymentOf } from '../../../core/receivable/payment-of.ts';
import { termsInForce } from '../../../core/receivable/terms-in-force.ts';
import { events } from '../order/office.ts';
import { by, date, number, today } from '../order/sample-order.ts';
import { standardMoneyPolicy } from '../policy/standard-policies.ts';
import { accountOf, boss, cashier, Ledger, money, payableOrder, refused, shipment, transfer } from './ledger.ts';

const so1 = number(1);
const lines = [{ quantity: '10', amount: '1000' }];
const terms = (text: string) => readTerms(text, 30) ?? [];
const monthly = terms('月结30天');
const given = (of = monthly, policy = {}) => {
  const ledger = new Ledger([payableOrder(1, lines)], policy);
  ledger.terms = of;
  return ledger;
};
const paid = (ledger: Ledger, amount: string, more = {}) =>
  events(ledger.pay(transfer(amount, by(cashier), { [so1]: amount }, more)));
const ship = (ledger: Ledger, quantity: string, on: string, receivedOn?: string) =>
  ledger.deliveries.push(shipment(`DN-${ledger.deliveries.length + 1}`, on, [[so1, 1, quantity]], receivedOn));
const onDay = (ledger: Ledger, day: string) => paymentOf(ledger.account(so1), date(day), ledger.policy);
const axis = (ledger: Ledger, day = '2026-11-21') => onDay(ledger, day).axis;

describe('the payment axis', () => {
  test('none, prepaid, part, settled', () => {
    const ledger = given();
    expect(axis(ledger)).toBe('none');
    paid(ledger, '300');
    expect(axis(ledger)).toBe('prepaid');
    ship(ledger, '5', '2026-11-20');
    expect(axis(ledger)).toBe('part');
    paid(ledger, '700');
    expect(axis(ledger)).toBe('settled');
  });

  test('overdue from the day after the due day, until paid', () => {
    const ledger = given();
    ship(ledger, '10', '2026-11-05');
    paid(ledger, '400');
    expect(onDay(ledger, '2026-12-30')).toMatchObject({
      axis: 'part',
      dueOn: '2026-12-30',
      due: '600',
      overdue: '0',
      overdueDays: 0,
    });
    expect(onDay(ledger, '2026-12-29').due).toBe('0');
    expect(onDay(ledger, '2027-01-02')).toMatchObject({ axis: 'overdue', overdue: '600', overdueDays: 3 });
    paid(ledger, '600');
    expect(onDay(ledger, '2027-01-02')).toMatchObject({ axis: 'settled', dueOn: null, overdueDays: 0 });
  });

  test('settled by a rounding difference, bad debt by a bad debt; a bounced payment reopens it', () => {
    const writeOff = (cause: 'rounding' | 'bad-debt') =>
      ({ type: 'write-off-debt', amount: money('10'), cause, ...by(boss, today, 'why') }) as const;
    for (const [cause, expected] of [
      ['rounding', 'settled'],
      ['bad-debt', 'bad-debt'],
    ] as const) {
      const ledger = given();
      ship(ledger, '10', '2026-11-01');
      paid(ledger, '990');
      expect(axis(ledger)).toBe('part');
      events(ledger.writeOff(so1, writeOff(cause)));
      expect(axis(ledger)).toBe(expected);
      events(ledger.pay({ type: 'reverse-payment', on: today, cause: 'bounced', ...by(cashier, today, 'bank') }, 1));
      expect(axis(ledger)).toBe('none');
      expect(axis(ledger, '2027-02-01')).toBe('overdue');
    }
  });

  test('an order of nothing but gifts owes nothing; one given up neither, but what was paid for it is too much', () => {
    expect(
      paymentOf(accountOf(payableOrder(1, [{ quantity: '1', amount: '0' }])), today, standardMoneyPolicy).axis,
    ).toBe('settled');
    const ledger = given();
    paid(ledger, '300');
    ledger.orders.set(so1, payableOrder(1, lines, { status: 'cancelled' }));
    expect(onDay(ledger, today)).toMatchObject({ axis: 'none', owed: '0', overpaid: '300', open: '0' });
  });

  test('a bill counts from its receipt, or from its due date if the house says so', () => {
    const bill = { means: { by: 'bill-of-acceptance', bill: 'B7', dueOn: date('2027-02-01') } };
    for (const [billsCountFrom, before] of [
      ['receipt', 'settled'],
      ['due-date', 'none'],
    ] as const) {
      const ledger = given(monthly, { billsCountFrom });
      paid(ledger, '1000', bill);
      expect(onDay(ledger, '2027-01-31')).toMatchObject({ axis: before, allocated: '1000' });
      expect(axis(ledger, '2027-02-01')).toBe('settled');
    }
  });

  test('what a return credits is not owed, what a change charges is', () => {
    const ledger = given();
    ship(ledger, '10', '2026-11-05');
    ledger.adjustments.set(so1, [{ on: date('2026-11-10'), amount: money('-200'), reference: 'RT-1' }]);
    expect(onDay(ledger, '2027-01-01')).toMatchObject({ owed: '800', overdue: '800', receivable: '800' });
    paid(ledger, '800');
    expect(axis(ledger)).toBe('settled');
    ledger.adjustments.set(so1, [{ on: date('2026-11-10'), amount: money('50'), reference: 'CR-1' }]);
    expect(onDay(ledger, '2026-11-12')).toMatchObject({ owed: '1050', open: '250', dueOn: '2026-12-30' });
  });
});

describe('when it is due', () => {
  const dueOn = (text: string, receivedOn?: string) => {
    const ledger = given(terms(text));
    ship(ledger, '10', '2026-01-15', receivedOn);
    return onDay(ledger, '2026-01-16').dueOn;
  };
  test.each([
    ['款到发货', undefined, '2026-01-15'],
    ['预付全款', undefined, '2026-01-15'],
    ['货到付款', '2026-01-18', '2026-01-18'],
    ['货到30天付款', '2026-01-18', '2026-02-17'],
    ['货到付款', undefined, null],
    ['Net 30', undefined, '2026-02-14'],
    ['月结30天', undefined, '2026-03-02'],
    ['月结0天', undefined, '2026-01-31'],
  ])('%s, received %s: %s', (text, receivedOn, expected) => expect(dueOn(text, receivedOn)).toBe(expected));

  test.each([
    ['2026-02-01', '2026-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2026-12-31', '2026-12-31'],
  ])('the end of the month of %s is %s', (shippedOn, end) => {
    const ledger = given(terms('月结0天'));
    ship(ledger, '10', shippedOn);
    expect(onDay(ledger, '2026-01-01').dueOn).toBe(end);
  });

  test('what has no day yet waits behind what has', () => {
    const ledger = given(terms('货到付款'));
    ship(ledger, '3', '2026-11-01');
    ship(ledger, '6', '2026-11-05', '2026-11-08');
    ship(ledger, '1', '2026-11-06');
    expect(onDay(ledger, '2026-11-10')).toMatchObject({ dueOn: '2026-11-08', overdue: '600', overdueDays: 2 });
    paid(ledger, '600');
    expect(onDay(ledger, '2026-11-10')).toMatchObject({ axis: 'part', dueOn: null, overdue: '0' });
  });

  test('instalments one after the other; money pays the oldest first', () => {
    const ledger = given(terms('定金30%，发货前付60%，验收后30天付10%'));
    paid(ledger, '300');
    expect(onDay(ledger, '2026-11-20')).toMatchObject({ axis: 'prepaid', due: '0', dueOn: null });
    ship(ledger, '10', '2026-11-20', '2026-11-21');
    expect(onDay(ledger, '2026-11-20')).toMatchObject({ due: '600', overdue: '0', dueOn: '2026-11-20' });
    expect(onDay(ledger, '2026-11-25')).toMatchObject({ overdue: '600', overdueDays: 5 });
    paid(ledger, '600');
    expect(onDay(ledger, '2026-12-21')).toMatchObject({ due: '100', dueOn: '2026-12-21', axis: 'part' });
    expect(onDay(ledger, '2026-12-22').axis).toBe('overdue');
  });
});

describe('what left is worth', () => {
  test('its part of the line, to the cent in however many parts', () => {
    const order = payableOrder(1, [{ quantity: '3', amount: '10' }]);
    const parts = ['2', '1'].map((quantity, at) => shipment(`DN-${2 - at}`, '2026-11-05', [[so1, 1, quantity]]));
    const account = accountOf(order, { deliveries: parts });
    expect(deliveredValues(account).map(({ shipment, amount }) => [shipment, amount])).toEqual([
      ['DN-1', '3.33'],
      ['DN-2', '6.67'],
    ]);
    expect(deliveredTotal(account)).toBe('10');
  });

  test('of goods that left before the order was entered: what was unpaid, from their day', () => {
    const order = payableOrder(1, [{ quantity: '3', amount: '10', shippedDate: '2026-10-01' }]);
    expect(deliveredValues(accountOf(order))).toEqual([]);
    expect(deliveredValues(accountOf(order, { opening: { open: money('10') } }))).toEqual([
      { shipment: null, shippedOn: '2026-10-01', receivedOn: '2026-10-01', amount: '10' },
    ]);
    expect(deliveredValues(accountOf({ ...order, status: 'void' }))).toEqual([]);
  });
});

describe('the terms in force', () => {
  const known = { isCustomMade: false, confirmedBefore: 3, confirmedInAll: 30 };
  const inForce = (customerClass: string, paymentTerms: string | null, facts = {}) => {
    const more = { customerClass, ...(paymentTerms === null ? {} : { paymentTerms }) };
    const found = termsInForce(payableOrder(1, lines, more), { ...known, ...facts }, standardMoneyPolicy);
    return [found.from, found.terms.map(({ share, when }) => `${share} ${when.at}`).join(', '), found.isNewCustomer];
  };

  test('its own where they can be read, else its class’s', () => {
    expect(inForce('A', 'COD')).toEqual(['order', '1 receipt', false]);
    expect(inForce('A级', null)).toEqual(['class', '1 month-end', false]);
    expect(inForce('B', '面议')).toEqual(['class', '0.3 order, 0.7 shipping', false]);
    expect(inForce('C', null)).toEqual(['class', '0.5 order, 0.5 shipping', false]);
    expect(inForce('零售', null)).toEqual(['class', '0.5 order, 0.5 shipping', false]);
  });

  test('custom-made goods are half prepaid', () => {
    expect(inForce('A', null, { isCustomMade: true })[1]).toBe('0.5 order, 0.5 month-end');
    expect(inForce('B', '预付60%', { isCustomMade: true })[1]).toBe('0.6 order, 0.4 shipping');
  });

  test('a new customer’s first three orders are paid before delivery, once the house has records', () => {
    expect(inForce('A', null, { confirmedBefore: 2 })).toEqual(['class', '1 shipping', true]);
    expect(inForce('A', null, { confirmedBefore: 3 })[2]).toBe(false);
    expect(inForce('A', null, { confirmedBefore: 2, confirmedInAll: 29 })).toEqual(['class', '1 month-end', false]);
  });
});

test('earnest money above a fifth of the contract is said', () => {
  const ledger = given();
  const earnest = { kind: 'earnest-money' };
  paid(ledger, '500');
  paid(ledger, '200', earnest);
  expect(earnestMoneyOver(ledger.account(so1), ledger.policy)).toBeNull();
  paid(ledger, '0.01', earnest);
  expect(earnestMoneyOver(ledger.account(so1), ledger.policy)).toEqual({ earnest: '200.01', limit: '200' });
  expect(refused(ledger.pay(transfer('300', by(cashier), { [so1]: '300' }, {}))).code).toBe('payment.exceeds-owed');
});
