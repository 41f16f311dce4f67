import { describe, expect, test } from 'vitest';
import type { LifecycleCommand } from '../../../core/order/transitions.ts';
import { workItemsOf } from '../../../core/order/work-item.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import { events, type Office } from './office.ts';
import {
  by,
  checkedOrder,
  clerk,
  date,
  head,
  inspector,
  line,
  maker,
  manager,
  number,
  planner,
  quantity,
  shipper,
  today,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const items = (office: Office, day: PlainDate = today) =>
  workItemsOf(office.order(so), office.shipmentsOf(so), {
    ...by(head, day),
    time: office.time,
    shippingRequest: false,
  });
const waits = (office: Office, day?: PlainDate): readonly LifecycleCommand[] =>
  items(office, day).map(({ command }) => command);
const part = (of: number, count: string) => ({ order: so, line: of, quantity: quantity(count) });

/** One line from stock, two that are made; countersigned. */
function three(): Office {
  const due = { dueDate: date('2026-12-03') };
  const office = orderAt(
    'in-review',
    checkedOrder([line('A01', '10', due), line('B02', '5', due), line('C03', '2', due)]),
  );
  const supply = [2, 3].map((each) => ({ line: each, mode: 'production' as const }));
  events(office.do(so, { type: 'approve-order', supply, ...by(head) }));
  events(office.do(so, { type: 'issue-letter', ...by(clerk) }));
  events(office.do(so, { type: 'record-countersign', on: today, ...by(clerk) }));
  return office;
}

describe('what an order waits for', () => {
  test('every line at its own door, not only the first', () => {
    const office = three();
    expect(waits(office)).toEqual(['begin-supply', 'ship-goods']);
    events(office.do(so, { type: 'begin-supply', lines: [2], readyOn: date('2026-12-01'), ...by(planner) }));
    expect(waits(office)).toEqual(['begin-supply', 'report-supply', 'ship-goods']);
    events(office.do(so, { type: 'report-supply', lines: [{ line: 2, quantity: quantity('3') }], ...by(maker) }));
    expect(waits(office)).toEqual(['begin-supply', 'report-supply', 'release-quality', 'ship-goods']);
  });

  test('part shipped too, and the receipt of what left', () => {
    const office = three();
    events(office.ship({ lines: [part(1, '10')], expectedArrival: date('2026-11-24'), ...by(shipper) }));
    expect(office.status(so)).toBe('part-shipped');
    expect(items(office, date('2026-11-25'))).toMatchObject([
      { command: 'begin-supply', roles: ['production-head', 'purchasing'], due: '2026-12-03', isLate: false },
      { command: 'record-receipt', roles: ['order-desk', 'order-desk-head'], due: '2026-11-24', isLate: true },
    ]);
    events(office.do(so, { type: 'begin-supply', readyOn: date('2026-12-01'), ...by(planner) }));
    events(office.do(so, { type: 'report-supply', ...by(maker) }));
    events(office.do(so, { type: 'release-quality', lines: [{ line: 2, quantity: quantity('5') }], ...by(inspector) }));
    expect(waits(office)).toEqual(['release-quality', 'ship-goods', 'record-receipt']);
  });

  test('goods it gave away to be held again, also before its letter is out', () => {
    const giving = {
      type: 'reallocate-goods',
      line: 1,
      quantity: quantity('10'),
      newDate: date('2026-12-10'),
      to: { order: number(2), line: 1, itemCode: 'A01', held: quantity('0'), lacking: quantity('10') },
      ...by(manager, today, 'stands still'),
    } as const;
    for (const [status, before] of [
      ['to-confirm', ['issue-letter', 'hold-again']],
      ['to-ship', ['hold-again', 'ship-goods']],
    ] as const) {
      const office = orderAt(status);
      events(office.do(so, giving));
      expect(waits(office)).toEqual(before);
      expect(items(office).find(({ command }) => command === 'hold-again')?.due).toBe('2026-12-10');
    }
  });

  test('the copy a class A customer still owes, from the day it was released', () => {
    const office = orderAt('awaiting-countersign', checkedOrder(undefined, 'A'));
    events(office.do(so, { type: 'release-order', ...by(clerk) }));
    expect(waits(office)).toEqual(['ship-goods', 'record-countersign']);
    expect(waits(orderAt('received'))).toEqual(['record-countersign']);
  });

  test.each([
    ['draft', ['submit-order']],
    ['in-review', ['sign-off']],
    ['awaiting-countersign', ['record-countersign']],
    ['to-supply', ['begin-supply', 'ship-goods']],
    ['shipped', ['record-receipt']],
    ['completed', ['close-order']],
    ['closed', ['archive-order']],
    ['cancelled', []],
  ] as const)('at %s', (status, commands) => {
    expect(waits(orderAt(status))).toEqual(commands);
  });
});
