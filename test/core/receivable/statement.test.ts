import { describe, expect, test } from 'vitest';
import { balancesOf } from '../../../core/receivable/customer-balance.ts';
import { statementOf } from '../../../core/receivable/statement.ts';
import { events } from '../order/office.ts';
import { by, date, number, today } from '../order/sample-order.ts';
import { boss, cashier, controller, Ledger, money, payableOrder, shipment, transfer } from './ledger.ts';

const [so1, so2] = [number(1), number(2)];

/** A month in which everything happens once. */
function month(): Ledger {
  const ledger = new Ledger([
    payableOrder(1, [{ quantity: '10', amount: '1000' }]),
    payableOrder(2, [{ quantity: '10', amount: '500', shippedDate: '2026-10-20' }]),
    payableOrder(3, [{ quantity: '10', amount: '70' }], { currency: 'USD' }),
    payableOrder(4, [{ quantity: '10', amount: '9999' }], { customerCode: 'C002' }),
  ]);
  ledger.openings.set(so2, money('500'));
  const received = (on: string) => ({ receivedOn: date(on) });
  ledger.deliveries.push(
    shipment('DN-1', '2026-11-03', [
      [so1, 1, '4'],
      [number(3), 1, '10'],
    ]),
    shipment('DN-2', '2026-11-05', [[number(4), 1, '10']]),
  );
  events(ledger.pay(transfer('200', by(cashier), { [so2]: '200' }, received('2026-10-31'))));
  events(ledger.pay(transfer('800', by(cashier), { [so1]: '600' }, received('2026-11-10'))));
  events(ledger.pay(transfer('50', by(cashier), {}, received('2026-11-11'))));
  const back = by(controller, today, 'why');
  events(ledger.pay({ type: 'refund-payment', amount: money('150'), on: date('2026-11-12'), ...back }, 2));
  events(ledger.pay({ type: 'reverse-payment', on: date('2026-11-13'), cause: 'bounced', ...back }, 3));
  const writeOff = (amount: string, cause: 'rounding' | 'bad-debt') =>
    events(ledger.writeOff(so2, { type: 'write-off-debt', amount: money(amount), cause, ...by(boss, today, 'why') }));
  writeOff('5', 'rounding');
  writeOff('20', 'bad-debt');
  events(ledger.writeOff(so2, { type: 'undo-write-off', ...by(boss, date('2026-11-25'), 'paid') }, 2));
  ledger.adjustments.set(so2, [{ on: date('2026-11-28'), amount: money('-30'), reference: 'RT-1' }]);
  return ledger;
}

describe('a statement', () => {
  test('opens with what was owed before, tells every movement, closes with what is owed after', () => {
    const statement = statementOf(month().customer(), 'CNY', { from: date('2026-11-01'), to: date('2026-11-30') });
    const told = statement.rows.map(({ on, kind, reference, amount, balance }) =>
      [on.slice(5), kind, reference, amount, balance].join(' '),
    );
    expect([statement.opening, ...told, statement.closing]).toEqual([
      '300',
      '11-03 delivery DN-1 400 700',
      '11-10 payment PAY-202611-00002 -800 -100',
      '11-11 payment PAY-202611-00003 -50 -150',
      '11-12 refund PAY-202611-00002 150 0',
      '11-13 reversal PAY-202611-00003 50 50',
      '11-21 rounding WO-202611-00001 -5 45',
      '11-21 bad-debt WO-202611-00002 -20 25',
      '11-25 write-off-undone WO-202611-00002 20 45',
      '11-28 adjustment RT-1 -30 15',
      '15',
    ]);
  });

  test('what was unpaid of goods that left before the order was entered goes by the order’s number; both ends of the period belong to it', () => {
    const october = statementOf(month().customer(), 'CNY', { from: date('2026-10-20'), to: date('2026-10-31') });
    expect(october.rows.map(({ kind, reference, order }) => [kind, reference, order])).toEqual([
      ['opening', so2, so2],
      ['payment', 'PAY-202611-00001', null],
    ]);
    expect([october.opening, october.closing]).toEqual(['0', '300']);
  });

  test('each currency has its own', () => {
    const dollars = statementOf(month().customer(), 'USD', { from: date('2026-11-01'), to: date('2026-11-30') });
    expect([dollars.rows.length, dollars.closing]).toEqual([1, '70']);
  });
});

test('the balance of a customer: what he owes and has paid ahead, a currency each', () => {
  const ledger = month();
  expect(balancesOf(ledger.customer(), date('2026-12-05'), ledger.policy)).toEqual([
    {
      currency: 'CNY',
      receivable: '265',
      overdue: '265',
      overdueDays: 5,
      paidAhead: '200',
      freePrepayment: '50',
      balance: '15',
    },
    {
      currency: 'USD',
      receivable: '70',
      overdue: '0',
      overdueDays: 0,
      paidAhead: '0',
      freePrepayment: '0',
      balance: '70',
    },
  ]);
});
