import { describe, expect, test } from 'vitest';
import { progressOf } from '../../../core/order/progress.ts';
import { dateDue } from '../../../core/order/promise.ts';
import type { OrderStatus } from '../../../core/order/status.ts';
import { events, Office, refused } from './office.ts';
import {
  boss,
  by,
  checkedOrder,
  clerk,
  date,
  head,
  line,
  manager,
  number,
  posting,
  quantity,
  shipper,
  today,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const urgent = number(2);
const to = { order: urgent, line: 1, itemCode: 'A01', held: quantity('0'), lacking: quantity('6') };
const give = (count: string, who = manager, reason: string | undefined = 'the customer’s line stands still') =>
  ({
    type: 'reallocate-goods',
    line: 1,
    quantity: quantity(count),
    newDate: date('2026-12-10'),
    to,
    ...by(who, today, reason),
  }) as const;
const first = (office: Office) => progressOf(office.order(so), office.shipmentsOf(so))[0];

describe('row A: goods that are held go to another order', () => {
  test.each(['to-confirm', 'awaiting-countersign', 'to-ship'] as const satisfies readonly OrderStatus[])(
    'at %s the line holds so much less, and has a later date',
    (status) => {
      const office = orderAt(status);
      events(office.do(so, give('6')));
      expect(first(office)).toMatchObject({ reserved: '4', open: '10', ready: '4' });
      expect(dateDue(office.order(so), 1)).toBe('2026-12-10');
      expect(office.available('A01')).toBe('46');
    },
  );

  test('what it gave leaves only when it is held again', () => {
    const office = orderAt('to-ship');
    events(office.do(so, give('6')));
    expect(
      refused(office.ship({ lines: [{ order: so, line: 1, quantity: quantity('5') }], ...by(shipper) })).code,
    ).toBe('shipment.not-ready');
    events(office.do(so, { type: 'hold-again', ...by(clerk) }));
    expect(first(office)).toMatchObject({ reserved: '10', ready: '10' });
    expect(refused(office.do(so, { type: 'hold-again', ...by(clerk) })).code).toBe('reallocation.nothing-lacking');
  });

  test('is held again only when the goods are there', () => {
    const office = new Office({ A01: '10' });
    const one = checkedOrder([line('A01', '10')]);
    events(office.do(so, posting(by(clerk), { order: one })));
    events(office.do(so, { type: 'approve-order', ...by(head) }));
    events(office.do(so, give('6')));
    const other = posting(by(clerk), { order: checkedOrder([line('A01', '6')]), number: urgent, contentHash: 'two' });
    events(office.do(urgent, other));
    events(office.do(urgent, { type: 'approve-order', ...by(head) }));
    expect(refused(office.do(so, { type: 'hold-again', ...by(clerk) }))).toMatchObject({
      code: 'stock.short',
      data: { wanted: '6', available: '0' },
    });
  });

  test('by the date that counts for it now, not by the one the customer once wished', () => {
    const office = new Office({ A01: '10' });
    Object.assign(office, {
      stock: {
        ...office.stock,
        lines: [{ itemCode: 'A01', onHand: '10', inbound: '6', inboundDate: '2026-12-09' }],
      },
    });
    const due = { dueDate: date('2026-12-03') };
    events(office.do(so, posting(by(clerk), { order: checkedOrder([line('A01', '10', due)]) })));
    events(office.do(so, { type: 'approve-order', ...by(head) }));
    events(office.do(so, give('6')));
    const other = posting(by(clerk), {
      order: checkedOrder([line('A01', '6', due)]),
      number: urgent,
      orderKey: 'urgent',
      contentHash: 'two',
    });
    events(office.do(urgent, other));
    events(office.do(urgent, { type: 'approve-order', ...by(head) }));
    // Wished for the 3rd, promised for the 10th since it gave its goods: what comes on the 9th is in time.
    events(office.do(so, { type: 'hold-again', ...by(clerk) }));
    expect(first(office)).toMatchObject({ reserved: '10' });
    expect(office.demand()).toContainEqual(expect.objectContaining({ quantity: '10', dueDate: '2026-12-10' }));
  });

  test('by the sales manager or above, with a reason, never more than is held', () => {
    const office = orderAt('to-ship');
    expect(refused(office.do(so, give('6', head))).who).toEqual(['sales-manager', 'director', 'general-manager']);
    expect(refused(office.do(so, give('6', boss, ' '))).code).toBe('reason.missing');
    expect(refused(office.do(so, { ...give('6'), line: 9 })).code).toBe('change.line-unknown');
    const held = { ...give('11'), to: { ...to, lacking: quantity('20') } };
    expect(refused(office.do(so, held)).code).toBe('reallocation.not-held');
  });
});
