import { expect, it } from 'vitest';
import { usualQuantity } from '../../../../core/check/rules/usual-quantity.ts';
import { type Books, cells, checkWith, decimal, type Row } from '../given.ts';

const deal = { itemCode: 'a-1', largestQuantity: decimal('10') };
const found = (row: Row, books: Books = {}) =>
  checkWith([usualQuantity], [row], {
    items: [{ code: 'A-1', name: 'Hinge', unit: 'pcs' }],
    pastDeals: [deal],
    ...books,
  });
const quantity = decimal('31');

it('usual quantity: three times the most he ever ordered is enough, more is said', () => {
  expect(cells(found({ quantity: decimal('30') }))).toEqual([]);
  expect(found({ quantity: decimal('30.5') }).findings).toMatchObject([
    {
      cell: 'F2',
      code: 'quantity.unusual',
      severity: 'warning',
      expected: { kind: 'quantity', value: '10', unit: 'pcs' },
      actual: { kind: 'quantity', value: '30.5', unit: 'pcs' },
      data: { item: 'A-1', name: 'Hinge', times: '3' },
    },
  ]);
});

it.each<[string, Row, Books]>([
  ['another customer bought it', { quantity }, { pastDeals: [{ ...deal, customerCode: 'C2' }] }],
  ['he bought another item', { quantity }, { pastDeals: [{ ...deal, itemCode: 'A-2' }] }],
  ['he bought it longer ago', { quantity }, { pastDeals: [{ itemCode: 'A-1' }] }],
  ['the quantity is missing', { quantity: undefined } as never, {}],
  ['nobody is named', { quantity, customer: {} }, {}],
  ['no item is named', { quantity, itemCode: undefined } as never, {}],
])('usual quantity: nothing to compare where %s', (_, row, books) => {
  expect(cells(found(row, books))).toEqual([]);
});

it('usual quantity: compares in the unit the item is kept in', () => {
  const books = { items: [{ code: 'A-1', unit: '瓶', pack: { size: decimal('24'), unit: '箱' } }] };
  expect(found({ quantity: decimal('2'), quantityUnit: '箱' }, books).findings[0]?.actual).toEqual({
    kind: 'quantity',
    value: '48',
    unit: '瓶',
  });
  expect(cells(found({ quantity: decimal('1'), quantityUnit: '箱' }, books))).toEqual([]);
  expect(cells(found({ quantity, quantityUnit: 'kg' }, books))).toEqual([]);
});

it('usual quantity: goes by what the row says where there are no books', () => {
  const noBooks = { items: null, customers: null };
  const [finding] = found({ quantity, unit: '箱' }, noBooks).findings;
  expect(finding).toMatchObject({ actual: { unit: '箱' }, data: { item: 'a-1' } });
  expect(found({ quantity }, noBooks).findings[0]?.actual).toEqual({ kind: 'quantity', value: '31' });
});

it('usual quantity: is not checked where nobody knows what was bought', () => {
  expect(found({ quantity }, { pastDeals: null }).findings[0]?.data).toEqual({
    rule: 'usual-quantity',
    context: 'pastDeals',
  });
});
