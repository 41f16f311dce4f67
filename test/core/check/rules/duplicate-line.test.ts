import { expect, it } from 'vitest';
import { duplicateLine } from '../../../../core/check/rules/duplicate-line.ts';
import { cells, checkWith, date, decimal, type Row } from '../given.ts';

const checkRows = (...rows: Row[]) =>
  checkWith([duplicateLine], rows, { items: [{ code: 'A-1', barcode: '6901' }, { code: 'A-2' }] });

it('duplicate line: names every repetition and the cell of the first', () => {
  const result = checkRows({}, { itemCode: 'A-2' }, { itemCode: 'a-1', quantity: decimal('7') }, { itemCode: '6901' });
  expect(cells(result)).toEqual(['D4 line.duplicate', 'D5 line.duplicate']);
  expect(result.findings.map(({ data }) => data?.first)).toEqual(['D2', 'D2']);
});

it.each([
  ['price', { unitPrice: decimal('9') }],
  ['date', { dueDate: date('2026-12-24') }],
  ['order', { key: '2' }],
])('duplicate line: another %s is another line', (_, row) => {
  expect(cells(checkRows({}, row))).toEqual([]);
});
