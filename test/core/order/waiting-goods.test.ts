import { describe, expect, it, test } from 'vitest';
import type { CheckedOrder } from '../../../core/check/checked-order.ts';
import type { PriceBook } from '../../../core/check/knowledge.ts';
import type { OrderAndShipments } from '../../../core/order/progress.ts';
import { orderStatuses } from '../../../core/order/status.ts';
import { type ClaimFacts, claimingStatuses, claimsOf } from '../../../core/order/waiting-goods.ts';
import type { Instant } from '../../../core/value/date.ts';
import { checkedOrder, date, line, number, quantity } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const facts: ClaimFacts = {
  prices: null,
  sequence: [],
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  leadTimeDays: null,
};
const at = (status: (typeof orderStatuses)[number], order?: Parameters<typeof orderAt>[1]): OrderAndShipments => {
  const office = orderAt(status, order);
  return { order: office.order(so), shipments: office.shipmentsOf(so) };
};
const lacking = (given: OrderAndShipments) =>
  claimsOf([given], facts).flatMap(({ lines }) => lines.map((each) => [each.line, each.wanted.quantity, each.due]));

describe('what an order waits for', () => {
  it('in review: all of it, by the dates wished', () => {
    expect(lacking(at('in-review'))).toEqual([
      [1, '10', '2026-12-03'],
      [2, '5', '2026-12-05'],
    ]);
  });
  it.each(['to-confirm', 'awaiting-countersign', 'to-ship', 'part-shipped'] as const)(
    '%s: nothing, while it is held',
    (status) => {
      expect(lacking(at(status))).toEqual([]);
    },
  );
  it('confirmed: what it lost; not what is made for it', () => {
    const { order, shipments } = at('to-ship');
    const lost = { ...order, reservations: [{ line: 1, itemCode: 'A01', quantity: quantity('7') }] } as typeof order;
    expect(lacking({ order: lost, shipments })).toEqual([
      [1, '3', '2026-12-03'],
      [2, '5', '2026-12-05'],
    ]);
    expect(lacking(at('to-supply'))).toEqual([]);
  });
  it('not what had left before it was entered, nor a service', () => {
    const items = [{ code: 'B02', discontinued: false, prices: [], service: true }];
    const prices: PriceBook = { source: { from: 'published' }, currency: 'CNY', items };
    const order = checkedOrder([line('A01', '10', { shippedDate: date('2026-11-01') }), line('B02', '5')]);
    expect(claimsOf([at('in-review', order)], { ...facts, prices })).toEqual([]);
  });
});

test('orders in any other status lack nothing', () => {
  for (const status of orderStatuses.filter((each) => !claimingStatuses.includes(each) && each !== 'draft'))
    expect(lacking(at(status))).toEqual([]);
});

describe('what it says for coming first', () => {
  const given = at('in-review', checkedOrder([line('A01', '10', { specialRequirements: 'matt' }), line('B02', '5')]));
  const standing = (more: Partial<ClaimFacts> = {}) => claimsOf([given], { ...facts, ...more })[0]?.standing;

  it('its day, class, size; in the order somebody gave', () => {
    expect(standing()).toEqual({
      since: '2026-11-21',
      dueDate: undefined,
      promised: undefined,
      customerClass: 'B',
      place: undefined,
      workDays: undefined,
      size: { parts: 3, amount: '37.5' },
    });
    expect(standing({ currency: 'EUR' })?.size).toEqual({ parts: 3, amount: null });
    const sequence = ['SO-202611-00009', 'so-202611-00001'];
    expect(standing({ sequence })?.place).toBe(1);
  });
  it('as long as it has been here, in the company’s own day, whatever order date somebody typed', () => {
    const typed = at('in-review', { ...checkedOrder(), orderDate: date('2026-01-01') } as CheckedOrder);
    const posted = { ...typed.order.posted, at: '2026-11-20T17:00:00.000Z' as Instant };
    const [claim] = claimsOf([{ ...typed, order: { ...typed.order, posted } }], facts);
    expect(claim?.standing.since).toBe('2026-11-21');
  });
  it('as long as its slowest item takes, the usual time where one names none', () => {
    const items = [{ code: 'A01', discontinued: false, prices: [], leadTimeDays: 12 }];
    const prices: PriceBook = { source: { from: 'published' }, currency: 'CNY', items };
    expect(standing({ prices })?.workDays).toBeUndefined();
    expect(standing({ prices, leadTimeDays: 5 })?.workDays).toBe(12);
    expect(standing({ prices, leadTimeDays: 30 })?.workDays).toBe(30);
  });
  it('the earliest day its letter names', () => {
    const { order, shipments } = at('awaiting-countersign');
    const lost = { ...order, reservations: [] } as typeof order;
    expect(claimsOf([{ order: lost, shipments }], facts)[0]?.standing).toMatchObject({
      promised: '2026-12-03',
      dueDate: '2026-12-03',
    });
  });
});

test('orders stand as they were posted', () => {
  const { order, shipments } = at('in-review');
  const posted = (sequence: number, day: string) => ({
    order: { ...order, number: number(sequence), posted: { ...order.posted, at: `${day}T02:00:00.000Z` as Instant } },
    shipments,
  });
  const orders = [posted(3, '2026-11-20'), posted(1, '2026-11-21'), posted(2, '2026-11-19')];
  expect(claimsOf(orders, facts).map((claim) => claim.order)).toEqual([number(2), number(3), number(1)]);
});
