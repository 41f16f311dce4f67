import { expect, it } from 'vitest';
import { rightAmount } from '../../../../core/check/rules/right-amount.ts';
import { cells, check, checkWith, decimal, type Row } from '../given.ts';

const row = (quantity: string, unitPrice: string, discount: string | undefined, amount: string): Row => ({
  itemCode: 'X',
  quantity: decimal(quantity),
  unitPrice: decimal(unitPrice),
  ...(discount && { discount: decimal(discount) }),
  amount: decimal(amount),
});
const checkAmounts = (...rows: Row[]) => check(rows, { items: null, stock: null });
const mismatches = (...rows: Row[]) => checkAmounts(...rows).findings.filter(({ code }) => code === 'amount.mismatch');

it.each([
  ['to the cent', row('3', '3.33', undefined, '9.99')],
  ['half a cent away from zero', row('1', '1.005', undefined, '1.01')],
  ['with the discount', row('12', '14', '0.05', '159.6')],
  ['holding more decimals than it shows', row('3', '0.3333', undefined, '0.9999')],
])('right amount: accepts it %s', (_, given) => {
  expect(mismatches(given)).toEqual([]);
});

it('right amount: names what it must be and offers it', () => {
  const result = checkAmounts(row('3', '3.33', undefined, '10'));
  expect(cells(result)).toContain('I2 amount.mismatch');
  expect(mismatches(row('12', '14', '0.05', '168'))[0]).toMatchObject({
    expected: { kind: 'money', value: '159.6' },
    actual: { kind: 'money', value: '168' },
    fix: { cell: 'I2', value: 159.6 },
  });
  expect(result.orders[0]?.checked).toBeNull();
});

it.each([
  ['an impossible discount', { discount: decimal('1.5') }, {}],
  ['a gift with a price', { gift: true, amount: decimal('0') }, {}],
  ['a price for another unit', { priceUnit: '箱', unit: '个' }, {}],
  ['a price for another unit than the item’s', { priceUnit: '箱' }, { unit: '个' }],
  ['a quantity in another unit', { quantityUnit: '箱' }, { unit: '个' }],
])('right amount: waits until %s is put right', (_, row, item) => {
  const wrong = { quantity: decimal('2'), unitPrice: decimal('10'), amount: decimal('99') };
  const found = (more: Row, of: object = {}) =>
    checkWith([rightAmount], [{ ...wrong, ...more }], { items: [{ code: 'A-1', ...of }] }).findings;
  expect(found(row, item)).toEqual([]);
  const right = { unit: 'PCS', quantityUnit: '只', priceUnit: '个', discount: decimal('0.5'), gift: true };
  expect(found(right, { unit: '个' })).toHaveLength(1);
});
