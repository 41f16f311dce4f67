import { expect, it } from 'vitest';
import { itemAgrees } from '../../../../core/check/rules/item-agrees.ts';
import type { OrderTable } from '../../../../core/sheet/parsed-order.ts';
import { checkWith, ordersTable, type Row } from '../given.ts';

const items = [
  { code: 'A-1', name: 'Hex bolt', otherNames: ['Machine screw'], specification: 'M8×40 304', unit: '个' },
  { code: 'A-2', name: 'Hex nut', unit: '箱' },
];
const columns = { ...ordersTable.columns, itemName: 16, specification: 17 };
const findings = (row: Row, table: OrderTable = { ...ordersTable, columns }) =>
  checkWith([itemAgrees], [row], { items }, { table }).findings;
const found = (row: Row) => findings(row).map(({ code }) => code);

it.each([
  ['the list’s own words', { itemName: 'HEX BOLT', specification: 'm8*40', unit: '个' }],
  ['the list’s other name of it', { itemName: 'machine screw' }],
  ['a name of the office’s own', { itemName: 'bolt, hexagonal' }],
  ['another unit: that is same-unit’s business', { unit: '箱' }],
  ['the name in the column of the size', { specification: 'Hex bolt M8×40' }],
  ['nothing but the name in the column of the size', { specification: 'hex bolt' }],
  ['nothing', {}],
])('accepts %s', (_, row) => {
  expect(found(row)).toEqual([]);
});

it('reads the size beside the name that stands in its column', () => {
  expect(found({ specification: 'Hex bolt M8×50' })).toEqual(['item.specification-differs']);
  expect(found({ specification: 'Hex nut M8×40' })).toEqual(['item.specification-differs']);
});

it('says what the list says and what the row, at the row’s own word', () => {
  expect(findings({ itemName: 'hex nut', specification: 'M8×50' })).toMatchObject([
    {
      code: 'item.name-differs',
      cell: 'Q2',
      expected: { kind: 'text', value: 'Hex bolt' },
      actual: { kind: 'text', value: 'hex nut' },
      data: { item: 'A-1', name: 'Hex bolt' },
    },
    {
      code: 'item.specification-differs',
      cell: 'R2',
      expected: { kind: 'text', value: 'M8×40 304' },
      actual: { kind: 'text', value: 'M8×50' },
      data: { item: 'A-1', name: 'Hex bolt' },
    },
  ]);
});

it.each([
  ['code', { itemCode: 3, barcode: 4 }, 'D2'],
  ['barcode', { quantity: 1, barcode: 4 }, 'E2'],
])('is found at the %s where the size has no column of its own', (_, others, cell) => {
  const [finding] = findings({ specification: 'M8×50' }, { ...ordersTable, columns: others });
  expect(finding?.cell).toBe(cell);
});

it('has nothing to compare with where the item isn’t known', () => {
  expect(found({ itemCode: 'Z', itemName: 'hex nut', specification: 'M8×50' })).toEqual([]);
});
