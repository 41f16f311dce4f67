import { describe, expect, test } from 'vitest';
import { demandOf } from '../../../core/order/demand.ts';
import { progressOf } from '../../../core/order/progress.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { events, type Office, refused } from './office.ts';
import {
  by,
  checkedOrder,
  clerk,
  date,
  head,
  inspector,
  line,
  maker,
  number,
  planner,
  quantity,
  shipper,
  today,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const begin = (more = {}) => ({ type: 'begin-supply', readyOn: date('2026-12-01'), ...by(planner), ...more }) as const;
const report = (count?: string, of = 2) => ({ type: 'report-supply', ...by(maker), ...lines(count, of) }) as const;
const release = (count?: string, of = 2) =>
  ({ type: 'release-quality', ...by(inspector), ...lines(count, of) }) as const;
const lines = (count: string | undefined, of: number) =>
  count === undefined ? {} : { lines: [{ line: of, quantity: quantity(count) }] };
const lineTwo = (office: Office) => progressOf(office.order(so), office.shipmentsOf(so))[1];

describe('row 5: a line that is made or bought', () => {
  const approve = (...of: number[]) =>
    ({
      type: 'approve-order',
      supply: of.map((each) => ({ line: each, mode: 'purchase' as const })),
      ...by(head),
    }) as const;

  test('takes nothing from stock, also where there is none', () => {
    const office = orderAt('in-review', checkedOrder([line('A01', '51'), line('B02', '1')]));
    expect(refused(office.do(so, { type: 'approve-order', ...by(head) })).code).toBe('stock.short');
    events(office.do(so, approve(1)));
    expect(office.order(so)).toMatchObject({ reservations: [{ line: 2 }], supply: [{ line: 1, mode: 'purchase' }] });
  });

  test('is a line of the order that has not left, named once', () => {
    const left = checkedOrder([line('A01', '1'), line('B02', '1', { shippedDate: date('2026-11-19') })]);
    for (const wrong of [[3], [1, 1], [2]])
      expect(refused(orderAt('in-review', left).do(so, approve(...wrong)))).toMatchObject({
        code: 'supply.line-unknown',
        status: 'in-review',
      });
  });
});

describe('row 8: supply begins', () => {
  test('with the date production writes down, for all lines that have not begun', () => {
    const office = orderAt('to-supply');
    events(office.do(so, begin()));
    expect(office.status(so)).toBe('in-supply');
    expect(office.order(so)).toMatchObject({ supply: [{ line: 2, readyOn: '2026-12-01' }] });
    expect(refused(office.do(so, begin())).code).toBe('supply.nothing');
    events(office.do(so, begin({ lines: [2], readyOn: date('2026-12-04') })));
    expect(office.order(so)).toMatchObject({ supply: [{ line: 2, readyOn: '2026-12-04' }] });
  });

  test('not for a day that is over, a line from stock, or by others', () => {
    const office = orderAt('to-supply');
    expect(refused(office.do(so, begin({ readyOn: date('2026-11-20') }))).code).toBe('supply.date-past');
    events(orderAt('to-supply').do(so, begin({ readyOn: today })));
    expect(refused(office.do(so, begin({ lines: [1] }))).code).toBe('supply.line-unknown');
    expect(refused(office.do(so, begin(by(clerk)))).code).toBe('role.not-allowed');
  });
});

describe('rows 8a and 9: reported, then released', () => {
  test('part by part, never more than ordered, never more than reported', () => {
    const office = orderAt('in-supply');
    events(office.do(so, report('3')));
    expect(refused(office.do(so, report('3')))).toMatchObject({ code: 'supply.exceeds-ordered', data: { open: '2' } });
    expect(refused(office.do(so, release('4')))).toMatchObject({
      code: 'supply.exceeds-reported',
      data: { open: '3' },
    });
    events(office.do(so, release('3')));
    expect(office.status(so)).toBe('in-supply');
    expect(lineTwo(office)).toMatchObject({ open: '5', ready: '3' });
    events(office.do(so, report()));
    events(office.do(so, release()));
    expect(office.status(so)).toBe('to-ship');
    expect(refused(office.do(so, release())).code).toBe('supply.nothing');
  });

  test('two entries of one line are one', () => {
    const office = orderAt('in-supply');
    const twice = { ...report(), lines: ['3', '3'].map((count) => ({ line: 2, quantity: quantity(count) })) };
    expect(refused(office.do(so, twice))).toMatchObject({ code: 'supply.exceeds-ordered', data: { wanted: '6' } });
  });

  test('not of nothing, of a line from stock, before it has begun', () => {
    const office = orderAt('in-supply');
    for (const none of ['0', '-1'])
      expect(refused(office.do(so, report(none))).code).toBe('supply.quantity-not-positive');
    expect(refused(office.do(so, report('1', 1))).code).toBe('supply.line-unknown');
    expect(refused(office.do(so, release())).code).toBe('supply.nothing');
    const two = orderAt('in-review');
    const both = [1, 2].map((each) => ({ line: each, mode: 'production' as const }));
    events(two.do(so, { type: 'approve-order', supply: both, ...by(head) }));
    events(two.do(so, { type: 'issue-letter', ...by(clerk) }));
    events(two.do(so, { type: 'record-countersign', on: today, ...by(clerk) }));
    events(two.do(so, begin({ lines: [1] })));
    expect(refused(two.do(so, report('1', 2))).code).toBe('supply.not-begun');
    events(two.do(so, report()));
    expect(two.order(so)).toMatchObject({ supply: [{ reported: '10' }, { reported: '0' }] });
  });
});

describe('row 10: what is not released does not leave', () => {
  const ship = (count: string, of = 2) =>
    ({ lines: [{ order: so, line: of, quantity: quantity(count) }], ...by(shipper) }) as const;

  test('lines from stock do not wait for the others', () => {
    const office = orderAt('to-supply');
    expect(refused(office.ship(ship('1')))).toMatchObject({ code: 'shipment.not-ready', data: { ready: '0' } });
    events(office.ship({ order: so, lines: [], ...by(shipper) }));
    expect(office.status(so)).toBe('part-shipped');
    expect(office.shipmentsOf(so)[0]?.lines).toEqual([{ order: so, line: 1, quantity: '10' }]);
    events(office.do(so, begin()));
    events(office.do(so, report('4')));
    events(office.do(so, release('4')));
    expect(refused(office.ship(ship('5')))).toMatchObject({ code: 'shipment.not-ready', data: { ready: '4' } });
    expect(refused(office.ship(ship('6')))).toMatchObject({ code: 'shipment.exceeds-open', data: { open: '5' } });
    events(office.ship(ship('4')));
    expect(lineTwo(office)).toMatchObject({ shipped: '4', open: '1', ready: '0' });
  });

  test('goods made for the order were never in the stock sheet: their leaving takes nothing from it', () => {
    const office = orderAt('in-supply');
    events(office.do(so, report()));
    events(office.do(so, release()));
    events(office.ship(ship('5')));
    const demand = demandOf({ order: office.order(so), shipments: office.shipmentsOf(so) }, null);
    expect(demand.map(({ itemCode }) => itemCode)).toEqual(['A01']);
    expect(office.available('B02')).toBe('50' as Decimal);
  });
});

test('a letter that comes back corrected takes the plan back with it', () => {
  const office = orderAt('in-review');
  events(office.do(so, { type: 'approve-order', supply: [{ line: 2, mode: 'direct' }], ...by(head) }));
  events(office.do(so, { type: 'issue-letter', ...by(clerk) }));
  events(office.do(so, { type: 'correct-letter', ...by(clerk, today, 'other quantity') }));
  expect(office.order(so)).not.toHaveProperty('supply');
});
