import { expect, test } from 'vitest';
import { mayClose } from '../../../core/receivable/may-close.ts';
import { events } from '../order/office.ts';
import { by, date, number, today } from '../order/sample-order.ts';
import { cashier, controller, Ledger, money, payableOrder, shipment, transfer } from './ledger.ts';

const so = number(1);
const desk = by(cashier, today, 'agreed');

/** One order of ten pieces for 1000, all of it with the customer. */
function delivered(lines = [{ quantity: '10', amount: '1000' }]): Ledger {
  const ledger = new Ledger([payableOrder(1, lines)]);
  ledger.deliveries.push(
    shipment(
      'DN-1',
      '2026-11-20',
      lines.map(({ quantity }, at) => [so, at + 1, quantity] as const),
      '2026-11-21',
    ),
  );
  return ledger;
}
const close = (ledger: Ledger, policy: Partial<Ledger['policy']> = {}, day = today) =>
  mayClose(ledger.account(so), ledger.invoices(), { today: day, policy: { ...ledger.policy, ...policy } });
const pay = (ledger: Ledger, amount: string, more = {}) =>
  events(ledger.pay(transfer(amount, desk, { [so]: amount }, more)));
const bill = (ledger: Ledger, taxNumber = '1') =>
  events(ledger.bill({ type: 'record-invoice', taxNumber, issuedOn: today, orders: [so], parts: [], ...desk }));

test('an order closes when it is paid to the cent and invoiced in full', () => {
  const ledger = delivered();
  expect(close(ledger)).toEqual({ code: 'close.unpaid', data: { order: so, open: '1000', currency: 'CNY' } });
  pay(ledger, '999.99');
  expect(close(ledger)?.data).toMatchObject({ open: '0.01' });
  pay(ledger, '0.01');
  expect(close(ledger)).toEqual({ code: 'close.not-invoiced', data: { order: so, open: '1000', currency: 'CNY' } });
  bill(ledger);
  expect(close(ledger)).toBeNull();
});

test('what was written off is not waited for', () => {
  const ledger = delivered();
  pay(ledger, '995');
  bill(ledger);
  const rest = { type: 'write-off-debt', amount: money('5'), cause: 'rounding', ...desk } as const;
  events(ledger.writeOff(so, rest));
  expect(close(ledger)).toBeNull();
  events(ledger.writeOff(so, { type: 'undo-write-off', ...by(controller, today, 'he pays') }, 1));
  expect(close(ledger)?.code).toBe('close.unpaid');
});

test('a bill of acceptance pays from the day the policy says', () => {
  const ledger = delivered();
  bill(ledger);
  pay(ledger, '1000', { means: { by: 'bill-of-acceptance', bill: 'B1', dueOn: date('2026-12-31') } });
  expect(close(ledger)).toBeNull();
  expect(close(ledger, { billsCountFrom: 'due-date' })?.code).toBe('close.unpaid');
  expect(close(ledger, { billsCountFrom: 'due-date' }, date('2026-12-31'))).toBeNull();
});

test('gifts cost nothing and need no invoice', () => {
  expect(close(delivered([{ quantity: '3', amount: '0' }]))).toBeNull();
});

test('an invoice taken back is none; what a return credited needs none', () => {
  const ledger = delivered();
  pay(ledger, '1000');
  bill(ledger);
  const parts = [{ order: so, line: 1, quantity: money('2') }];
  events(ledger.bill({ type: 'reverse-invoice', redNumber: 'R1', on: today, parts, ...desk }, 1));
  expect(close(ledger)).toMatchObject({ code: 'close.not-invoiced', data: { open: '200' } });
  ledger.adjustments.set(so, [{ on: today, amount: money('-200'), reference: 'RT-1' }]);
  expect(close(ledger)).toBeNull();
});
