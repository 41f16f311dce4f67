import { expect, test } from 'vitest';
import { changeableOrderOf } from '../../../core/change/changeable-order-of.ts';
import type { Office } from '../order/office.ts';
import { events } from '../order/office.ts';
import { by, checkedOrder, clerk, line, number, posting } from '../order/sample-order.ts';
import { orderAt } from '../order/walk.ts';

const so = number();
const seen = (office: Office) =>
  changeableOrderOf({ order: office.order(so), shipments: office.shipmentsOf(so) }, office.orderEvents.get(so) ?? []);

test('a change sees the order with its letter, what has left of each line and whose supply has begun', () => {
  expect(seen(orderAt('part-shipped'))).toMatchObject({
    status: 'part-shipped',
    letter: 1,
    lastLine: 2,
    content: { contentHash: 'hash', number: so },
    lines: [
      { line: 1, shipped: '4', begun: false },
      { line: 2, shipped: '0', begun: false },
    ],
  });
  expect(seen(orderAt('in-supply')).lines.map(({ begun }) => begun)).toEqual([false, true]);
  expect(seen(orderAt('in-review'))).toMatchObject({ status: 'in-review', letter: 0 });
});

test('the number of a line that is gone is not the next one', () => {
  const office = orderAt('in-review');
  const order = checkedOrder([line('A01', '10')]);
  events(office.do(so, posting(by(clerk), { order, contentHash: 'other' })));
  expect(seen(office)).toMatchObject({ content: { contentHash: 'other', lines: [{ line: 1 }] }, lastLine: 2 });
});

test('it sees what was posted, none of what the order has lived through', () => {
  expect(seen(orderAt('to-ship')).content).not.toHaveProperty('letters');
});
