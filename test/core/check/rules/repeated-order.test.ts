import { describe, expect, it } from 'vitest';
import { checkOrders } from '../../../../core/check/check.ts';
import { repeatedOrder } from '../../../../core/check/rules/repeated-order.ts';
import { batchOf, cells, checkWith, date, decimal, knowledge, ordersTable, type Row, today } from '../given.ts';

const items = [{ code: 'A-1', barcode: '6901' }, { code: 'A-2' }];
const other = { itemCode: 'A-2' };
const found = (...rows: Row[]) => checkWith([repeatedOrder], rows, { items });

describe('repeated order', () => {
  it('names every later order of the same lines, in whatever order they stand, and the first', () => {
    const result = found(
      {},
      other,
      { key: '2', ...other },
      { key: '2', itemCode: '6901' },
      { key: '3' },
      { key: '4', ...other },
      { key: '4' },
    );
    expect(cells(result)).toEqual(['A4 order.repeated', 'A7 order.repeated']);
    expect(result.findings[0]).toMatchObject({
      severity: 'warning',
      actual: { kind: 'text', value: '2' },
      data: { first: 'Orders A2', order: '1', context: 'named' },
    });
  });

  it.each<[string, Row]>([
    ['customer', { customer: { code: 'C2' } }],
    ['currency', { order: { currency: 'USD' } }],
    ['quantity', { quantity: decimal('3') }],
    ['price', { unitPrice: decimal('9') }],
    ['date', { dueDate: date('2026-12-24') }],
    ['item', other],
    [
      'date that can’t be read',
      { unreadable: [{ field: 'dueDate', column: 9, kind: 'date', raw: '03/04/2027', problem: 'ambiguous' }] },
    ],
  ])('another %s is another order', (_, row) => {
    expect(cells(found({}, { key: '2', ...row }))).toEqual([]);
  });

  it.each<[string, Row]>([
    ['its customer', { customer: {} }],
    ['a quantity', { quantity: undefined } as never],
    ['a price', { unitPrice: undefined } as never],
    ['an item', { itemCode: undefined } as never],
  ])('without %s nothing can be compared', (_, row) => {
    expect(cells(found(row, { key: '2', ...row }))).toEqual([]);
  });

  it('sees a sheet that was copied, though its orders have no numbers', () => {
    const { orders } = batchOf([{}]);
    const [order] = orders.map((each) => ({ ...each, key: null }));
    if (!order) throw new Error('no order');
    const copied = { ...order, lines: order.lines.map((line) => ({ ...line, table: 1 })) };
    const batch = { tables: [ordersTable, { ...ordersTable, sheet: 'Orders (2)' }], orders: [copied, order] };
    const { findings } = checkOrders({ batch, knowledge: knowledge(), today });
    expect(findings).toMatchObject([{ sheet: 'Orders (2)', cell: 'A2', data: { first: 'Orders A2' } }]);
    expect(findings[0]?.data).not.toHaveProperty('context');
  });
});
