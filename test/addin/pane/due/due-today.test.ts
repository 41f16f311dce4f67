import { expect, it } from 'vitest';
import { dueToday } from '../../../../addin/pane/due/due-today.ts';
import type { OrderSummary } from '../../../../core/wire/order-views.ts';

type Entry = Parameters<typeof dueToday>[0][number];
const entry = (number: string, status: OrderSummary['status'], more: Partial<Entry> = {}): Entry => ({
  order: { number, status } as OrderSummary,
  command: 'record-countersign',
  isLate: false,
  ...more,
});
const today = '2026-11-20';

it('counts the orders of each kind, and only those of today', () => {
  expect(
    dueToday(
      [
        entry('1', 'awaiting-countersign', { isLate: true }),
        entry('1', 'awaiting-countersign', { isLate: true, command: 'issue-letter' }),
        entry('2', 'awaiting-countersign'),
        entry('3', 'to-ship', { command: 'ship-goods', due: '2026-11-19' as never }),
        entry('4', 'to-ship', { command: 'ship-goods', due: today as never }),
        entry('5', 'to-ship', { command: 'ship-goods', due: '2026-11-21' as never }),
        entry('6', 'draft'),
        entry('7', 'draft', { due: '2026-11-25T09:00:00Z' as never }),
      ],
      today,
    ),
  ).toEqual([
    { kind: 'letters-late', count: 1, status: 'awaiting-countersign' },
    { kind: 'ship-late', count: 1, status: 'to-ship' },
    { kind: 'ship-today', count: 1, status: 'to-ship' },
    { kind: 'questions', count: 1, status: 'draft' },
  ]);
});

it('what is left of an order ships too, and then no one status lists them all', () => {
  const shipped = { command: 'ship-goods', due: today as never } as const;
  const rest = entry('8', 'part-shipped', shipped);
  expect(dueToday([rest], today)).toEqual([{ kind: 'ship-today', count: 1, status: 'part-shipped' }]);
  expect(dueToday([rest, entry('4', 'to-ship', shipped)], today)).toEqual([
    { kind: 'ship-today', count: 2, status: null },
  ]);
});

it('says nothing of a day without anything', () => {
  expect(dueToday([entry('6', 'draft')], today)).toEqual([]);
});
