import { describe, expect, test } from 'vitest';
import { applied } from '../../../core/change/applied.ts';
import type { ChangeNumber } from '../../../core/change/change.ts';
import type { ChangeItem } from '../../../core/change/change-item.ts';
import { changeableOrderOf } from '../../../core/change/changeable-order-of.ts';
import { demandOf } from '../../../core/order/demand.ts';
import { progressOf } from '../../../core/order/progress.ts';
import { dateDue, promiseOf } from '../../../core/order/promise.ts';
import { suppliesOf } from '../../../core/order/supply.ts';
import { plainFacts } from '../review/given.ts';
import { events, type Office, refused } from './office.ts';
import {
  by,
  checkedOrder,
  clerk,
  controller,
  date,
  finance,
  head,
  inspector,
  line,
  maker,
  manager,
  number,
  planner,
  posting,
  quantity,
  today,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const change = 'CR-202611-00001' as ChangeNumber;
const types = (list: readonly { type: string }[]) => list.map(({ type }) => type);
const lineOf = (office: Office, of = 1) => progressOf(office.order(so), office.shipmentsOf(so))[of - 1];

/** The command that brings these items into force. */
function changing(office: Office, ...items: ChangeItem[]) {
  const followed = { order: office.order(so), shipments: office.shipmentsOf(so) };
  const changeable = changeableOrderOf(followed, office.orderEvents.get(so) ?? []);
  const content = applied(changeable, { items, assessments: [] }, 'changed');
  return { type: 'change-order', change, content, answeredBy: [], ...by(clerk) } as const;
}
const count = (of: number, wanted: string): ChangeItem => ({
  kind: 'line-quantity',
  line: of,
  quantity: quantity(wanted),
});
const removed = (of: number): ChangeItem => ({ kind: 'remove-line', line: of });
const added = (code: string, wanted: string): ChangeItem => ({ kind: 'add-line', content: line(code, wanted) });
const dated = (of: number, dueDate: string): ChangeItem => ({ kind: 'line-date', line: of, dueDate: date(dueDate) });

describe('row C: a larger debt beyond the credit limit', () => {
  const owing = (over: string): Office => {
    const office = orderAt('to-ship');
    const overCredit = { over: quantity(over), limit: quantity('100') };
    office.facts = { ...plainFacts, customer: { ...plainFacts.customer, overCredit } };
    return office;
  };
  const larger = (office: Office) => changing(office, count(1, '12'));

  test('needs the word of who may go so far, by approval, co-signature or his own hand', () => {
    const office = owing('10');
    expect(refused(office.do(so, larger(office)))).toMatchObject({
      code: 'credit.exceeded',
      who: ['finance-manager', 'general-manager'],
      data: { customer: 'C001', over: '10', limit: '100', debt: '110' },
    });
    events(office.do(so, { ...larger(office), answeredBy: ['finance-manager'] }));
    const own = owing('10');
    events(own.do(so, { ...larger(own), ...by(controller) }));
  });

  test('beyond the tolerance only the highest may', () => {
    const office = owing('10.01');
    const refusal = refused(office.do(so, { ...larger(office), answeredBy: ['finance-manager'] }));
    expect(refusal.who).toEqual(['general-manager']);
    events(office.do(so, { ...larger(office), answeredBy: ['general-manager'] }));
  });

  test('a smaller one asks nobody', () => {
    const office = owing('90');
    events(office.do(so, changing(office, count(1, '9'))));
  });
});

describe('row C: what the order holds is held anew', () => {
  test.each(['to-confirm', 'awaiting-countersign', 'to-ship'] as const)('at %s, for the new quantities', (status) => {
    const office = orderAt(status);
    events(office.do(so, changing(office, count(1, '12'), removed(2), added('B02', '3'))));
    expect(office.available('A01')).toBe('38');
    expect(office.available('B02')).toBe('47');
    expect(office.order(so)).toMatchObject({
      contentHash: 'changed',
      lastEdited: { by: { userId: 'wang' } },
      reservations: [
        { line: 1, itemCode: 'A01', quantity: '12' },
        { line: 3, itemCode: 'B02', quantity: '3' },
      ],
    });
    expect(office.status(so)).toBe(status);
  });

  test('its own goods don’t count against it: all there is may be its own, one piece more is short', () => {
    const office = orderAt('awaiting-countersign');
    const before = office.order(so);
    expect(refused(office.do(so, changing(office, count(1, '51'))))).toMatchObject({
      code: 'stock.short',
      status: 'awaiting-countersign',
      data: { item: 'A01', wanted: '41', available: '40', items: 'A01' },
    });
    expect(office.order(so)).toBe(before);
    events(office.do(so, changing(office, count(1, '50'))));
    expect(office.available('A01')).toBe('0');
  });

  test('those of others do', () => {
    const office = orderAt('to-ship');
    const second = number(2);
    const order = checkedOrder([line('A01', '5')]);
    events(office.do(second, posting(by(clerk), { number: second, orderKey: 'second', order })));
    events(office.do(second, { type: 'approve-order', ...by(head) }));
    expect(refused(office.do(so, changing(office, count(1, '46')))).data).toMatchObject({
      wanted: '36',
      available: '35',
    });
    events(office.do(so, changing(office, count(1, '45'))));
  });

  test('what has left was part of what was held: the rest is held, and no more', () => {
    const office = orderAt('part-shipped');
    events(office.do(so, changing(office, count(1, '7'))));
    expect(lineOf(office)).toMatchObject({ ordered: '7', shipped: '4', reserved: '3', open: '3' });
    // 4 have left since the count, 3 are held.
    expect(office.available('A01')).toBe('43');
    const demand = demandOf({ order: office.order(so), shipments: office.shipmentsOf(so) }, date('2026-11-01'));
    expect(demand.map(({ itemCode, quantity: held }) => [itemCode, held])).toEqual([
      ['A01', '3'],
      ['A01', '4'],
      ['B02', '5'],
    ]);
  });

  test('down to what has left: the remainder is closed', () => {
    const office = orderAt('part-shipped');
    events(office.do(so, changing(office, { kind: 'close-remainder', lines: [] })));
    expect(office.status(so)).toBe('shipped');
    expect([office.available('A01'), office.available('B02')]).toEqual(['46', '50']);
  });

  test('the remainder closed where all that left was received: nothing is waited for', () => {
    const office = orderAt('part-shipped');
    const [note] = office.shipmentsOf(so);
    if (note === undefined) throw new Error('nothing was shipped');
    events(office.receive(note.number, { on: today, ...by(clerk) }));
    events(office.do(so, changing(office, { kind: 'close-remainder', lines: [] })));
    expect(office.status(so)).toBe('completed');
  });
});

describe('row C: only what is asked beyond what is held is looked for', () => {
  const counted = (office: Office, a01: string, more = {}) =>
    Object.assign(office, {
      stock: {
        ...office.stock,
        lines: [
          { itemCode: 'A01', onHand: a01, inbound: '0', ...more },
          { itemCode: 'B02', onHand: '50', inbound: '0' },
        ],
      },
    });
  const giving = (office: Office) =>
    office.do(so, {
      type: 'reallocate-goods',
      line: 1,
      quantity: quantity('6'),
      newDate: date('2026-12-10'),
      to: { order: number(2), line: 1, itemCode: 'A01', held: quantity('0'), lacking: quantity('6') },
      ...by(manager, today, 'stands still'),
    });

  test('a line that lacks goods keeps nobody from changing another, nor itself in other ways', () => {
    const office = counted(orderAt('to-ship'), '2');
    events(office.do(so, changing(office, count(2, '7'))));
    events(office.do(so, changing(office, dated(1, '2026-12-24'))));
    events(office.do(so, changing(office, count(1, '9'))));
    expect(office.order(so)).toMatchObject({ reservations: [{ quantity: '9' }, { quantity: '7' }] });
    expect(refused(office.do(so, changing(office, count(1, '10'))))).toMatchObject({
      code: 'stock.short',
      data: { item: 'A01', wanted: '1', available: '0' },
    });
  });

  test('what it gave away stays away until somebody says so', () => {
    const office = orderAt('to-ship');
    events(giving(office));
    events(office.do(so, changing(office, count(1, '12'))));
    expect(lineOf(office)).toMatchObject({ open: '12', reserved: '6', ready: '6' });
    events(office.do(so, changing(office, count(1, '5'))));
    expect(lineOf(office)).toMatchObject({ open: '5', reserved: '5' });
  });

  test('more is there by the date promised now, not by the one wished once', () => {
    const office = counted(orderAt('awaiting-countersign'), '10', { inbound: '5', inboundDate: '2026-12-06' });
    expect(refused(office.do(so, changing(office, count(1, '15')))).code).toBe('stock.short');
    // Four days late, and so much later completed.
    const late = date('2026-11-25');
    events(office.do(so, { type: 'record-countersign', on: late, ...by(clerk, late) }));
    events(office.do(so, { ...changing(office, count(1, '15')), ...by(clerk, late) }));
    expect(lineOf(office)).toMatchObject({ reserved: '15' });
  });

  test('all of it is looked for where it is to be there sooner', () => {
    const office = counted(orderAt('to-ship'), '4', { inbound: '6', inboundDate: '2026-12-02' });
    expect(refused(office.do(so, changing(office, dated(1, '2026-12-01'))))).toMatchObject({
      code: 'stock.short',
      data: { wanted: '10', available: '4' },
    });
    events(office.do(so, changing(office, dated(1, '2026-12-02'))));
  });

  test('and a date agreed anew holds in place of the one its goods were given away for', () => {
    const office = orderAt('to-confirm');
    events(giving(office));
    expect(dateDue(office.order(so), 1)).toBe('2026-12-10');
    events(office.do(so, changing(office, dated(1, '2026-12-24'), count(2, '4'))));
    expect(dateDue(office.order(so), 1)).toBe('2026-12-24');
  });
});

describe('row C: the letter', () => {
  test('none before there was one', () => {
    const office = orderAt('to-confirm');
    expect(types(events(office.do(so, changing(office, count(1, '12')))))).toEqual(['order-changed']);
    events(office.do(so, { type: 'issue-letter', ...by(clerk) }));
    expect(office.order(so)).toMatchObject({ letters: [{ revision: 1 }] });
  });

  test('one that is out is followed by the next revision: the new date where it moved, else the promised one', () => {
    const office = orderAt('awaiting-countersign');
    expect(types(events(office.do(so, changing(office, dated(1, '2026-12-24'), added('A01', '1')))))).toEqual([
      'order-changed',
      'letter-issued',
    ]);
    expect(office.order(so)).toMatchObject({
      status: 'awaiting-countersign',
      letters: [
        { revision: 1 },
        {
          revision: 2,
          paper: 'SO-202611-00001-L2',
          issuedOn: '2026-11-21',
          promised: [
            { line: 1, date: '2026-12-24' },
            { line: 2, date: '2026-12-05' },
            // Nobody named a day for it.
            { line: 3, date: '2026-11-21' },
          ],
        },
      ],
    });
  });

  test('in execution the copy stays back; dates that moved are promised now, and postponed no more', () => {
    const office = orderAt('awaiting-countersign');
    const late = date('2026-11-23');
    events(office.do(so, { type: 'record-countersign', on: late, ...by(clerk, late) }));
    expect(promiseOf(office.order(so), 1)).toEqual({ promised: '2026-12-03', postponed: '2026-12-05' });
    events(office.do(so, { ...changing(office, count(2, '6')), ...by(clerk, late) }));
    expect(office.order(so)).toMatchObject({
      status: 'released',
      countersignedOn: late,
      postponed: [],
      letters: [{ revision: 1 }, { revision: 2, validUntil: '2026-11-26' }],
    });
    expect([1, 2].map((each) => promiseOf(office.order(so), each))).toEqual([
      { promised: '2026-12-05' },
      { promised: '2026-12-07' },
    ]);
  });
});

describe('row C: what is made or bought for it', () => {
  const report = { type: 'report-supply', ...by(maker) } as const;
  const release = { type: 'release-quality', ...by(inspector) } as const;

  test('goes on for the lines that stay', () => {
    const office = orderAt('in-supply');
    events(office.do(so, report));
    events(office.do(so, changing(office, count(2, '6'))));
    expect(suppliesOf(office.order(so))).toEqual([
      { line: 2, mode: 'production', readyOn: today, reported: '5', released: '0' },
    ]);
    expect(office.available('B02')).toBe('50');
    events(office.do(so, release));
    expect(lineOf(office, 2)).toMatchObject({ open: '6', ready: '5' });
    expect(office.status(so)).toBe('in-supply');
  });

  test('is over for those that go, also once it has begun', () => {
    const office = orderAt('in-supply');
    events(office.do(so, changing(office, removed(2))));
    expect(suppliesOf(office.order(so))).toEqual([]);
    expect(office.status(so)).toBe('to-ship');
  });

  test('begins anew for a line of other goods: what was made is not what is wanted', () => {
    const office = orderAt('in-supply');
    events(office.do(so, report));
    events(office.do(so, release));
    expect(lineOf(office, 2)).toMatchObject({ ready: '5' });
    const goods = { itemCode: 'C03', itemName: 'item C03', unitPrice: quantity('2') };
    events(office.do(so, changing(office, { kind: 'line-item', line: 2, goods })));
    expect(suppliesOf(office.order(so))).toEqual([{ line: 2, mode: 'production', reported: '0', released: '0' }]);
    expect(lineOf(office, 2)).toMatchObject({ open: '5', ready: '0' });
    expect(office.status(so)).toBe('to-supply');
    events(office.do(so, { type: 'begin-supply', readyOn: today, ...by(planner) }));
  });
});

describe('row C: who and when', () => {
  test.each(['draft', 'in-review', 'shipped', 'received', 'closed', 'void'] as const)('not at %s', (status) => {
    const office = orderAt(status);
    expect(refused(office.do(so, changing(office, dated(1, '2026-12-24')))).code).toBe('order.wrong-status');
  });

  test('by the order desk or the sales manager, or by who answers for its debt', () => {
    const office = orderAt('to-ship');
    expect(refused(office.do(so, { ...changing(office, count(1, '9')), ...by(finance) }))).toMatchObject({
      code: 'role.not-allowed',
      who: ['order-desk', 'order-desk-head', 'sales-manager', 'finance-manager', 'general-manager'],
    });
  });

  test.each(['to-confirm', 'awaiting-countersign', 'to-supply', 'in-supply', 'to-ship'] as const)(
    'where the order is given up at %s, it is cancelled by the request',
    (status) => {
      const office = orderAt(status);
      events(office.do(so, { type: 'change-order', change, content: null, answeredBy: [], ...by(clerk) }));
      expect(office.status(so)).toBe('cancelled');
      expect(office.orderEvents.get(so)?.at(-1)).toMatchObject({ type: 'order-cancelled', change });
      expect([office.available('A01'), office.available('B02')]).toEqual(['50', '50']);
    },
  );
});

describe('row C: where a line comes from', () => {
  const lots = (east: string, west: string) =>
    [east, west].map((count, at) => ({
      itemCode: 'A01',
      warehouse: at === 0 ? 'East' : 'West',
      onHand: quantity(count),
      inbound: quantity('0'),
    }));
  const from = (warehouse: string): ChangeItem => ({ kind: 'line-source', line: 1, warehouse });
  const officeWith = (east: string, west: string): Office =>
    Object.assign(orderAt('to-ship'), { stock: { source: { from: 'published' }, lines: lots(east, west) } });

  test('is looked for there, and held', () => {
    const office = officeWith('10', '10');
    events(office.do(so, changing(office, from('West'))));
    expect(lineOf(office)).toMatchObject({ reserved: '10' });
    const [held] = demandOf({ order: office.order(so), shipments: [] }, null);
    expect(held).toMatchObject({ quantity: '10', warehouse: 'West' });
  });

  test('is refused where that place has too little, though the line holds enough elsewhere', () => {
    const office = officeWith('10', '9');
    expect(refused(office.do(so, changing(office, from('West'))))).toMatchObject({
      code: 'stock.short',
      data: { wanted: '10', available: '9' },
    });
  });

  test('another address asks for no goods anew', () => {
    const office = officeWith('0', '0');
    events(office.do(so, changing(office, { kind: 'line-address', line: 1, address: 'Pier 9' })));
    expect(lineOf(office)).toMatchObject({ reserved: '10' });
  });
});
