import { describe, expect, it, test } from 'vitest';
import { decideOpening } from '../../../core/opening/decide.ts';
import { evolveOpening } from '../../../core/opening/evolve.ts';
import type { PayableOrder } from '../../../core/receivable/order-account.ts';
import { events } from '../order/office.ts';
import { by, number, today } from '../order/sample-order.ts';
import { boss, cashier, controller, money, payableOrder } from '../receivable/ledger.ts';

const order = payableOrder(1, [
  { quantity: '5', amount: '50', shippedDate: '2026-10-05' },
  { quantity: '2', amount: '20' },
]);
const record = (open: string, who = controller, of: PayableOrder | null = order, reason: string | undefined = '期初') =>
  decideOpening({ type: 'record-opening', open: money(open), ...by(who, today, reason) }, of);
const code = (decision: ReturnType<typeof record>) => (decision.ok ? null : decision.reason.code);

describe('an opening receivable', () => {
  it('is recorded by the finance manager, and corrected by recording it again', () => {
    const [first] = events(record('50'));
    const [second] = events(record('0'));
    if (first === undefined || second === undefined) throw new Error('nothing was recorded');
    const opening = evolveOpening(null, first);
    expect(opening).toMatchObject({ number: number(), customerCode: 'C001', currency: 'CNY', open: '50' });
    expect(opening.recorded).toMatchObject({ by: { userId: 'he' }, reason: '期初' });
    expect(evolveOpening(opening, second)).toMatchObject({ number: number(), open: '0' });
    expect(() => evolveOpening({ ...opening, number: number(2) }, second)).toThrow('SO-202611-00002');
  });

  test.each<[string, ReturnType<typeof record>, string]>([
    ['by anybody else', record('50', cashier), 'role.not-allowed'],
    ['by the general manager', record('50', boss), 'role.not-allowed'],
    ['without a reason', record('50', controller, order, ''), 'reason.missing'],
    ['of an order nobody knows', record('50', controller, null), 'order.not-found'],
    ['of one that is closed', record('50', controller, { ...order, status: 'closed' }), 'payment.order-closed'],
    ['below zero', record('-1'), 'payment.amount-invalid'],
    ['in parts of a cent', record('1.005'), 'payment.amount-invalid'],
    ['of more than left before', record('50.01'), 'opening.exceeds-worth'],
    [
      'of one of which nothing had left',
      record('1', controller, payableOrder(1, [{ quantity: '1', amount: '9' }])),
      'opening.nothing-left-before',
    ],
    ['of one that was given up', record('50', controller, { ...order, status: 'void' }), 'opening.nothing-left-before'],
  ])('is refused %s', (_, decision, refusal) => {
    expect(code(decision)).toBe(refusal);
  });
});
