import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../core/check/context.ts';
import { hasItem } from '../../../core/check/item-line.ts';
import type { Item } from '../../../core/check/knowledge.ts';
import { inRowTerms, isAtLeast, isSamePrice } from '../../../core/check/price-terms.ts';
import type { OrderTable } from '../../../core/sheet/parsed-order.ts';
import { batchOf, decimal, given, knowledge, ordersTable, type Row } from './given.ts';

/** Sold by the piece, 24 in a carton. */
const byPiece: Partial<Item> = { unit: '个', pack: { size: decimal('24'), unit: '箱' } };
interface Asked {
  readonly price?: string;
  readonly tax?: 'excluded';
  readonly item?: Partial<Item>;
  readonly beforeTax?: OrderTable['beforeTax'];
}
function inRow(row: Row, { price = '10', tax, item = byPiece, beforeTax }: Asked = {}) {
  const { prices: _, ...listed } = item;
  const known = knowledge({ items: [{ code: 'A-1', ...listed }] });
  const context = contextOf(batchOf([row], { ...ordersTable, ...(beforeTax && { beforeTax }) }), given(known));
  const [line] = context.lines;
  return line && hasItem(line) ? inRowTerms({ price: decimal(price), tax }, line, context) : undefined;
}

describe('a price of the list in a row’s terms', () => {
  it.each([
    ['in the item’s own unit', {}, '10'],
    ['by the carton', { unit: '箱', unitPrice: decimal('240') }, '240'],
    ['by the carton, the price being nearer to a piece’s', { unit: '箱', unitPrice: decimal('11') }, '10'],
    ['by the carton, the price being as far from both', { unit: '箱', unitPrice: decimal('125') }, '240'],
    ['by the carton without a price', { unit: '箱', unitPrice: undefined }, '240'],
    ['by the carton, priced by the carton', { unit: '箱', priceUnit: '箱', unitPrice: decimal('10') }, '240'],
    ['by the carton, priced by the piece', { unit: '箱', priceUnit: '个', unitPrice: decimal('240') }, '10'],
  ])('%s', (_, row, price) => {
    expect(inRow(row)?.price).toBe(price);
  });

  it('is of a piece of the pack only where the amount says that a piece is priced', () => {
    const row = { packSize: decimal('24'), quantity: decimal('2'), unitPrice: decimal('10') };
    const byCarton = { price: '240', item: { unit: '箱' } };
    expect(inRow(row, byCarton)?.price).toBe('240');
    expect(inRow({ ...row, amount: decimal('20') }, byCarton)?.price).toBe('240');
    expect(inRow({ ...row, amount: decimal('480') }, byCarton)?.price).toBe('10');
  });

  it('is none of the item’s own unit where the row says what its price is for', () => {
    // Six at 11.00 in a carton, says the row; 24 says the list.
    const row = { unit: '箱', packSize: decimal('6'), unitPrice: decimal('11'), amount: decimal('132') };
    expect(inRow(row)?.price).toBe('10');
    expect(inRow({ ...row, priceUnit: '箱' })?.price).toBe('40');
  });

  it('can’t be had in a unit that is no part or pack of the item’s', () => {
    expect(inRow({ unit: 'kg' })).toBeNull();
  });

  it('has the decimals the list gives it; worked out, as many, two at least and four at most', () => {
    const priced = (price: string, row: Row = {}) => inRow(row, { price, item: { unit: '打' } });
    expect(priced('1.234567')).toMatchObject({ price: '1.234567', step: '0.0001', isConverted: false });
    const piece = { unit: '个', priceUnit: '个' };
    expect(priced('10', piece)).toMatchObject({ price: '0.83', exact: '0.8333333333', step: '0.01', listed: '10' });
    expect(priced('10.001', piece)).toMatchObject({ price: '0.833', step: '0.001', isConverted: true });
    expect(priced('10.00001', piece)).toMatchObject({ price: '0.8333', step: '0.0001' });
  });

  it.each<[string, Row, Asked, string]>([
    ['with tax where list and row are', {}, {}, '10'],
    ['without where both are', {}, { tax: 'excluded', beforeTax: ['unitPrice'] }, '10'],
    ['with the usual tax added', {}, { tax: 'excluded' }, '11.3'],
    ['with the row’s own tax added', { taxRate: decimal('0.06') }, { tax: 'excluded' }, '10.6'],
    ['with the tax taken off', { taxRate: decimal('0.25') }, { beforeTax: ['unitPrice'] }, '8'],
    ['as it is where another column is without tax', {}, { beforeTax: ['amount'] }, '10'],
    ['as it is where the tax is nonsense', { taxRate: decimal('-1') }, { tax: 'excluded' }, '10'],
    ['by the carton and with tax', { priceUnit: '箱' }, { tax: 'excluded' }, '271.2'],
  ])('is %s', (_, row, asked, price) => {
    expect(inRow(row, asked)?.price).toBe(price);
  });
});

describe('prices are compared', () => {
  const listed = { price: decimal('10'), exact: decimal('10.004'), listed: decimal('10'), step: decimal('0.01') };

  it.each([
    ['10.004', true, true],
    ['10.0139', true, true],
    ['10.014', true, false],
    ['9.9941', true, true],
    ['9.994', true, false],
    ['10.004', false, true],
    ['10.0041', false, false],
  ])('%s, worked out: %s, is the same: %s', (said, isConverted, same) => {
    expect(isSamePrice({ ...listed, isConverted }, decimal(said))).toBe(same);
  });

  it.each([
    ['10', true],
    ['9.995', true],
    ['9.9949', false],
  ])('%s is at least 10, but for the rounding of the last place: %s', (price, enough) => {
    expect(isAtLeast(decimal(price), decimal('10'), listed)).toBe(enough);
  });
});
