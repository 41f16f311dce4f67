import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../../core/check/context.ts';
import { rightTotals } from '../../../../core/check/rules/right-totals.ts';
import { runRules } from '../../../../core/check/run-rules.ts';
import type { OrderTable, SaidTotal } from '../../../../core/sheet/parsed-order.ts';
import { batchOf, cells, decimal, given, knowledge, ordersTable, type Row } from '../given.ts';

/** Rows 2, 3, … of the sheet and what a total below them says. */
const found = (
  rows: readonly Row[],
  total: Partial<Omit<SaidTotal, 'value'>> & { value: string },
  table?: OrderTable,
) => {
  const said = {
    table: 0,
    row: 20,
    field: 'amount',
    from: 1,
    to: rows.length,
    ...total,
    value: decimal(total.value),
  } as const;
  const batch = { ...batchOf(rows, table), totals: [said] };
  return { findings: runRules([rightTotals], contextOf(batch, given(knowledge()))).map(({ finding }) => finding) };
};
const amount = (value: string, more: Row = {}): Row => ({ amount: decimal(value), ...more });
const three = [amount('10'), amount('20.5'), amount('30')];
const { amount: _amount, ...columnsWithoutAmount } = ordersTable.columns;

describe('totals', () => {
  it('are compared with the column they stand under', () => {
    expect(cells(found(three, { value: '60.5' }))).toEqual([]);
    expect(found(three, { value: '61.5' }).findings).toMatchObject([
      {
        cell: 'I21',
        code: 'total.mismatch',
        severity: 'warning',
        order: null,
        expected: { kind: 'money', value: '60.5', currency: 'CNY' },
        actual: { kind: 'money', value: '61.5', currency: 'CNY' },
        data: { field: 'amount', from: '2', to: '4' },
      },
    ]);
    expect(found(three, { value: '1' }).findings[0]).not.toHaveProperty('fix');
  });

  it('stand for the rows they name only, and for those of their table', () => {
    expect(cells(found(three, { value: '20.5', from: 2, to: 2 }))).toEqual([]);
    expect(cells(found(three, { value: '50.5', from: 2 }))).toEqual([]);
    expect(cells(found(three, { value: '30.5', to: 2 }))).toEqual([]);
    expect(cells(found(three, { value: '7', from: 8, to: 9 }))).toEqual([]);
  });

  it('may differ by half a cent a row: what is shown is not always what is there', () => {
    expect(cells(found(three, { value: '60.515' }))).toEqual([]);
    expect(cells(found(three, { value: '60.485' }))).toEqual([]);
    expect(cells(found(three, { value: '60.516' }))).toEqual(['I21 total.mismatch']);
    expect(cells(found(three, { value: '60.484' }))).toEqual(['I21 total.mismatch']);
  });

  it('of a filtered sheet may count what can be seen', () => {
    const rows = [...three, amount('100', { hidden: true })];
    expect(cells(found(rows, { value: '60.5' }))).toEqual([]);
    expect(cells(found(rows, { value: '160.5' }))).toEqual([]);
    expect(found(rows, { value: '100' }).findings[0]?.expected?.value).toBe('160.5');
  });

  it('of quantities agree exactly', () => {
    const rows: Row[] = [{ quantity: decimal('2') }, { quantity: decimal('3.5') }, { quantity: undefined } as never];
    expect(cells(found(rows, { field: 'quantity', value: '5.5' }))).toEqual([]);
    expect(found(rows, { field: 'quantity', value: '5.501' }).findings).toMatchObject([
      {
        cell: 'F21',
        expected: { kind: 'quantity', value: '5.5' },
        actual: { value: '5.501' },
        data: { field: 'quantity' },
      },
    ]);
  });

  it('count an empty cell as nothing, and reckon amounts where the sheet has no such column', () => {
    expect(cells(found([...three, {}], { value: '60.5' }))).toEqual([]);
    const table = { ...ordersTable, columns: columnsWithoutAmount };
    expect(cells(found([{}, {}], { value: '40' }, table))).toEqual([]);
    expect(found([{}, {}], { value: '41' }, table).findings).toMatchObject([
      { cell: 'A21', expected: { value: '40' } },
    ]);
  });

  it.each<[string, Row, Partial<OrderTable>]>([
    [
      'an amount nobody can read',
      {
        unreadable: [
          { field: 'amount', column: 8, kind: 'money', raw: '?', problem: 'not-a-number' },
          { field: 'dueDate', column: 9, kind: 'date', raw: '?', problem: 'not-a-date' },
        ],
      },
      {},
    ],
    ['prices of another kind than the amounts', {}, { columns: columnsWithoutAmount, beforeTax: ['unitPrice'] }],
    [
      'a row without price where amounts are reckoned',
      { unitPrice: undefined } as never,
      { columns: columnsWithoutAmount },
    ],
  ])('are left alone over %s', (_, row, table) => {
    expect(cells(found([row, {}], { value: '1' }, { ...ordersTable, ...table }))).toEqual([]);
  });

  it('of quantities are left alone over rows that count in packs, others over an unreadable quantity are not', () => {
    const packed: Row = { quantity: decimal('72'), saidPacks: { count: decimal('3'), size: decimal('24') } };
    expect(cells(found([packed], { field: 'quantity', value: '3' }))).toEqual([]);
    const unreadable = [{ field: 'quantity', column: 5, kind: 'quantity', raw: '?', problem: 'not-a-number' } as const];
    expect(cells(found([amount('10', { unreadable })], { value: '11' }))).toEqual(['I21 total.mismatch']);
  });

  it('of several currencies name none', () => {
    const rows = [amount('10'), amount('20', { key: '2', order: { currency: 'USD' } })];
    expect(found(rows, { value: '31' }).findings[0]?.expected).toEqual({ kind: 'money', value: '30' });
  });

  it('of a second table look at its rows', () => {
    const { orders } = batchOf(three);
    const moved = orders.map((order) => ({ ...order, lines: order.lines.map((line) => ({ ...line, table: 1 })) }));
    const total = { table: 1, row: 20, field: 'amount', from: 1, to: 3, value: decimal('1') } as const;
    const batch = {
      tables: [ordersTable, { ...ordersTable, sheet: 'B' }],
      orders: moved,
      totals: [total, { ...total, table: 0 }],
    };
    const seen = runRules([rightTotals], contextOf(batch, given(knowledge())));
    expect(seen.map(({ finding }) => finding.sheet)).toEqual(['B']);
  });
});
