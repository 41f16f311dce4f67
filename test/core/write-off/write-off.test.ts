import { describe, expect, test } from 'vitest';
import { moneyPolicyOf } from '../../../core/policy/money-policy.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import { owedOf } from '../../../core/receivable/owed.ts';
import { evolveWriteOff, replayWriteOff } from '../../../core/write-off/evolve.ts';
import { events } from '../order/office.ts';
import { by, clerk, date, number, person, today } from '../order/sample-order.ts';
import { standardHouse } from '../policy/standard-policies.ts';
import {
  boss,
  cashier,
  controller,
  Ledger,
  money,
  off,
  payableOrder,
  refused,
  shipment,
  transfer,
} from '../receivable/ledger.ts';

const so1 = number(1);
const round = (amount: string, who = cashier) =>
  ({ type: 'write-off-debt', amount: money(amount), cause: 'rounding', ...by(who, today, 'bank fee') }) as const;
const bad = (amount: string, who = controller) =>
  ({ type: 'write-off-debt', amount: money(amount), cause: 'bad-debt', ...by(who, today, 'bankrupt') }) as const;
const undo = (who = controller) => ({ type: 'undo-write-off', ...by(who, today, 'paid after all') }) as const;
const shipped = (amount = '20000') => {
  const ledger = new Ledger([payableOrder(1, [{ quantity: '10', amount }])]);
  ledger.deliveries.push(shipment('DN-202611-00001', '2026-11-01', [[so1, 1, '10']]));
  return ledger;
};

describe('rounding differences', () => {
  test('up to ¥10 of one order are the finance clerk’s, in however many parts', () => {
    const ledger = shipped();
    events(ledger.writeOff(so1, round('6')));
    expect(refused(ledger.writeOff(so1, round('4.01')))).toEqual({
      code: 'write-off.beyond-authority',
      who: ['finance-manager', 'general-manager'],
      data: { order: so1, total: '10.01', currency: 'CNY', limit: '10', limitCurrency: 'CNY' },
    });
    events(ledger.writeOff(so1, round('4')));
    expect(owedOf(ledger.account(so1))).toMatchObject({ writtenOff: '10', open: '19990' });
  });

  test('beyond, they are the finance manager’s up to the limit of a bad debt, then the general manager’s', () => {
    const ledger = shipped();
    events(ledger.writeOff(so1, round('10000', controller)));
    expect(refused(ledger.writeOff(so1, round('0.01', controller)))).toMatchObject({
      who: ['general-manager'],
      data: { limit: '10000', total: '10000.01' },
    });
    events(ledger.writeOff(so1, round('0.01', boss)));
  });

  test('up to what is open, with a reason, above zero', () => {
    const ledger = shipped('100');
    events(ledger.pay(transfer('95', by(cashier), { [so1]: '95' })));
    expect(refused(ledger.writeOff(so1, round('5.01')))).toEqual({
      code: 'write-off.exceeds-debt',
      data: { order: so1, wanted: '5.01', open: '5', currency: 'CNY' },
    });
    expect(refused(ledger.writeOff(so1, round('0'))).code).toBe('payment.amount-invalid');
    expect(refused(ledger.writeOff(so1, { ...round('5'), reason: ' ' })).code).toBe('reason.missing');
    expect(refused(ledger.writeOff(so1, round('5', clerk))).code).toBe('role.not-allowed');
    expect(refused(ledger.writeOff(number(9), round('5'))).code).toBe('order.not-found');
    events(ledger.writeOff(so1, round('5')));
    expect(owedOf(ledger.account(so1)).open).toBe('0');
  });

  test('in another currency limits can’t be compared: general manager', () => {
    const ledger = new Ledger([payableOrder(1, [{ quantity: '10', amount: '100' }], { currency: 'USD' })]);
    expect(refused(ledger.writeOff(so1, round('1', controller))).who).toEqual(['general-manager']);
    events(ledger.writeOff(so1, round('1', boss)));
  });
});

describe('bad debts', () => {
  test('are the finance manager’s up to the limit, the general manager’s above', () => {
    const ledger = shipped();
    expect(refused(ledger.writeOff(so1, bad('1', cashier))).who).toEqual(['finance-manager', 'general-manager']);
    events(ledger.writeOff(so1, bad('10000')));
    expect(refused(ledger.writeOff(so1, bad('0.01'))).who).toEqual(['general-manager']);
    events(ledger.writeOff(so1, bad('10000', boss)));
    expect(owedOf(ledger.account(so1)).open).toBe('0');
  });

  test('are of goods the customer has, not of an order still to be shipped', () => {
    const ledger = new Ledger([payableOrder(1, [{ quantity: '10', amount: '1000' }])]);
    expect(refused(ledger.writeOff(so1, bad('1')))).toMatchObject({
      code: 'write-off.exceeds-debt',
      data: { open: '0' },
    });
    ledger.deliveries.push(shipment('DN-202611-00001', '2026-11-01', [[so1, 1, '4']]));
    expect(refused(ledger.writeOff(so1, bad('400.01'))).data).toMatchObject({ open: '400' });
    events(ledger.writeOff(so1, bad('400')));
  });
});

test('who may write off is what the office has settled, whatever his role', () => {
  const clerks = withSetting(standardPolicy, 'payment.roundingDecidedBy', 'order-desk');
  const directors = withSetting(clerks, 'payment.badDebtDecidedBy', 'director');
  const { writeOff } = moneyPolicyOf(directors, standardHouse);
  const ledger = new Ledger([payableOrder(1, [{ quantity: '10', amount: '20000' }])], { writeOff });
  ledger.deliveries.push(shipment('DN-202611-00001', '2026-11-01', [[so1, 1, '10']]));
  const director = person('dong', 'director');
  expect(refused(ledger.writeOff(so1, round('5', cashier)))).toMatchObject({
    code: 'role.not-allowed',
    who: ['order-desk', 'director', 'general-manager'],
  });
  events(ledger.writeOff(so1, round('5', clerk)));
  expect(refused(ledger.writeOff(so1, undo(clerk), 1)).who).toEqual(['director', 'general-manager']);
  events(ledger.writeOff(so1, undo(director), 1));
  events(ledger.writeOff(so1, bad('10000', director)));
});

describe('undone', () => {
  test('the debt stands again, once; a clerk can’t', () => {
    const ledger = shipped('100');
    events(ledger.writeOff(so1, bad('100')));
    expect(refused(ledger.writeOff(so1, undo(cashier), 1)).who).toEqual(['finance-manager', 'general-manager']);
    events(ledger.writeOff(so1, undo(), 1));
    expect(owedOf(ledger.account(so1))).toMatchObject({ writtenOff: '0', open: '100' });
    expect(refused(ledger.writeOff(so1, undo(), 1))).toEqual({
      code: 'write-off.undone',
      data: { writeOff: off(), date: today },
    });
    expect(refused(ledger.writeOff(so1, undo(), 7)).code).toBe('write-off.not-found');
  });

  test('what can’t follow stops the program', () => {
    const ledger = shipped('100');
    const [written] = events(ledger.writeOff(so1, bad('100')));
    const undone = { type: 'write-off-undone', on: date('2026-11-21'), ...by(controller) } as const;
    if (written === undefined) throw new Error('nothing was written off');
    expect(() => ledger.writeOff(so1, bad('1'), 1)).toThrow('taken');
    expect(() => evolveWriteOff(replayWriteOff([written]), written)).toThrow('twice');
    expect(() => evolveWriteOff(null, undone)).toThrow("can't be undone");
    expect(() => replayWriteOff([])).toThrow('without events');
  });
});
