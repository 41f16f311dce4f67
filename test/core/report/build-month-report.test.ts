import { describe, expect, test } from 'vitest';
import type { OrderAndShipments } from '../../../core/order/progress.ts';
import type { Paper } from '../../../core/paper/paper.ts';
import type { CompanyProfile } from '../../../core/policy/company.ts';
import { buildMonthReport } from '../../../core/report/build-month-report.ts';
import type { Kpi, MonthReport } from '../../../core/report/month-report.ts';
import type { ShipmentNumber } from '../../../core/shipment/shipment.ts';
import type { Instant, Month, PlainDate } from '../../../core/value/date.ts';
import { events, Office } from '../order/office.ts';
import {
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
} from '../order/sample-order.ts';

const company = { name: '恒达五金', timeZone: 'Asia/Shanghai' } as CompanyProfile;
const november = '2026-11' as Month;
const report = (
  orders: readonly OrderAndShipments[],
  asOf = '2026-12-02T01:00:00.000Z',
  papers: readonly Paper[] = [],
) => buildMonthReport({ month: november, asOf: asOf as Instant, company, orders, papers });
const kpi = (built: MonthReport, code: Kpi['code']) => built.kpis.find((each) => each.code === code);

/** Five orders in the five ways a month leaves them; due 25 November unless said. */
function office(): Office {
  const desk = new Office();
  const [done, late, waiting, drafted, december] = [1, 2, 3, 4, 5].map(number);
  if (!done || !late || !waiting || !drafted || !december) throw new Error('five orders');
  const due = (day: string) => [line('A01', '10', { dueDate: date(day) })];
  const post = (so: typeof done, day: string, lines = due('2026-11-25'), klass = 'B') =>
    events(desk.do(so, posting(by(clerk, date(day)), { order: checkedOrder(lines, klass), number: so, orderKey: so })));
  const confirm = (so: typeof done, day: string) => {
    events(desk.do(so, { type: 'approve-order', ...by(head, date(day)) }));
    events(desk.do(so, { type: 'issue-letter', ...by(clerk, date(day)) }));
  };
  const back = (so: typeof done, day: string) =>
    events(desk.do(so, { type: 'record-countersign', on: date(day), ...by(clerk, date(day)) }));
  const ship = (so: typeof done, day: string, count: string) =>
    events(
      desk.ship({
        lines: [{ order: so, line: 1, quantity: quantity(count) }],
        carrier: 'SF',
        ...by(shipper, date(day)),
      }),
    );

  post(done, '2026-11-20');
  confirm(done, '2026-11-20');
  back(done, '2026-11-22'); // two days late: 27 November
  ship(done, '2026-11-27', '10');
  events(
    desk.receive('DN-202611-00001' as ShipmentNumber, { on: date('2026-11-28'), ...by(clerk, date('2026-11-28')) }),
  );

  post(late, '2026-11-20');
  confirm(late, '2026-11-20');
  events(desk.do(late, { type: 'correct-letter', ...by(clerk, date('2026-11-20'), 'wrong quantity') }));
  confirm(late, '2026-11-21');
  back(late, '2026-11-21');
  ship(late, '2026-11-25', '4');
  ship(late, '2026-11-26', '3');

  post(waiting, '2026-11-21');
  confirm(waiting, '2026-11-21');
  post(drafted, '2026-11-30');
  // 1 December in Shanghai, still November in Greenwich
  const evening = { ...by(clerk, date('2026-12-01')), at: '2026-11-30T17:00:00.000Z' as Instant };
  events(desk.do(december, posting(evening, { number: december, orderKey: december })));
  return desk;
}

describe('the month', () => {
  const built = report(office().followed());

  test('lists the orders posted in it by the company’s calendar, with the dates that count', () => {
    expect(built.orders.map(({ number: so, status }) => [so, status])).toEqual([
      [number(1), 'completed'],
      [number(2), 'part-shipped'],
      [number(3), 'awaiting-countersign'],
      [number(4), 'in-review'],
    ]);
    expect(built.orders[0]).toMatchObject({
      customer: 'customer C001',
      customerClass: 'B',
      postedOn: '2026-11-20',
      promised: '2026-11-25',
      postponed: '2026-11-27',
      countersignedOn: '2026-11-22',
      lastShippedOn: '2026-11-27',
      lastReceivedOn: '2026-11-28',
      lines: [{ line: 1, itemCode: 'A01', quantity: '10', shipped: '10', amount: '25', dueDate: '2026-11-25' }],
    });
    expect(built.orders[3]).not.toHaveProperty('promised');
  });

  test('adds up by status, in the order of an order’s life', () => {
    expect(built.byStatus.map(({ status, orders, total }) => [status, orders, total])).toEqual([
      ['in-review', 1, '25'],
      ['awaiting-countersign', 1, '25'],
      ['part-shipped', 1, '25'],
      ['completed', 1, '25'],
    ]);
  });

  test('lists shipments, letters outstanding and lines overdue', () => {
    expect(built.shipments.map(({ number: note, shippedOn, receivedOn }) => [note, shippedOn, receivedOn])).toEqual([
      ['DN-202611-00001', '2026-11-27', '2026-11-28'],
      ['DN-202611-00002', '2026-11-25', undefined],
      ['DN-202611-00003', '2026-11-26', undefined],
    ]);
    expect(built.awaitingCountersign).toEqual([
      { order: number(3), customer: 'customer C001', issuedOn: '2026-11-21', days: 11 },
    ]);
    expect(built.overdue).toEqual([
      { order: number(2), customer: 'customer C001', line: 1, itemCode: 'A01', open: '3', due: '2026-11-25', days: 7 },
    ]);
  });

  test('is the same, byte for byte, whatever order the facts come in', () => {
    const again = report([...office().followed()].reverse());
    expect(JSON.stringify(again)).toBe(JSON.stringify(built));
  });
});

describe('KPIs', () => {
  test('R58: two of three confirmed without a letter coming back corrected; one is still out', () => {
    expect(kpi(report(office().followed()), 'confirmation-accuracy')).toEqual({
      code: 'confirmation-accuracy',
      numerator: '2',
      denominator: '3',
      value: '0.6666666667',
      unit: 'ratio',
      provisional: true,
    });
  });

  test('R58 is final once the month is over and no copy is outstanding', () => {
    const settled = office().followed().slice(0, 2);
    expect(kpi(report(settled), 'confirmation-accuracy')).toMatchObject({ value: '0.5', provisional: false });
    expect(kpi(report(settled, '2026-11-30T15:59:59.000Z'), 'confirmation-accuracy')?.provisional).toBe(true);
  });

  test('on time: shipped in full by the date that moved with the late copy; undelivered counts', () => {
    expect(kpi(report(office().followed()), 'on-time-shipment')).toMatchObject({
      numerator: '1',
      denominator: '2',
      value: '0.5',
      provisional: false,
    });
  });

  test('a line is not late before its day is over', () => {
    const early = office().followed();
    expect(kpi(report(early, '2026-11-25T15:00:00.000Z'), 'on-time-shipment')?.denominator).toBe('1');
    expect(kpi(report(early, '2026-11-26T15:00:00.000Z'), 'on-time-shipment')?.denominator).toBe('2');
  });

  test('days to the countersigned copy: the mean over those that came back', () => {
    expect(kpi(report(office().followed()), 'countersign-days')).toMatchObject({
      numerator: '2',
      denominator: '2',
      value: '1',
      unit: 'days',
    });
  });

  test('nothing to divide by: no value', () => {
    expect(report([]).kpis.map(({ value, denominator }) => [value, denominator])).toEqual([
      [null, '0'],
      [null, '0'],
      [null, '0'],
    ]);
  });

  test('cancelled orders leave the delivery figures, not the accuracy', () => {
    const desk = office();
    events(desk.do(number(3), { type: 'cancel-order', ...by(manager, date('2026-11-30'), 'withdrawn') }));
    const built = report(desk.followed());
    expect(built.awaitingCountersign).toEqual([]);
    expect(kpi(built, 'confirmation-accuracy')).toMatchObject({ numerator: '2', denominator: '3', provisional: false });
  });
});

describe('at the edges', () => {
  /** One order, confirmed and lettered on 20 November. */
  function lettered(lines = [line('A01', '10', { dueDate: date('2026-11-25') })]): Office {
    const desk = new Office();
    events(desk.do(number(1), posting(by(clerk, date('2026-11-20')), { order: checkedOrder(lines) })));
    events(desk.do(number(1), { type: 'approve-order', ...by(head, date('2026-11-20')) }));
    events(desk.do(number(1), { type: 'issue-letter', ...by(clerk, date('2026-11-20')) }));
    return desk;
  }
  const back = (desk: Office) =>
    events(desk.do(number(1), { type: 'record-countersign', on: date('2026-11-20'), ...by(clerk) }));
  const correct = (desk: Office) =>
    events(desk.do(number(1), { type: 'correct-letter', ...by(clerk, date('2026-11-20'), 'wrong') }));

  test('a line is overdue from the day after its date', () => {
    const desk = lettered();
    back(desk);
    expect(report(desk.followed(), '2026-11-25T15:59:59.000Z').overdue).toEqual([]);
    expect(report(desk.followed(), '2026-11-25T16:00:00.000Z').overdue).toMatchObject([{ days: 1 }]);
  });

  test('goods that left before they were entered are judged by their row: on the day is in time, a day later is not', () => {
    const left = (day: string) => line('A01', '1', { dueDate: date('2026-11-19'), shippedDate: date(day) });
    const desk = lettered([left('2026-11-19'), left('2026-11-20')]);
    back(desk);
    expect(kpi(report(desk.followed()), 'on-time-shipment')).toMatchObject({ numerator: '1', denominator: '2' });
  });

  test('an order in review again was confirmed all the same, in the month of its first approval', () => {
    const desk = lettered();
    correct(desk);
    expect(kpi(report(desk.followed()), 'confirmation-accuracy')).toMatchObject({ numerator: '0', denominator: '1' });
    events(desk.do(number(1), { type: 'approve-order', ...by(head, date('2026-12-01')) }));
    expect(kpi(report(desk.followed()), 'confirmation-accuracy')).toMatchObject({ numerator: '0', denominator: '1' });
  });

  test('of several lines the last date counts', () => {
    const due = (day: string) => line('A01', '1', { dueDate: date(day) });
    const desk = lettered([due('2026-11-28'), due('2026-12-05'), due('2026-11-25')]);
    expect(report(desk.followed()).orders[0]?.promised).toBe('2026-12-05');
  });
});

test('papers: those issued in the month whose PDF is on disk', () => {
  const paper = (name: string, on: PlainDate, filed: boolean): Paper => ({
    paper: name,
    kind: 'confirmation-letter',
    locale: 'zh-Hans',
    orders: [number(1)],
    revision: 1,
    issued: { at: `${on}T02:00:00.000Z` as Instant, by: { userId: 'wang', name: 'wang' } },
    model: {},
    modelHash: 'm',
    ...(filed ? { filed: { sha256: 'f', pages: 2, templateVersion: '1', at: `${on}T02:00:01.000Z` as Instant } } : {}),
  });
  const papers = [
    paper('L2', date('2026-11-22'), true),
    paper('L1', date('2026-11-21'), true),
    paper('L3', date('2026-11-23'), false),
    paper('L4', date('2026-12-01'), true),
  ];
  expect(report([], undefined, papers).papers).toEqual([
    { paper: 'L1', kind: 'confirmation-letter', orders: [number(1)], sha256: 'f', pages: 2, filedOn: '2026-11-21' },
    { paper: 'L2', kind: 'confirmation-letter', orders: [number(1)], sha256: 'f', pages: 2, filedOn: '2026-11-22' },
  ]);
});

test('a shipment of two orders is listed once, with both', () => {
  const desk = new Office();
  for (const so of [number(2), number(1)]) {
    events(desk.do(so, posting(by(clerk), { number: so, orderKey: so })));
    events(desk.do(so, { type: 'approve-order', ...by(head) }));
    events(desk.do(so, { type: 'issue-letter', ...by(clerk) }));
    events(desk.do(so, { type: 'record-countersign', on: date('2026-11-21'), ...by(clerk) }));
  }
  const both = [2, 1].map((each) => ({ order: number(each), line: 1, quantity: quantity('1') }));
  events(desk.ship({ lines: both, ...by(shipper) }));
  expect(report(desk.followed()).shipments).toMatchObject([
    { number: 'DN-202611-00001', orders: [number(1), number(2)] },
  ]);
});
