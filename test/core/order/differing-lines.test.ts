import { expect, test } from 'vitest';
import type { CheckedLine } from '../../../core/check/checked-order.ts';
import { differingLines } from '../../../core/order/differing-lines.ts';

const line = (itemCode: string, quantity: string, unitPrice = '2', more: Partial<CheckedLine> = {}): CheckedLine =>
  ({ itemCode, itemName: `${itemCode} by name`, quantity, unitPrice, amount: '0', ...more }) as CheckedLine;
const said = (quantity: string, unitPrice = '2') => ({ quantity, unitPrice });

test('the same goods in another sequence, or written 10.0, differ in nothing', () => {
  expect(differingLines([line('A', '10'), line('B', '1')], [line('B', '1'), line('A', '10.0')])).toEqual([]);
});

test('another quantity or price, a line that went and one that came are told, each once', () => {
  const order = [line('A', '10'), line('A', '5'), line('B', '1'), line('C', '1', '2', { color: 'red' })];
  const rows = [line('A', '10'), line('A', '6'), line('C', '1', '2', { color: 'blue' }), line('B', '1', '3')];
  expect(differingLines(order, rows)).toEqual([
    { item: 'A', there: said('5'), here: said('6') },
    { item: 'B', there: said('1'), here: said('1', '3') },
    { item: 'C', there: said('1'), here: null },
    { item: 'C', there: null, here: said('1') },
  ]);
});

test('an item without a code is called by its name', () => {
  expect(differingLines([line('', '1', '2', { itemName: '螺栓' })], [])[0]?.item).toBe('螺栓');
});
