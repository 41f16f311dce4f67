import { describe, expect, test } from 'vitest';
import { readTerms } from '../../../core/payment/read-terms.ts';
import type { Role } from '../../../core/policy/roles.ts';
import { mayGoOn, mayOrder, mayProduce, mayShip } from '../../../core/receivable/doors.ts';
import { addDays } from '../../../core/value/date.ts';
import { events } from '../order/office.ts';
import { by, date, number, today } from '../order/sample-order.ts';
import { boss, cashier, Ledger, money, payableOrder, shipment, transfer } from './ledger.ts';

const [so1, so2] = [number(1), number(2)];
const lines = [{ quantity: '10', amount: '1000' }];
const given = (terms: string) => {
  const ledger = new Ledger([payableOrder(1, lines), payableOrder(2, lines)]);
  ledger.terms = readTerms(terms, 30) ?? [];
  return ledger;
};
const context = (ledger: Ledger, day = today, roles: readonly Role[] = []) => ({
  today: date(day),
  roles,
  policy: ledger.policy,
});
const paid = (ledger: Ledger, amount: string, order = so1) =>
  events(ledger.pay(transfer(amount, by(cashier), { [order]: amount })));
const goods = (quantity: string, order = so1) => ({ order, line: 1, quantity: money(quantity) });
const produce = (ledger: Ledger) => mayProduce(ledger.account(so1), context(ledger));
const ship = (ledger: Ledger, ...leaving: ReturnType<typeof goods>[]) =>
  mayShip(leaving, ledger.customer(), context(ledger));

describe('production waits for the prepayment', () => {
  test.each([
    ['月结30天', '0'],
    ['款到发货', '0'],
    ['预付30%，余款发货前付清', '300'],
    ['预付全款', '1000'],
  ])('%s: %s', (terms, required) => {
    const ledger = given(terms);
    if (required === '0') return expect(produce(ledger)).toBeNull();
    events(ledger.pay(transfer('2000', by(cashier)))); // free prepayment opens no door: nobody said what it is for
    expect(produce(ledger)).toEqual({
      code: 'payment.prepayment-missing',
      data: { order: so1, required, paid: '0', missing: required, currency: 'CNY' },
    });
    paid(ledger, `${Number(required) - 0.01}`);
    expect(produce(ledger)?.data).toMatchObject({ missing: '0.01' });
    paid(ledger, '0.01');
    return expect(produce(ledger)).toBeNull();
  });
});

describe('goods wait for what is to be paid before they leave', () => {
  test('the prepayment of the whole order and the balance of what leaves', () => {
    const ledger = given('预付30%，余款发货前付清');
    paid(ledger, '300');
    expect(ship(ledger, goods('5'))).toEqual({
      code: 'payment.balance-missing',
      data: { order: so1, required: '650', paid: '300', missing: '350', currency: 'CNY' },
    });
    paid(ledger, '350');
    expect(ship(ledger, goods('5'))).toBeNull();
    ledger.deliveries.push(shipment('DN-1', '2026-11-21', [[so1, 1, '5']]));
    expect(ship(ledger, goods('5'))?.data).toMatchObject({ required: '1000', missing: '350' });
    paid(ledger, '349.99');
    expect(ship(ledger, goods('5'))?.data).toMatchObject({ missing: '0.01' });
    events(
      ledger.writeOff(so1, {
        type: 'write-off-debt',
        amount: money('0.01'),
        cause: 'rounding',
        ...by(cashier, today, 'a cent'),
      }),
    );
    expect(ship(ledger, goods('5'))).toBeNull();
  });

  test('for every order of the shipment, and no other', () => {
    const ledger = given('款到发货');
    paid(ledger, '1000');
    expect(ship(ledger, goods('10'))).toBeNull();
    expect(ship(ledger, goods('10'), goods('1', so2))?.data).toMatchObject({ order: so2, required: '100' });
  });

  test('what a return credited is not asked for; what leaves beyond the order is', () => {
    const ledger = given('款到发货');
    ledger.adjustments.set(so1, [{ on: today, amount: money('-100'), reference: 'RT-1' }]);
    paid(ledger, '900');
    expect(ship(ledger, goods('10'))).toBeNull();
    expect(ship(ledger, goods('10.5'))?.data).toMatchObject({ required: '950' });
  });

  test('nothing leaves of an order that isn’t the customer’s', () => {
    const ledger = given('货到付款');
    expect(ship(ledger, goods('1'), goods('1', number(9)))).toEqual({
      code: 'order.not-found',
      data: { order: number(9) },
    });
  });

  test('cash on delivery leaves unpaid, whatever the limit', () => {
    const ledger = given('货到付款');
    expect(mayShip([goods('10')], ledger.customer('C001', '0'), context(ledger))).toBeNull();
  });
});

describe('credit', () => {
  const shipTo = (ledger: Ledger, limit: string | null, ...roles: Role[]) =>
    mayShip([goods('10')], ledger.customer('C001', limit), context(ledger, today, roles));

  test('to the limit, over all of the customer’s orders', () => {
    const ledger = given('月结30天');
    ledger.deliveries.push(shipment('DN-1', '2026-11-20', [[so2, 1, '5']]));
    expect(shipTo(ledger, '1500')).toBeNull();
    expect(shipTo(ledger, null)).toBeNull();
    expect(shipTo(ledger, '1499.99')).toEqual({
      code: 'credit.exceeded',
      who: ['finance-manager', 'general-manager'],
      data: { customer: 'C001', debt: '1500', limit: '1499.99', over: '0.01', currency: 'CNY' },
    });
  });

  test('a tenth beyond it the finance manager may, more the general manager', () => {
    const ledger = given('月结30天');
    expect(shipTo(ledger, '910', 'shipper')?.who).toEqual(['finance-manager', 'general-manager']);
    expect(shipTo(ledger, '910', 'finance-manager')).toBeNull();
    expect(shipTo(ledger, '909', 'finance-manager')?.who).toEqual(['general-manager']);
    expect(shipTo(ledger, '909', 'general-manager')).toBeNull();
  });

  test('prepayment that lies free counts for the customer', () => {
    const ledger = given('月结30天');
    events(ledger.pay(transfer('400', by(cashier))));
    expect(shipTo(ledger, '600')).toBeNull();
    expect(shipTo(ledger, '599')?.data).toMatchObject({ debt: '600' });
  });

  test('an order in another currency is not compared with the limit', () => {
    const ledger = given('月结30天');
    ledger.orders.set(so1, payableOrder(1, lines, { currency: 'USD' }));
    expect(shipTo(ledger, '1')).toBeNull();
  });
});

describe('overdue debts', () => {
  const late = () => {
    const ledger = given('Net 30');
    ledger.deliveries.push(shipment('DN-1', '2026-10-01', [[so2, 1, '5']])); // due on 31 October
    return ledger;
  };
  const daysLate = (days: number) => addDays(date('2026-10-31'), days);

  test('of more than 15 days stop new orders, of more than 30 shipping', () => {
    const ledger = late();
    const order = (days: number) => mayOrder(ledger.customer(), context(ledger, daysLate(days)));
    const leave = (days: number) => mayShip([goods('1')], ledger.customer(), context(ledger, daysLate(days)));
    expect([order(15), leave(30)]).toEqual([null, null]);
    expect(order(16)).toEqual({
      code: 'credit.overdue-stops-orders',
      data: { customer: 'C001', overdue: '500', currency: 'CNY', days: '16', allowed: '15' },
    });
    expect(leave(31)).toMatchObject({ code: 'credit.overdue-stops-shipping', data: { days: '31', allowed: '30' } });
  });

  test('do so until they are paid or given up', () => {
    const ledger = late();
    const isStopped = () => mayOrder(ledger.customer(), context(ledger, daysLate(60))) !== null;
    paid(ledger, '499', so2);
    expect(isStopped()).toBe(true);
    const rest = { type: 'write-off-debt', amount: money('1'), cause: 'bad-debt', ...by(boss, today, 'gone') } as const;
    events(ledger.writeOff(so2, rest));
    expect(isStopped()).toBe(false);
  });
});

describe('goods that were held', () => {
  const goOn = (ledger: Ledger, limit: string | null, ...roles: Role[]) =>
    mayGoOn([goods('10')], ledger.customer('C001', limit), context(ledger, today, roles));

  test('may go on within the limit, as if they had left, and beyond it with whoever may let them', () => {
    const ledger = given('月结30天');
    expect([goOn(ledger, '1000'), goOn(ledger, null)]).toEqual([null, null]);
    expect(goOn(ledger, '999')).toMatchObject({ code: 'credit.exceeded', data: { over: '1' } });
    expect(goOn(ledger, '999', 'finance-manager')).toBeNull();
  });

  test('wait for no prepayment: that is asked when they leave', () => {
    const ledger = given('预付30%，余款发货前付清');
    expect(ship(ledger, goods('10'))?.code).toBe('payment.balance-missing');
    expect(goOn(ledger, '0')).toBeNull();
  });

  test('stay where the customer is long overdue', () => {
    const ledger = given('Net 30');
    ledger.deliveries.push(shipment('DN-1', '2026-10-01', [[so2, 1, '5']])); // due on 31 October
    const on = (day: string) => mayGoOn([goods('1')], ledger.customer(), context(ledger, date(day)));
    expect(on('2026-11-30')).toBeNull();
    expect(on('2026-12-01')?.code).toBe('credit.overdue-stops-shipping');
  });
});
