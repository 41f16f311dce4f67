import { expect, it } from 'vitest';
import { contextOf } from '../../../../core/check/context.ts';
import { duplicateLine } from '../../../../core/check/rules/duplicate-line.ts';
import { runRules } from '../../../../core/check/run-rules.ts';
import { batchOf, cells, checkWith, date, decimal, given, knowledge, ordersTable, type Row } from '../given.ts';

const checkRows = (...rows: Row[]) =>
  checkWith([duplicateLine], rows, { items: [{ code: 'A-1', barcode: '6901' }, { code: 'A-2' }] });

it('duplicate line: names every repetition and the cell of the first', () => {
  const result = checkRows({}, { itemCode: 'A-2' }, { itemCode: 'a-1', quantity: decimal('7') }, { itemCode: '6901' });
  expect(cells(result)).toEqual(['D4 line.duplicate', 'D5 line.duplicate']);
  expect(result.findings.map(({ data }) => data?.first)).toEqual(['D2', 'D2']);
  expect(result.findings[1]?.actual).toEqual({ kind: 'text', value: 'A-1' });
});

it('duplicate line: names the sheet, too, where the first stands on another', () => {
  const { orders } = batchOf([{}, {}, {}]);
  // The second sheet of the same order: its row 2.
  const lines = orders[0]?.lines.map((line, at) => (at === 2 ? { ...line, table: 1, row: 1 } : line)) ?? [];
  const batch = {
    tables: [ordersTable, { ...ordersTable, sheet: '六月' }],
    orders: [{ ...orders[0], key: '1', customer: { code: 'C1' }, lines }],
  };
  const found = runRules([duplicateLine], contextOf(batch, given(knowledge())));
  expect(found.map(({ finding: { sheet, cell, data } }) => [sheet, cell, data?.first])).toEqual([
    ['Orders', 'D3', 'D2'],
    ['六月', 'D2', 'Orders!D2'],
  ]);
});

it.each([
  ['price', { unitPrice: decimal('9') }],
  ['date', { dueDate: date('2026-12-24') }],
  ['order', { key: '2' }],
  ['specification', { specification: 'M8' }],
  ['colour', { color: 'red' }],
  ['material', { material: 'oak' }],
  ['brand', { brand: 'B' }],
  ['unit', { unit: '箱' }],
  ['warehouse', { warehouse: 'North' }],
  ['special requirement', { specialRequirements: 'engraved' }],
  ['remark', { remark: 'to the branch in Suzhou' }],
  ['code of the customer’s', { customerItemCode: 'X-1' }],
  ['discount', { discount: decimal('0.1') }],
  ['purpose, a gift,', { gift: true }],
  ['direction, a return,', { quantity: decimal('-2') }],
  ['part, shipped already,', { shippedDate: date('2026-11-20') }],
])('duplicate line: another %s is another line', (_, row) => {
  expect(cells(checkRows({}, row))).toEqual([]);
});

it('duplicate line: spelling makes no other line', () => {
  const row = { itemCode: 'Z', specification: 'M8 × 40', color: 'Red', discount: decimal('0') };
  const { discount: _, ...again } = { ...row, itemCode: 'ｚ', specification: 'm8×40', color: 'red' };
  expect(cells(checkRows(row, again))).toEqual(['D3 line.duplicate']);
});

it('duplicate line: rows that name no item are missing one, not two of a kind', () => {
  expect(cells(checkRows({ itemCode: undefined } as never, { itemCode: undefined } as never))).toEqual([]);
});

it('duplicate line: two barcodes of one code are two sizes', () => {
  const items = ['40', '41'].map((size) => ({ code: 'KK', specification: size, barcode: `69${size}` }));
  const row = (barcode: string) => ({ itemCode: undefined, barcode }) as never;
  expect(cells(checkWith([duplicateLine], [row('6940'), row('6941'), row('6940')], { items }))).toEqual([
    'E4 line.duplicate',
  ]);
});

it('duplicate line: a row that can’t be read in full is not known to be the same', () => {
  const unread = (field: string, raw: string, kind: 'date' | 'quantity' | 'ratio') => ({
    unreadable: [{ field, column: 9, kind, raw, problem: 'ambiguous' as const }],
  });
  expect(
    cells(checkRows({}, unread('dueDate', '03/04/2027', 'date'), unread('dueDate', '31/04/2027', 'date'))),
  ).toEqual([]);
  expect(cells(checkRows({}, { quantity: undefined, ...unread('quantity', 'ten', 'quantity') }))).toEqual([]);
  // What isn't compared may be anything.
  expect(cells(checkRows({}, unread('taxRate', '免税', 'ratio')))).toEqual(['D3 line.duplicate']);
});
