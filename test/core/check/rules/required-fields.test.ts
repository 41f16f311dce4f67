import { describe, expect, it } from 'vitest';
import { requiredFields } from '../../../../core/check/rules/required-fields.ts';
import { unreadableCells } from '../../../../core/check/rules/unreadable-cells.ts';
import { cells, checkWith, type Row } from '../given.ts';

const checkFields = (rows: readonly Row[]) => checkWith([requiredFields, unreadableCells], rows);

const empty = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, undefined])) as Row;

describe('required fields', () => {
  it('reports each empty cell where it should be filled', () => {
    expect(cells(checkFields([{}, empty('quantity'), empty('itemCode', 'unitPrice')]))).toEqual([
      'F3 field.missing',
      'D4 field.missing',
      'G4 field.missing',
    ]);
  });

  it('reports a missing customer once an order, at its first row', () => {
    expect(cells(checkFields([{ customer: {} }, { customer: {} }, { key: '2' }]))).toEqual(['B2 field.missing']);
  });

  it('offers the list price where the price is missing', () => {
    const [finding] = checkFields([empty('unitPrice')]).findings;
    expect(finding).toMatchObject({
      expected: { kind: 'money', value: '10', currency: 'CNY' },
      data: { field: 'unitPrice', context: 'priced' },
      fix: { cell: 'G2', value: 10 },
    });
  });

  it('only names it where the item has prices by class and none is known to be the customer’s', () => {
    const prices = [{ price: '10' }, { price: '8', customerClass: 'B' }];
    const books = { items: [{ code: 'A-1', prices }], customers: [{ customerClass: 'C' }] };
    const [finding] = checkWith([requiredFields], [empty('unitPrice')], books).findings;
    expect(finding).toMatchObject({ expected: { kind: 'money', value: '10' } });
    expect(finding).not.toHaveProperty('fix');
  });

  it('offers nothing, as a price, for a gift', () => {
    const [finding] = checkFields([{ ...empty('unitPrice'), gift: true }]).findings;
    expect(finding).toMatchObject({
      expected: { kind: 'money', value: '0', currency: 'CNY' },
      data: { field: 'unitPrice', context: 'gift' },
      fix: { cell: 'G2', value: 0 },
    });
  });

  it('says which field it is, and of the others none has a price to offer', () => {
    const { findings } = checkFields([{ ...empty('quantity', 'itemCode'), gift: true, customer: {} }]);
    expect(findings.map(({ data }) => data)).toEqual([
      { field: 'customerName' },
      { field: 'itemCode' },
      { field: 'quantity' },
    ]);
    for (const finding of findings) expect(finding).not.toHaveProperty('fix');
  });

  it('is silent about a cell that is filled but unreadable', () => {
    const cell = { column: 5, kind: 'quantity', raw: 'many', problem: 'not-a-number' } as const;
    const quantity = { ...cell, field: 'quantity' };
    const barcode = { ...cell, field: 'barcode', column: 4 };
    const found = (unreadable: NonNullable<Row['unreadable']>, ...missing: string[]) =>
      cells(checkWith([requiredFields], [{ ...empty(...missing), unreadable }]));
    expect(cells(checkFields([{ ...empty('quantity'), unreadable: [quantity] }]))).toEqual(['F2 field.unreadable']);
    expect(found([barcode, quantity], 'quantity')).toEqual([]);
    // The code may stand in any of several columns.
    expect(found([barcode], 'itemCode')).toEqual([]);
    expect(found([barcode], 'quantity')).toEqual(['F2 field.missing']);
  });
});
