import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applied } from '../../../core/change/applied.ts';
import type { Assessment } from '../../../core/change/change.ts';
import { type ChangeItem, haveConflict } from '../../../core/change/change-item.ts';
import type { ChangeableOrder } from '../../../core/change/changeable-order.ts';
import { type RedLineEntry, redLine } from '../../../core/change/red-line.ts';
import type { OrderLine, PostedContent } from '../../../core/order/state.ts';
import { sum } from '../../../core/value/decimal.ts';
import { date, line, quantity } from '../order/sample-order.ts';
import { dearer, fewer, nothing, orderToShip, partShipped, supply } from './given.ts';

const changed = (
  items: readonly ChangeItem[],
  order: ChangeableOrder = orderToShip(),
  assessments: Assessment[] = [],
) => applied(order, { items, assessments }, 'hash-2');
const lineOf = (content: PostedContent, number: number) => content.lines.find((each) => each.line === number);

describe('the content with a change in it', () => {
  test('amounts and total are worked out afresh, discount and all; untouched lines stay as they are', () => {
    const order = orderToShip();
    const content = changed([
      fewer,
      { kind: 'line-price', line: 1, unitPrice: quantity('3'), discount: quantity('0.1') },
    ]);
    expect(lineOf(content, 1)).toMatchObject({ quantity: '8', unitPrice: '3', discount: '0.1', amount: '21.6' });
    expect(lineOf(content, 2)).toBe(content.lines[1]);
    expect(lineOf(content, 2)).toEqual(order.content.lines[1]);
    expect(content).toMatchObject({ total: '34.1', contentHash: 'hash-2', number: order.content.number, key: 'PO-1' });
  });

  test('a price without a discount ends the old one', () => {
    const discounted = orderToShip({}, [{ ...line('A01', '10', { discount: quantity('0.1') }), line: 1 }]);
    expect(lineOf(changed([dearer], discounted), 1)).toEqual({
      ...line('A01', '10'),
      line: 1,
      unitPrice: '3',
      amount: '30',
    });
  });

  test('another item takes nothing of the old one’s name along', () => {
    const goods = { itemCode: 'C03', itemName: 'item C03', unitPrice: quantity('4') };
    const content = changed([{ kind: 'line-item', line: 2, goods }]);
    expect(lineOf(content, 2)).toEqual({
      ...goods,
      line: 2,
      quantity: '5',
      amount: '20',
      dueDate: '2026-12-05',
    });
  });

  test('date, wishes and address', () => {
    const content = changed([
      { kind: 'line-date', line: 1, dueDate: date('2026-12-24') },
      { kind: 'line-requirements', line: 2, specialRequirements: 'painted' },
      { kind: 'delivery-address', address: 'Pier 2', contact: 'Ms Tan' },
    ]);
    expect(lineOf(content, 1)?.dueDate).toBe('2026-12-24');
    expect(lineOf(content, 2)?.specialRequirements).toBe('painted');
    expect(content.customer).toEqual({ code: 'C001', name: 'Harbour', address: 'Pier 2', contact: 'Ms Tan' });
  });

  test('where a line goes, and where it comes from as a whole', () => {
    const content = changed([
      { kind: 'line-address', line: 1, address: 'Pier 9' },
      { kind: 'line-source', line: 1, warehouse: 'East' },
      { kind: 'line-source', line: 2, batch: 'L-7' },
    ]);
    expect(lineOf(content, 1)).toMatchObject({ address: 'Pier 9', warehouse: 'East' });
    expect(lineOf(content, 2)).toMatchObject({ batch: 'L-7' });
    const again = changed([{ kind: 'line-source', line: 1, batch: 'L-8' }], { ...orderToShip(), content });
    expect(lineOf(again, 1)).toMatchObject({ address: 'Pier 9', batch: 'L-8' });
    expect(lineOf(again, 1)).not.toHaveProperty('warehouse');
  });

  test('a number is never given again, not even that of a line removed before', () => {
    const order = orderToShip({ lastLine: 4 });
    const content = changed(
      [
        { kind: 'remove-line', line: 2 },
        { kind: 'add-line', content: line('C03', '2') },
      ],
      order,
    );
    expect(content.lines.map((each) => each.line)).toEqual([1, 5]);
  });

  test('a closed remainder leaves what has left, or no line', () => {
    const order = orderToShip({ status: 'part-shipped', lines: [supply(1, '4'), supply(2, '0')] });
    expect(changed([{ kind: 'close-remainder', lines: [] }], order).lines).toMatchObject([{ line: 1, quantity: '4' }]);
    expect(changed([{ kind: 'close-remainder', lines: [1] }], order).lines).toMatchObject([
      { line: 1, quantity: '4', amount: '10' },
      { line: 2, quantity: '5' },
    ]);
  });

  test('what the customer pays on top is a line of its own', () => {
    const charges = [{ what: 'Rush fee', amount: quantity('80'), itemCode: 'FEE' }];
    const assessed = { at: 'now', by: { userId: 'x', name: 'x' } } as unknown as Assessment['assessed'];
    const content = changed([fewer], orderToShip(), [{ department: 'production', ...nothing, charges, assessed }]);
    expect(content.lines[2]).toEqual({
      line: 3,
      itemCode: 'FEE',
      itemName: 'Rush fee',
      quantity: '1',
      unitPrice: '80',
      amount: '80',
    });
    expect(content.total).toBe('112.5');
  });
});

/** The old content with a red line drawn into it: what a reader of the paper does. */
function drawn(before: PostedContent, entries: readonly RedLineEntry[]): unknown {
  const next = structuredClone(before) as unknown as Record<string, unknown> & { lines: Record<string, unknown>[] };
  for (const { line: number, field, after } of entries) {
    let place: Record<string, unknown> = next;
    if (number !== null) {
      const known = next.lines.find((each) => each.line === number);
      place = known ?? { line: number };
      if (known === undefined) next.lines.push(place);
    }
    const [first = '', second] = field.split('.');
    const target = second === undefined ? place : (place[first] as Record<string, unknown>);
    if (after === null) delete target[second ?? first];
    else target[second ?? first] = after;
  }
  next.lines = next.lines
    .filter((each) => Object.keys(each).length > 1)
    .sort((a, b) => Number(a.line) - Number(b.line));
  return next;
}

const count = fc.integer({ min: 1, max: 20 }).map((each) => quantity(`${each}`));
const price = fc.integer({ min: 1, max: 99_999 }).map((each) => quantity(`${each / 100}`));
const own = fc.integer({ min: 1, max: 3 });
const item: fc.Arbitrary<ChangeItem> = fc.oneof(
  fc.record({ kind: fc.constant('line-quantity' as const), line: own, quantity: count }),
  fc.record({
    kind: fc.constant('line-item' as const),
    line: own,
    goods: fc.record({ itemCode: fc.constantFrom('X1', 'X2'), itemName: fc.constant('other'), unitPrice: price }),
  }),
  fc.record({ kind: fc.constant('line-price' as const), line: own, unitPrice: price }),
  fc.record({ kind: fc.constant('line-date' as const), line: own, dueDate: fc.constant(date('2026-12-24')) }),
  fc.record({
    kind: fc.constant('line-requirements' as const),
    line: own,
    specialRequirements: fc.constant('painted'),
  }),
  fc.record({ kind: fc.constant('delivery-address' as const), address: fc.constantFrom('Pier 1', 'Pier 2') }),
  fc.record({ kind: fc.constant('add-line' as const), content: count.map((each) => line('C03', each)) }),
  fc.record({ kind: fc.constant('remove-line' as const), line: own }),
  fc.record({ kind: fc.constant('close-remainder' as const), lines: fc.subarray([1, 2, 3]) }),
);
const threeLines: readonly OrderLine[] = [
  { ...line('A01', '10', { dueDate: date('2026-12-03') }), line: 1 },
  { ...line('B02', '5', { specification: 'M8', discount: quantity('0.05') }), line: 2 },
  { ...line('A01', '7', { remark: 'samples' }), line: 3 },
];
const order = orderToShip({ lastLine: 5, lines: [supply(1, '4'), supply(2, '0'), supply(3, '7')] }, threeLines);

test('the red line, drawn into the old content, gives the new one; and says nothing where nothing differs', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), (items) => {
      fc.pre(!haveConflict(items, order.content));
      const after = changed(items, order);
      const entries = redLine(order.content, after);
      expect({ ...(drawn(order.content, entries) as object), contentHash: 'hash-2' }).toEqual(after);
      expect(after.total).toBe(sum(after.lines.map(({ amount }) => amount)));
      for (const { before, after: now } of entries) expect(before).not.toBe(now);
      expect(redLine(after, after)).toEqual([]);
      const numbers = after.lines.map((each) => each.line);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      for (const number of numbers) expect([1, 2, 3].includes(number) || number > 5).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('the whole of a line stands in it when the line is new or gone', () => {
  const before = partShipped().content;
  const after = changed(
    [
      { kind: 'remove-line', line: 2 },
      { kind: 'add-line', content: line('C03', '1') },
    ],
    partShipped(),
  );
  const of = (number: number) => redLine(before, after).filter((each) => each.line === number);
  expect(of(2).every((entry) => entry.before !== null && entry.after === null)).toBe(true);
  expect(of(3).every((entry) => entry.before === null && entry.after !== null)).toBe(true);
  expect(of(2).map(({ field }) => field)).toContain('specification');
});
