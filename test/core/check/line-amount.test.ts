import { describe, expect, it } from 'vitest';
import { lineAmount, netPrice, pricePerUnit } from '../../../core/check/line-amount.ts';
import type { ParsedLine } from '../../../core/sheet/parsed-order.ts';
import { check, decimal } from './given.ts';

const line = (cells: Readonly<Record<string, string>>): ParsedLine => ({ table: 0, row: 1, ...cells }) as ParsedLine;

describe('line amount', () => {
  it.each([
    [{ quantity: '3', unitPrice: '9.99' }, '29.97'],
    [{ quantity: '3', unitPrice: '9.99', discount: '0.05' }, '28.47'],
    [{ quantity: '1', unitPrice: '0.125' }, '0.13'],
    [{ quantity: '-1', unitPrice: '0.125' }, '-0.13'],
    // A shop orders 30 cartons of 12 and prices the bag: its amount says so.
    [{ quantity: '30', packSize: '12', unitPrice: '8.5', amount: '3060' }, '3060'],
    [{ quantity: '30', packSize: '12', unitPrice: '8.5', discount: '0.1', amount: '2754' }, '2754'],
    [{ quantity: '30', packSize: '12', unitPrice: '8.5', amount: '255' }, '255'],
    [{ quantity: '30', packSize: '12', unitPrice: '8.5', amount: '3061' }, '255'],
    [{ quantity: '30', packSize: '12', unitPrice: '8.5' }, '255'],
    [{ quantity: '30', packSize: '0', unitPrice: '8.5', amount: '0' }, '255'],
  ])('%j: %s', (cells, amount) => {
    expect(lineAmount(line(cells))).toBe(amount);
  });

  it('is unknown while quantity or price is missing', () => {
    expect(lineAmount(line({ quantity: '1', packSize: '2', amount: '3' }))).toBeNull();
    expect(lineAmount(line({ unitPrice: '1', packSize: '2', amount: '3' }))).toBeNull();
  });

  it('takes a discount off the price exactly', () => {
    expect(netPrice(decimal('12.5'), decimal('0.03'))).toBe('12.125');
    expect(netPrice(decimal('12.5'), decimal('0'))).toBe('12.5');
    expect(netPrice(decimal('12.5'), undefined)).toBe('12.5');
  });
});

it('an order of such a shop is charged by the carton', () => {
  const cells = {
    quantity: decimal('30'),
    packSize: decimal('12'),
    unitPrice: decimal('8.5'),
    amount: decimal('3060'),
  };
  expect(pricePerUnit(line(cells as never))).toBe('102');
  const { orders, findings } = check([{ ...cells, unit: '箱' }], {
    items: [{ code: 'A-1', unit: '箱', prices: [{ price: '8.5' }] }],
  });
  expect(findings).toEqual([]);
  expect(orders[0]?.checked?.lines).toMatchObject([{ quantity: '30', unit: '箱', unitPrice: '102', amount: '3060' }]);
});
