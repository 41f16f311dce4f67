import { expect, test } from 'vitest';
import { numbersInRows, ordersInRows } from '../../../ui/sheet-session/orders-in-rows.ts';
import { type Checked, empty } from '../../../ui/sheet-session/state.ts';

const order = (key: string, ...rows: readonly number[]) => ({
  number: null,
  order: { key, lines: rows.map((row) => ({ table: 0, row })) },
});
const state = {
  step: 'checked',
  fates: new Map(),
  kept: new Set(),
  known: new Map(),
  turnedAway: { missing: [], orders: new Map() },
  orders: [order('A', 3, 4), order('B', 5), order('C', 6)],
  found: {
    batch: { tables: [{ sheet: '订单' }] },
    rows: [
      {
        hidden: new Set([5]),
        numbers: new Map([
          [3, 'SO-1'],
          [4, 'SO-1'],
          [5, 'SO-2'],
          [6, 'SO-3'],
        ]),
      },
    ],
  },
} as never as Checked;
const rows = (from: number, to: number, sheet = '订单') => ({ sheet, spans: [{ from, to }] });
const keys = (selected: Parameters<typeof ordersInRows>[1]) =>
  ordersInRows(state, selected).map(({ order }) => order.key);

test('one selected row means its whole order', () => {
  expect(keys(rows(4, 4))).toEqual(['A']);
  expect(numbersInRows(state, rows(4, 4))).toEqual(['SO-1']);
});

test('several blocks may be selected; rows that a filter hides between them were not meant', () => {
  expect(
    keys({
      sheet: '订单',
      spans: [
        { from: 3, to: 3 },
        { from: 6, to: 9 },
      ],
    }),
  ).toEqual(['A', 'C']);
  expect(keys(rows(3, 6))).toEqual(['A', 'C']);
  expect(numbersInRows(state, rows(0, 100))).toEqual(['SO-1', 'SO-3']);
});

test('another sheet, rows outside the table, and a workbook not read yet hold none', () => {
  expect(keys(rows(3, 6, '备忘'))).toEqual([]);
  expect(keys(rows(0, 2))).toEqual([]);
  expect(numbersInRows(state, rows(3, 6, '备忘'))).toEqual([]);
  expect(numbersInRows(empty, rows(3, 6))).toEqual([]);
});

test('what was just posted has its number before the sheet is read again', () => {
  const [first, ...others] = state.orders;
  const posted = {
    ...state,
    orders: [{ ...first, fingerprint: 'f' }, ...others],
    fates: new Map([['f', { number: 'SO-9' }]]),
  };
  const numbers = numbersInRows({ ...posted, found: { ...state.found, rows: [] } } as never as Checked, rows(3, 6));
  expect(numbers).toEqual(['SO-9']);
});
