import { describe, expect, it } from 'vitest';
import { checkOrders } from '../../../core/check/check.ts';
import { contextOf, type OrderInCheck } from '../../../core/check/context.ts';
import { cellOf, customerPlace, orderPlace, type Place, rowName } from '../../../core/check/place.ts';
import type { Field } from '../../../core/sheet/fields.ts';
import type { HeadCell, OrderTable } from '../../../core/sheet/parsed-order.ts';
import { batchOf, given, knowledge, ordersTable, type Row, today } from './given.ts';

/** The finding on an unknown customer code beside a known name, in a table with these columns. */
const unknownCustomer = (columns: OrderTable['columns']) =>
  checkOrders({
    batch: batchOf([{ customer: { code: 'C9', name: 'Ever Bright' } }], { ...ordersTable, columns }),
    knowledge: knowledge(),
    today,
  }).findings.find(({ code }) => code === 'customer.unknown');

const { customerCode, customerName, itemCode, quantity, unitPrice } = ordersTable.columns;
const others = { itemCode, quantity, unitPrice } as OrderTable['columns'];

it.each([
  ['the column of the code', { ...others, customerCode, customerName }, 'B2', 'C1'],
  ['the column of the name, where there is no other', { ...others, customerName }, 'C2', 'C1'],
  ['the beginning of the row, where there is none: nothing to mend there', others, 'D2', undefined],
])('a finding stands in %s', (_, columns, cell, fix) => {
  const finding = unknownCustomer(columns as OrderTable['columns']);
  expect(finding?.cell).toBe(cell);
  expect(finding?.fix?.value).toBe(fix);
});

it('a finding on what stands above the table is found there; beside its label nothing is mended', () => {
  const above = { field: 'customerCode', row: 0, column: 7, from: 1, to: 1 } as const;
  const seen = (heads: OrderTable['heads']) =>
    checkOrders({
      batch: batchOf([{ customer: { code: 'C9', name: 'Ever Bright' } }], {
        ...ordersTable,
        columns: others,
        ...(heads && { heads }),
      }),
      knowledge: knowledge(),
      today,
    }).findings.find(({ code }) => code === 'customer.unknown');
  expect(seen([above])).toMatchObject({ cell: 'H1', row: 0, column: 7, fix: { cell: 'H1', value: 'C1' } });
  expect(seen([{ ...above, inLabel: true }])).toMatchObject({ cell: 'H1' });
  expect(seen([{ ...above, inLabel: true }])).not.toHaveProperty('fix');
  expect(seen([{ ...above, from: 2, to: 9 }])?.cell).toBe('D2');
});

describe('what an order’s own words are found at', () => {
  const placed = (place: (order: OrderInCheck) => Place, columns: OrderTable['columns'], row: Row = {}) => {
    const [order] = contextOf(batchOf([row, row]), given(knowledge())).orders;
    return order && cellOf(place(order), [{ ...ordersTable, columns }]).name;
  };
  const byName = { customer: { name: 'Ever Bright' } };

  it.each([
    ['its number', { ...others, poNumber: 9, customerCode: 1, orderKey: 8 }, 'I2'],
    ['the customer’s number of it', { ...others, poNumber: 9, customerCode: 1 }, 'J2'],
    ['its customer', { ...others, customerCode: 1, customerName: 2 }, 'B2'],
  ])('an order’s: %s, in its first row', (_, columns, cell) => {
    expect(placed(orderPlace, columns)).toBe(cell);
  });

  it.each([
    ['the code', { ...others, customerCode: 1, customerName: 2 }, {}, 'B2'],
    ['the name, where he goes by it', { ...others, customerCode: 1, customerName: 2 }, byName, 'C2'],
    ['the name’s column, where there is no other', { ...others, customerName: 2 }, {}, 'C2'],
    ['the code’s column, where there is no other', { ...others, customerCode: 1 }, byName, 'B2'],
    ['the code, where he has no name', { ...others, customerCode: 1, customerName: 2 }, { customer: {} }, 'B2'],
  ])('a customer’s: %s', (_, columns, row, cell) => {
    expect(placed(customerPlace, columns, row)).toBe(cell);
  });
});

describe('what stands above the table', () => {
  const head = (field: HeadCell['field'], column: number, more: Partial<HeadCell> = {}): HeadCell => ({
    ...{ field, row: 0, column, from: 1, to: 1 },
    ...more,
  });
  const placed = (
    at: { field: Field<'orders'> | Field<'orders'>[] } | { column: number },
    table: Partial<OrderTable>,
  ) => {
    const unreadable = { field: 'dueDate', kind: 'date', raw: '?', problem: 'not-a-date' } as const;
    const row = {
      unreadable: [
        { ...unreadable, column: 6 },
        { ...unreadable, column: 7, row: 0 },
        { ...unreadable, column: 9 },
      ],
    };
    const [line] = contextOf(batchOf([row]), given(knowledge())).lines;
    return line && cellOf({ line, ...at }, [{ ...ordersTable, columns: others, ...table }]).name;
  };

  it('is where its field is found, unless the rows have a column for it or for another that will do', () => {
    const heads = [head('poNumber', 5), head('dueDate', 7), head('region', 9)];
    expect(placed({ field: 'dueDate' }, { heads })).toBe('H1');
    expect(placed({ field: ['orderDate', 'region'] }, { heads })).toBe('J1');
    expect(placed({ field: 'dueDate' }, { heads, columns: { ...others, dueDate: 11 } })).toBe('L2');
    expect(placed({ field: ['dueDate', 'orderDate'] }, { heads, columns: { ...others, orderDate: 12 } })).toBe('M2');
    expect(placed({ field: 'orderDate' }, { heads })).toBe('D2');
  });

  it('counts for the rows of its own part only', () => {
    const at = { field: 'dueDate' } as const;
    expect(placed(at, { heads: [head('dueDate', 7, { from: 0, to: 0 }), head('dueDate', 8)] })).toBe('I1');
    expect(placed(at, { heads: [head('dueDate', 7, { from: 2, to: 9 }), head('dueDate', 8)] })).toBe('I1');
  });

  it('is where a cell can’t be read, if it is that cell and none of the row’s', () => {
    // H1 and J1 are labelled cells; of the row itself, G2 and J2 can't be read.
    const heads = [head('region', 9), head('orderDate', 7, { row: 3 }), head('dueDate', 7)];
    expect([7, 6, 9].map((column) => placed({ column }, { heads }))).toEqual(['H1', 'G2', 'J2']);
    expect(placed({ column: 7 }, {})).toBe('H2');
  });
});

it('rows are told apart by file, sheet and number', () => {
  const names = [
    { sheet: 'Orders', row: 1 },
    { sheet: 'Orders', row: 2 },
    { sheet: 'More', row: 1 },
    { file: 'a.xlsx', sheet: 'Orders', row: 1 },
    { file: 'b.xlsx', sheet: 'Orders', row: 1 },
  ].map(rowName);
  expect(new Set(names).size).toBe(names.length);
  expect(rowName({ sheet: 'Orders', row: 1 })).toBe(names[0]);
});
