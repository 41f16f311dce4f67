import { expect, test } from 'vitest';
import { demandOf } from '../../../core/order/demand.ts';
import { progressOf } from '../../../core/order/progress.ts';
import type { orderStatuses } from '../../../core/order/status.ts';
import type { Instant } from '../../../core/value/date.ts';
import { checkedOrder, date, line, number, quantity, today } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const before = '2026-11-01T00:00:00.000Z' as Instant;
const after = '2026-11-30T00:00:00.000Z' as Instant;
const quantities = (status: (typeof orderStatuses)[number], countedAt: Parameters<typeof demandOf>[1]) => {
  const office = orderAt(status);
  return demandOf({ order: office.order(so), shipments: office.shipmentsOf(so) }, countedAt).map(
    (each) => each.quantity,
  );
};

test('from approval until it left, an order takes what it ordered; then what left since the count', () => {
  for (const status of ['draft', 'in-review', 'void', 'cancelled'] as const)
    expect(quantities(status, before)).toEqual([]);
  for (const status of ['to-confirm', 'awaiting-countersign', 'to-ship'] as const)
    expect(quantities(status, after)).toEqual(['10', '5']);
  // 4 of 10 have left: counted before that they are still in the count, counted after that they are not.
  expect(quantities('part-shipped', before)).toEqual(['6', '4', '5']);
  expect(quantities('part-shipped', after)).toEqual(['6', '5']);
  expect(quantities('archived', before)).toEqual(['10', '5']);
  expect(quantities('archived', after)).toEqual([]);
  expect(quantities('part-shipped', null)).toEqual(['6', '5']);
});

test('a count of a plain day counts what left that day as gone since', () => {
  expect(quantities('part-shipped', date('2026-11-21'))).toEqual(['6', '4', '5']);
  expect(quantities('part-shipped', date('2026-11-22'))).toEqual(['6', '5']);
});

test('names order and date, so that a check can say who holds the stock until when, and tell its own rows', () => {
  const office = orderAt('to-ship');
  expect(demandOf({ order: office.order(so), shipments: [] }, before)[0]).toEqual({
    orderNumber: so,
    postedAs: { customerCode: 'C001', key: 'PO-1' },
    itemCode: 'A01',
    name: 'item A01',
    quantity: '10',
    dueDate: '2026-12-03',
  });
});

test('what has left since the count is off the shelf now, whenever the rest is due', () => {
  const office = orderAt('part-shipped');
  const demand = demandOf({ order: office.order(so), shipments: office.shipmentsOf(so) }, before);
  expect(demand.map(({ quantity, dueDate }) => [quantity, dueDate])).toEqual([
    ['6', '2026-12-03'],
    ['4', undefined],
    ['5', '2026-12-05'],
  ]);
});

test('progress: a cancelled order has nothing open, a running one has', () => {
  const progress = (status: (typeof orderStatuses)[number]) => {
    const office = orderAt(status);
    return progressOf(office.order(so), office.shipmentsOf(so))[0];
  };
  expect(progress('cancelled')).toMatchObject({ ordered: '10', open: '0', cancelled: '10', reserved: '0' });
  expect(progress('part-shipped')).toMatchObject({ shipped: '4', received: '0', open: '6', reserved: '6' });
  expect(progress('draft')).toMatchObject({ shipped: '0', open: '10', reserved: '0', cancelled: '0' });
});

test('what left is of the batches it was taken from, what is held of the one that was ordered', () => {
  const order = checkedOrder([line('A01', '10', { dueDate: date('2026-12-03'), warehouse: 'East', batch: 'L-1' })]);
  const office = orderAt('to-ship', order);
  const [shipped] = orderAt('part-shipped').shipmentsOf(so);
  if (shipped === undefined) throw new Error('nothing was shipped');
  const lines = [
    {
      order: so,
      line: 1,
      quantity: quantity('6'),
      batches: [
        { batch: 'L-7', quantity: quantity('3') },
        { batch: 'L-8', quantity: quantity('1') },
      ],
    },
  ];
  const refused = { on: today, refused: [{ order: so, line: 1, quantity: quantity('0.5') }] };
  const demand = (shipment: typeof shipped) =>
    demandOf({ order: office.order(so), shipments: [shipment] }, before).map(
      ({ quantity: count, warehouse, batch, gone = false }) => `${count} ${warehouse} ${batch} ${gone}`,
    );
  expect(demand({ ...shipped, lines })).toEqual([
    '4 East L-1 false',
    '3 East L-7 true',
    '1 East L-8 true',
    '2 East L-1 true',
  ]);
  expect(
    demand({ ...shipped, lines, received: { ...refused, at: shipped.shipped.at, by: shipped.shipped.by } }),
  ).toEqual(['4.5 East L-1 false', '3 East L-7 true', '1 East L-8 true', '1.5 East L-1 true']);
});
