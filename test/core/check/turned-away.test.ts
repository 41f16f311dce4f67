import { expect, it } from 'vitest';
import { checkOrders } from '../../../core/check/check.ts';
import type { Finding } from '../../../core/check/finding.ts';
import { turnedAway } from '../../../core/check/turned-away.ts';
import type { ParsedBatch } from '../../../core/sheet/parsed-order.ts';
import { batchOf, decimal, knowledge, today } from './given.ts';

/** Orders 1 and 2 are sound here, 3 is not: its item is unknown. */
const batch = batchOf([
  {},
  { key: '2', quantity: decimal('3') },
  { key: '2', quantity: decimal('4') },
  { key: '3', itemCode: '?' },
]);
const said = (row: number, more: Partial<Finding> = {}): Finding => ({
  code: 'customer.unknown',
  severity: 'error',
  sheet: 'Orders',
  cell: `B${row + 1}`,
  row,
  column: 1,
  order: 'of a row',
  ...more,
});
const away = (findings: readonly Finding[], of: ParsedBatch = batch) => {
  const result = checkOrders({ batch: of, knowledge: knowledge({ items: [{ code: 'A-1' }] }), today });
  const { orders } = turnedAway(result, of, { findings, missing: [] });
  return [...orders].map(([{ key }, reasons]) => [key, reasons.map(({ cell }) => cell)]);
};

it('what the server says against a row is said against its order', () => {
  expect(away([])).toEqual([]);
  expect(away([said(3)])).toEqual([['2', ['B4']]]);
  expect(away([said(3), said(2), said(1)])).toEqual([
    ['1', ['B2']],
    ['2', ['B3', 'B4']],
  ]);
});

it('warnings turn nothing away, and what is unsound here is waiting for its correction anyway', () => {
  expect(away([said(1, { severity: 'warning' }), said(4)])).toEqual([]);
});

it('an error of a whole table is one of every order in it', () => {
  const ofTable = said(0, { order: null, cell: 'A1', code: 'column.missing' });
  expect(away([ofTable])).toEqual([
    ['1', ['A1']],
    ['2', ['A1']],
  ]);
  expect(away([{ ...ofTable, sheet: 'Other' }])).toEqual([]);
  expect(away([{ ...ofTable, file: 'other.xlsx' }])).toEqual([]);
  expect(away([{ ...ofTable, row: 9 }])).toEqual([]);
});

it('rows of two files on sheets of one name are told apart', () => {
  const tables = ['a.xlsx', 'b.xlsx'].map((file) => ({ ...batch.tables[0], file }) as ParsedBatch['tables'][number]);
  const orders = batch.orders.map((order, index) => ({
    ...order,
    lines: order.lines.map((line) => ({ ...line, table: index === 0 ? 0 : 1 })),
  }));
  expect(away([said(1, { file: 'a.xlsx' }), said(2, { file: 'a.xlsx' })], { tables, orders })).toEqual([['1', ['B2']]]);
});

it('books that are missing concern all', () => {
  const result = checkOrders({ batch, knowledge: knowledge(), today });
  expect(turnedAway(result, batch, { findings: [], missing: ['prices'] }).missing).toEqual(['prices']);
});
