import { expect, test } from 'vitest';
import { customerHistory } from '../../../core/order/customer-history.ts';
import type { OrderState } from '../../../core/order/state.ts';
import type { Instant } from '../../../core/value/date.ts';
import { sum } from '../../../core/value/decimal.ts';
import { date, line, number, quantity } from './sample-order.ts';

const stamp = { at: '2026-11-01T02:00:00.000Z' as Instant, by: { userId: 'wang', name: 'wang' } };
const day = { today: date('2026-11-21'), timeZone: 'Asia/Shanghai' };

/** An order as the history looks at it: who, what, when, how far. */
function order(sequence: number, status: OrderState['status'], more: object = {}): OrderState {
  const lines = [{ ...line('A01', '10'), line: 1 }];
  const confirmed = ['draft', 'in-review', 'void'].includes(status) ? {} : { approved: stamp };
  const whole = {
    number: number(sequence),
    key: `PO-${sequence}`,
    customer: { code: 'C001', name: 'Harbour' },
    currency: 'CNY',
    lines,
    total: sum(lines.map(({ amount }) => amount)),
    posted: stamp,
    status,
    ...confirmed,
    ...more,
  };
  return whole as unknown as OrderState; // the parts a history reads
}

test('the last deal is that of the latest order date, whatever was entered last', () => {
  const history = customerHistory(
    [
      order(1, 'released', { orderDate: date('2026-10-05'), lines: [line('A01', '10', { unitPrice: quantity('3') })] }),
      order(2, 'closed', { orderDate: date('2026-03-01'), lines: [line('A01', '40', { unitPrice: quantity('2') })] }),
    ],
    day,
  );
  expect(history.pastDeals).toEqual([
    {
      customerCode: 'C001',
      itemCode: 'A01',
      lastPrice: '3',
      lastQuantity: '10',
      currency: 'CNY',
      lastOn: '2026-10-05',
      lastOrder: number(1),
      largestQuantity: '40',
      deals: 2,
    },
  ]);
});

test('of two orders of one day the later number is the last deal; the price is net of its discount', () => {
  const dear = line('A01', '1', { unitPrice: quantity('10') });
  const cheap = line('A01', '1', { unitPrice: quantity('10'), discount: quantity('0.15') });
  const [deal] = customerHistory(
    [order(2, 'released', { lines: [cheap] }), order(1, 'released', { lines: [dear] })],
    day,
  ).pastDeals;
  expect(deal).toMatchObject({ lastPrice: '8.5', lastOrder: number(2), lastOn: '2026-11-01' });
});

test('quantities count for twelve months; without any, none is the largest', () => {
  const old = order(1, 'closed', { orderDate: date('2025-11-20'), lines: [line('A01', '900')] });
  const edge = order(2, 'closed', { orderDate: date('2025-11-21'), lines: [line('A01', '30')] });
  expect(customerHistory([old], day).pastDeals[0]).not.toHaveProperty('largestQuantity');
  expect(customerHistory([old, edge], day).pastDeals[0]?.largestQuantity).toBe('30');
});

test('what was never confirmed is no deal; what was void or cancelled is nothing at all', () => {
  const history = customerHistory(
    [order(1, 'draft'), order(2, 'in-review'), order(3, 'void'), order(4, 'cancelled')],
    day,
  );
  expect(history.pastDeals).toEqual([]);
  expect(history.openAmounts).toEqual([{ customerCode: 'C001', amount: '50', currency: 'CNY', confirmedOrders: 0 }]);
  expect(history.posted.map(({ key }) => key)).toEqual(['PO-1', 'PO-2']);
});

test('closed and archived orders owe nothing more, but show that the customer is known', () => {
  const history = customerHistory([order(1, 'closed'), order(2, 'archived'), order(3, 'released')], day);
  expect(history.openAmounts).toEqual([{ customerCode: 'C001', amount: '25', currency: 'CNY', confirmedOrders: 3 }]);
});

test('amounts of two currencies are kept apart', () => {
  const history = customerHistory([order(1, 'released'), order(2, 'released', { currency: 'USD' })], day);
  expect(
    history.openAmounts.map(({ currency, amount, confirmedOrders }) => [currency, amount, confirmedOrders]),
  ).toEqual([
    ['CNY', '25', 2],
    ['USD', '25', 2],
  ]);
});

test('a posted order is known by its day in the company’s own zone and by what its lines order', () => {
  const evening = { ...stamp, at: '2026-11-20T17:00:00.000Z' as Instant };
  const two = [line('B02', '1'), line('A01', '2', { dueDate: date('2026-12-01') })];
  const [posted] = customerHistory([order(7, 'draft', { posted: evening, poNumber: 'K-7', lines: two })], day).posted;
  expect(posted).toEqual({
    number: number(7),
    key: 'PO-7',
    poNumber: 'K-7',
    customerCode: 'C001',
    postedOn: '2026-11-21',
    lines: ['["a01","2","2.5","2026-12-01"]', '["b02","1","2.5",null]'],
  });
});

test('what was given free beside what was paid for is no deal', () => {
  const free = line('A01', '90', { unitPrice: quantity('0') });
  const paid = line('A01', '10', { unitPrice: quantity('3') });
  const history = customerHistory([order(1, 'released', { lines: [paid, free] })], day);
  expect(history.pastDeals).toMatchObject([{ lastPrice: '3', largestQuantity: '10', deals: 1 }]);
});
