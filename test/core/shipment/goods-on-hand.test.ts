import { describe, expect, test } from 'vitest';
import type { CheckedLine } from '../../../core/check/checked-order.ts';
import type { StockBook } from '../../../core/check/knowledge.ts';
import { availableActions } from '../../../core/order/available-actions.ts';
import { demandOf } from '../../../core/order/demand.ts';
import { evolveShipment } from '../../../core/shipment/evolve.ts';
import type { Shipment, ShipmentNumber } from '../../../core/shipment/shipment.ts';
import { events, Office, refused } from '../order/office.ts';
import {
  by,
  checkedOrder,
  clerk,
  date,
  head,
  line,
  number,
  posting,
  quantity,
  shipper,
  today,
} from '../order/sample-order.ts';

/** Four on hand, ten to come. */
class Waiting extends Office {
  override readonly stock: StockBook = {
    source: { from: 'published', asOf: date('2026-11-01') },
    lines: [{ itemCode: 'A01', onHand: quantity('4'), inbound: quantity('10'), inboundDate: date('2026-12-04') }],
  };
}

const first = number();
const second = number(2);
const wanting = (count: string, dueDate: string) => line('A01', count, { dueDate: date(dueDate) });

/** Confirmed and countersigned, so that goods may leave. */
function released(office: Office, order: typeof first, lines: readonly CheckedLine[]): void {
  const content = checkedOrder(lines);
  events(office.do(order, posting(by(clerk), { order: content, number: order, orderKey: order, contentHash: order })));
  events(office.do(order, { type: 'approve-order', ...by(head) }));
  events(office.do(order, { type: 'issue-letter', ...by(clerk) }));
  events(office.do(order, { type: 'record-countersign', on: today, ...by(clerk) }));
}
const ship = (order: typeof first, count: string, takenIn?: string) => ({
  lines: [{ order, line: 1, quantity: quantity(count), ...(takenIn !== undefined && { takenIn }) }],
  ...by(shipper),
});

const note = 'DN-202611-00001' as ShipmentNumber;
/** The first line by a paper, the second from what is there. */
function shippedBoth(office: Office): Shipment {
  const line = (of: number, count: string, more = {}) => ({
    order: first,
    line: of,
    quantity: quantity(count),
    ...more,
  });
  if (office.shipments.find(note) === null)
    events(office.ship({ lines: [line(1, '6', { takenIn: 'GR-7' }), line(2, '4')], ...by(shipper) }));
  return office.shipment(note);
}

describe('row 10: what leaves is on hand', () => {
  test('goods held against what is still to come wait for it, and the refusal says until when', () => {
    const office = new Waiting();
    released(office, first, [wanting('6', '2026-12-05')]);
    expect(refused(office.ship(ship(first, '6')))).toMatchObject({
      code: 'shipment.not-arrived',
      status: 'to-ship',
      data: { order: first, line: '1', item: 'A01', wanted: '6', available: '4', date: '2026-12-04' },
    });
    events(office.ship(ship(first, '4')));
  });

  test('that their day has come is no proof that they have', () => {
    const office = new Waiting();
    released(office, first, [wanting('6', '2026-12-05')]);
    const later = { ...ship(first, '6'), ...by(shipper, date('2026-12-04')) };
    expect(refused(office.ship(later)).code).toBe('shipment.not-arrived');
  });

  test('what is there goes to who ships first; who is due later takes what comes instead', () => {
    const office = new Waiting();
    released(office, first, [wanting('4', '2026-12-20')]);
    released(office, second, [wanting('4', '2026-12-05')]);
    events(office.ship(ship(second, '4')));
    expect(refused(office.ship(ship(first, '1')))).toMatchObject({ code: 'shipment.not-arrived' });
  });

  test('but not what somebody needs before', () => {
    const office = new Waiting();
    released(office, first, [wanting('3', '2026-12-01')]);
    released(office, second, [wanting('4', '2026-12-05')]);
    expect(refused(office.ship(ship(second, '2')))).toMatchObject({ data: { wanted: '2', available: '1' } });
    events(office.ship(ship(second, '1')));
    events(office.ship(ship(first, '3')));
  });

  test('lines of one order compete with each other', () => {
    const office = new Waiting();
    released(office, first, [wanting('3', '2026-12-05'), wanting('3', '2026-12-06')]);
    const both = { order: first, lines: [], ...by(shipper) };
    expect(refused(office.ship(both))).toMatchObject({ data: { line: '2', wanted: '3', available: '1' } });
    events(office.ship(ship(first, '3')));
  });

  test('of a count that has fallen, who is due first still gets his', () => {
    const office = new Waiting();
    released(office, first, [wanting('4', '2026-12-01')]);
    released(office, second, [wanting('10', '2026-12-20')]);
    Object.assign(office, { stock: { ...office.stock, lines: [{ itemCode: 'A01', onHand: '4', inbound: '0' }] } });
    events(office.ship(ship(first, '4')));
    const none = refused(office.ship(ship(second, '1')));
    expect(none).toMatchObject({ code: 'shipment.not-arrived', data: { available: '0' } });
    expect(none.data).not.toHaveProperty('date');
  });
});

describe('row 10: goods that came since they were counted', () => {
  test('leave by the paper that took them in, and are taken from what was to come', () => {
    const office = new Waiting();
    released(office, first, [wanting('6', '2026-12-05')]);
    events(office.ship(ship(first, '6', ' GR-7 ')));
    const shipment = office.shipment(note);
    expect(shipment).toMatchObject({ lines: [{ line: 1, quantity: '6', inbound: '2026-12-04', takenIn: 'GR-7' }] });
    const demand = demandOf({ order: office.order(first), shipments: [shipment] }, date('2026-11-01'));
    expect(demand).toMatchObject([{ quantity: '6', dueDate: '2026-12-04', gone: true }]);
    // What is on hand stays there for others.
    expect(office.available('A01')).toBe('4');
  });

  test('a paper proves nothing of goods nobody expects', () => {
    const office = new Waiting();
    released(office, first, [wanting('4', '2026-12-20')]);
    Object.assign(office, { stock: { ...office.stock, lines: [{ itemCode: 'A01', onHand: '3', inbound: '0' }] } });
    expect(refused(office.ship(ship(first, '4', 'GR-7'))).code).toBe('shipment.not-arrived');
    expect(refused(office.ship(ship(first, '4', ' '))).code).toBe('shipment.not-arrived');
  });

  test('each line by its own: one paper does not vouch for another line', () => {
    const office = new Waiting();
    released(office, first, [wanting('6', '2026-12-05'), wanting('6', '2026-12-06')]);
    const line = (of: number, takenIn?: string) => ({
      ...{ order: first, line: of, quantity: quantity('6') },
      ...(takenIn !== undefined && { takenIn }),
    });
    const one = { lines: [line(1, 'GR-7'), line(2)], ...by(shipper) };
    expect(refused(office.ship(one))).toMatchObject({ code: 'shipment.not-arrived', data: { line: '2' } });
    events(office.ship({ lines: [line(1, 'GR-7'), line(2, 'GR-8')], ...by(shipper) }));
    expect(office.shipment(note).lines).toMatchObject([{ takenIn: 'GR-7' }, { takenIn: 'GR-8' }]);
  });

  test('of one line may have come by several', () => {
    const office = new Waiting();
    released(office, first, [wanting('6', '2026-12-05')]);
    const part = (batch: string, takenIn: string) => ({
      ...{ order: first, line: 1, quantity: quantity('3') },
      ...{ batch, takenIn },
    });
    events(office.ship({ lines: [part('B-1', 'GR-7'), part('B-2', 'GR-8')], ...by(shipper) }));
    expect(office.shipment(note).lines).toMatchObject([{ quantity: '6', takenIn: 'GR-7, GR-8' }]);
  });

  test('a shipment of when one paper was kept for all of it is still read: of the lines that drew on it', () => {
    const office = new Waiting();
    released(office, first, [wanting('6', '2026-12-05'), wanting('4', '2026-12-01')]);
    const { shipped, ...content } = { ...shippedBoth(office), takenIn: 'GR-6' };
    const [drawn, onHand] = content.lines;
    if (drawn === undefined || onHand === undefined) throw new Error('two lines were shipped');
    const { takenIn: _later, ...bare } = drawn;
    const old = { ...content, lines: [bare, onHand] };
    expect(evolveShipment(null, { type: 'goods-shipped', shipment: old, ...shipped })).toEqual({
      ...shippedBoth(office),
      lines: [{ ...bare, takenIn: 'GR-6' }, onHand],
    });
  });

  test('and is not written to goods that were on hand', () => {
    const office = new Waiting();
    released(office, first, [wanting('4', '2026-12-01')]);
    events(office.ship(ship(first, '4', 'GR-7')));
    expect(office.shipment(note).lines).toEqual([{ order: first, line: 1, quantity: '4' }]);
  });
});

describe('shipping is offered', () => {
  const offered = (office: Office, order: typeof first, day = today) =>
    availableActions(office.order(order), shipper, office.context(order), by(shipper, day)).find(
      ({ command }) => command === 'ship-goods',
    );

  test('where something is on hand, though not all that is held', () => {
    const office = new Waiting();
    released(office, first, [wanting('10', '2026-12-05')]);
    expect(offered(office, first)?.allowed).toBe(true);
  });

  test('of goods to come, from the day they are expected: not because somebody might make a paper up', () => {
    const office = new Waiting();
    released(office, first, [wanting('4', '2026-12-01')]);
    events(office.ship(ship(first, '4')));
    released(office, second, [wanting('6', '2026-12-05')]);
    expect(offered(office, second, date('2026-12-03'))).toMatchObject({
      allowed: false,
      refusal: { code: 'shipment.not-arrived', data: { date: '2026-12-04' } },
    });
    expect(offered(office, second, date('2026-12-04'))?.allowed).toBe(true);
  });
});

test('row 10: what was ordered of one place leaves when it is there, whatever lies elsewhere', () => {
  const lot = { itemCode: 'A01', inbound: quantity('0') };
  class InPlaces extends Office {
    override readonly stock: StockBook = {
      source: { from: 'published', asOf: date('2026-11-01') },
      lines: [
        { ...lot, warehouse: 'West', batch: 'L-2', onHand: quantity('9') },
        { ...lot, warehouse: 'East', batch: 'L-1', onHand: quantity('4') },
        {
          ...lot,
          warehouse: 'East',
          batch: 'L-1',
          onHand: quantity('0'),
          inbound: quantity('6'),
          inboundDate: date('2026-12-04'),
        },
      ],
    };
  }
  for (const place of [{ warehouse: 'East' }, { batch: 'L-1' }]) {
    const office = new InPlaces();
    released(office, first, [line('A01', '6', { dueDate: date('2026-12-05'), ...place })]);
    expect(refused(office.ship(ship(first, '6')))).toMatchObject({
      code: 'shipment.not-arrived',
      data: { wanted: '6', available: '4', date: '2026-12-04' },
    });
    events(office.ship(ship(first, '4')));
  }
});
