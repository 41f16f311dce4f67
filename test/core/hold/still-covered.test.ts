import { expect, test } from 'vitest';
import { isStillCovered } from '../../../core/hold/still-covered.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { events, Office } from '../order/office.ts';
import { by, checkedOrder, clerk, date, head, line, number, posting, today } from '../order/sample-order.ts';
import { orderAt } from '../order/walk.ts';

const so = number();
/** Asks of the office's order with this much of A01 lying there. */
const isCovered = (office: Office, onHand: string, of = so) =>
  isStillCovered(
    { order: office.order(of), shipments: office.shipmentsOf(of) },
    { ...office.context(of).stock, stock: new Office({ A01: onHand, B02: '50' }).stock, today },
  );

test('an order is covered as long as the count has what it holds', () => {
  const office = orderAt('to-ship');
  expect([isCovered(office, '10'), isCovered(office, '9')]).toEqual([true, false]);
});

test('what has left needs no cover any more', () => {
  expect(isCovered(orderAt('part-shipped'), '6')).toBe(true);
});

test('what isn’t confirmed, or is made for the order, holds nothing', () => {
  expect(isCovered(orderAt('in-review'), '0')).toBe(true);
});

test.for([
  ['2026-12-01', false],
  ['2026-12-24', true],
] as const)('goods that another order waits for by %s: covered beside them is %s', ([due, covered]) => {
  const office = orderAt('to-ship');
  const other = number(2);
  const lines = [line('A01', '5', { dueDate: date(due) })];
  events(office.do(other, posting(by(clerk), { number: other, orderKey: 'other', order: checkedOrder(lines) })));
  events(office.do(other, { type: 'approve-order', ...by(head) }));
  expect(isCovered(office, '12')).toBe(covered);
});

test('what was ordered of one place is covered by that place only', () => {
  const order = checkedOrder([line('A01', '10', { dueDate: date('2026-12-03'), warehouse: 'East', batch: 'L-1' })]);
  const office = orderAt('to-ship', order);
  const stock = { onHand: '10' as Decimal, inbound: '0' as Decimal, itemCode: 'A01' };
  const isCoveredBy = (place: { warehouse: string; batch: string }) =>
    isStillCovered(
      { order: office.order(so), shipments: [] },
      {
        ...office.context(so).stock,
        stock: { source: { from: 'published' }, lines: [{ ...stock, ...place }] },
        today,
      },
    );
  expect(isCoveredBy({ warehouse: 'East', batch: 'L-1' })).toBe(true);
  expect(isCoveredBy({ warehouse: 'West', batch: 'L-1' })).toBe(false);
  expect(isCoveredBy({ warehouse: 'East', batch: 'L-2' })).toBe(false);
});
