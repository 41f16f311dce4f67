import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { deliveredTotal } from '../../../core/receivable/delivered.ts';
import { mayShip } from '../../../core/receivable/doors.ts';
import { openingParts, settledBefore, worthBefore } from '../../../core/receivable/left-before.ts';
import { mayClose } from '../../../core/receivable/may-close.ts';
import { owedOf } from '../../../core/receivable/owed.ts';
import { paymentOf } from '../../../core/receivable/payment-of.ts';
import { add, subtract, sum } from '../../../core/value/decimal.ts';
import { date, number, today } from '../order/sample-order.ts';
import { accountOf, cashier, Ledger, money, payableOrder } from './ledger.ts';

const so = number();
/** 30 left in September, 50 in October, 20 are still to go. */
const order = payableOrder(1, [
  { quantity: '5', amount: '50', shippedDate: '2026-10-05' },
  { quantity: '3', amount: '30', shippedDate: '2026-09-03' },
  { quantity: '2', amount: '20' },
]);
const context = (ledger: Ledger) => ({ today, roles: cashier.roles, policy: ledger.policy });
const goods = [{ order: so, line: 3, quantity: money('2') }];

describe('an office that has entered no opening receivable', () => {
  const ledger = new Ledger([order]);
  it('is owed only what is still to leave, and nothing of it is overdue', () => {
    expect(worthBefore(order)).toBe('80');
    expect(owedOf(ledger.account(so))).toMatchObject({ owed: '20', open: '20', receivable: '0' });
    expect(paymentOf(ledger.account(so), today, ledger.policy)).toMatchObject({
      axis: 'none',
      due: '0',
      overdueDays: 0,
    });
  });
  it('ships', () => {
    expect(mayShip(goods, ledger.customer(), context(ledger))).toBeNull();
  });
  it('closes an order of which everything had left and been paid', () => {
    const gone = { ...order, lines: order.lines.slice(0, 2), total: money('80') };
    expect(mayClose(accountOf(gone), [], { today, policy: ledger.policy })).toBeNull();
  });
});

describe('one that has', () => {
  const ledger = new Ledger([order]);
  ledger.openings.set(so, money('60'));
  it('is owed that too, what left last before what left first, each from its day', () => {
    expect(openingParts(ledger.account(so))).toEqual([
      { shippedOn: '2026-09-03', open: '10' },
      { shippedOn: '2026-10-05', open: '50' },
    ]);
    expect(settledBefore(ledger.account(so))).toBe('20');
    expect(owedOf(ledger.account(so))).toMatchObject({ owed: '80', receivable: '60' });
    expect(paymentOf(ledger.account(so), date('2026-11-21'), ledger.policy)).toMatchObject({
      axis: 'overdue',
      dueOn: '2026-10-30',
      overdue: '10',
    });
  });
  it('ships nothing once it is overdue for too long', () => {
    const later = { ...context(ledger), today: date('2026-12-31') };
    expect(mayShip(goods, ledger.customer(), later)?.code).toBe('credit.overdue-stops-shipping');
  });
});

describe('an order edited after its opening receivable was entered, so that less had left', () => {
  const opening = { open: money('60') };
  const edited = payableOrder(1, [
    { quantity: '5', amount: '50' },
    { quantity: '3', amount: '30', shippedDate: '2026-09-03' },
    { quantity: '2', amount: '20' },
  ]);
  const account = accountOf(edited, { opening });
  it('owes no more than it costs: of the receivable only what left is worth', () => {
    expect(settledBefore(account)).toBe('0');
    expect(openingParts(account)).toEqual([{ shippedOn: '2026-09-03', open: '30' }]);
    expect(owedOf(account)).toMatchObject({ owed: '100', receivable: '30' });
  });
  it('nor where nothing had left at all', () => {
    const none = accountOf(
      { ...edited, lines: edited.lines.map(({ shippedDate: _left, ...line }) => line) },
      { opening },
    );
    expect([settledBefore(none), openingParts(none), owedOf(none).owed]).toEqual(['0', [], '100']);
  });
});

it('nothing was ever owed for an order that was given up', () => {
  expect([worthBefore({ ...order, status: 'void' }), openingParts(accountOf({ ...order, status: 'void' }))]).toEqual([
    '0',
    [],
  ]);
});

test('what was settled and what was open come to what the goods are worth, and the order owes the rest and the open', () => {
  const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.option(fc.integer({ min: 1, max: 28 }))), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
      const one = payableOrder(
        1,
        given.map(([cents, day]) => ({
          quantity: '1',
          amount: `${cents / 100}`,
          ...(day !== null && { shippedDate: `2026-10-${String(day).padStart(2, '0')}` }),
        })),
      );
      const worth = worthBefore(one);
      const open = money(`${Math.floor(Number(worth) * 100 * share) / 100}`);
      const account = accountOf(one, { opening: { open } });
      expect(add(settledBefore(account), open)).toBe(worth);
      expect(sum(openingParts(account).map((part) => part.open))).toBe(open);
      expect(deliveredTotal(account)).toBe(open);
      expect(owedOf(account).owed).toBe(add(subtract(one.total, worth), open));
    }),
  );
});
