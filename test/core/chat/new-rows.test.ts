import { describe, expect, it } from 'vitest';
import { newRows, type WantedRow } from '../../../core/chat/new-rows.ts';
import { inColumns } from '../../../core/sheet/new-row.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { items } from './given.ts';

const today = '2026-11-20' as PlainDate;
const head = { customer: { code: 'C1', name: '华东精密' }, orderNumber: 'CG-1', today };
const row = (more: Partial<WantedRow> = {}): WantedRow => ({
  item: items[1] ?? null,
  called: 'B-10',
  quantity: '200' as Decimal,
  price: '0.8' as Decimal,
  wished: '2026-12-03' as PlainDate,
  remark: '送昆山',
  ...more,
});
const columns = (...fields: (string | null)[]) => fields.map((field, column) => ({ column, field }) as never);
const values = (fields: (string | null)[], wanted: WantedRow) =>
  newRows([wanted], head, columns(...fields)).rows[0]?.map(({ field, value }) => `${field}=${value}`);

describe('rows of a message in a table', () => {
  it('fill its own columns, and no other', () => {
    expect(
      values(
        ['orderKey', 'customerCode', 'itemCode', null, 'itemName', 'quantity', 'unitPrice', 'amount', 'remark'],
        row(),
      ),
    ).toEqual([
      'orderKey=CG-1',
      'customerCode=C1',
      'itemCode=B-10',
      'itemName=螺栓',
      'quantity=200',
      'unitPrice=0.8',
      'amount=160',
      'remark=送昆山',
    ]);
  });
  it('say which cells are dates', () => {
    const { rows } = newRows([row()], head, columns('dueDate', 'quantity'));
    expect(rows).toEqual([
      [
        { field: 'dueDate', value: '2026-12-03', isDate: true },
        { field: 'quantity', value: 200 },
      ],
    ]);
  });
  it('keep a unit that is not the item’s beside the number where there is no column for it', () => {
    expect(values(['quantity'], row({ unit: '箱' }))).toEqual(['quantity=200箱']);
    expect(values(['quantity', 'unit'], row({ unit: '箱' }))).toEqual(['quantity=200', 'unit=箱']);
    expect(values(['quantity'], row({ unit: '个' }))).toEqual(['quantity=200']);
  });
  it('call what no book has as the message does', () => {
    expect(values(['itemCode', 'itemName'], row({ item: null, called: '铜管' }))).toEqual(['itemName=铜管']);
    expect(values(['itemCode'], row({ item: null, called: '铜管' }))).toEqual(['itemCode=铜管']);
  });
  it('name a customer without a code where the only column is the code’s', () => {
    const { rows } = newRows([row()], { ...head, customer: { name: '新客户' } }, columns('customerCode'));
    expect(rows[0]).toEqual([{ field: 'customerCode', value: '新客户' }]);
  });
  it('go into the columns as they stand when they are written, or into none', () => {
    const { rows } = newRows([row()], head, columns('quantity', 'dueDate'));
    expect(inColumns(rows, columns('remark', 'dueDate', 'quantity'))).toEqual({
      rows: [
        [
          { column: 2, value: 200 },
          { column: 1, value: '2026-12-03', isDate: true },
        ],
      ],
    });
    expect(inColumns(rows, columns('quantity', null))).toEqual({ missing: ['dueDate'] });
  });
  it('give back remarks that no column takes', () => {
    expect(newRows([row(), row({ remark: '' })], head, columns('quantity')).unplaced).toEqual(['送昆山']);
  });
});
