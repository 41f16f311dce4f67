import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../core/check/knowledge.ts';
import { orderSteps } from '../../../../core/check/rules/order-steps.ts';
import { checkWith, decimal, type Row } from '../given.ts';

const found = (quantity: string, item: Partial<Item>, row: Row = {}) =>
  checkWith([orderSteps], [{ quantity: decimal(quantity), ...row }], { items: [{ code: 'A-1', ...item }] }).findings;
const sold = (minimumOrder?: string, orderMultiple?: string): Partial<Item> => ({
  unit: '个',
  ...(minimumOrder && { minimumOrder: decimal(minimumOrder) }),
  ...(orderMultiple && { orderMultiple: decimal(orderMultiple) }),
});
const offered = (quantity: string, item: Partial<Item>) => found(quantity, item)[0]?.choices?.map(({ value }) => value);

describe('minimum', () => {
  it('names the least that is sold, and offers it', () => {
    expect(found('99', sold('100'))).toMatchObject([
      {
        code: 'quantity.below-minimum',
        severity: 'warning',
        cell: 'F2',
        expected: { kind: 'quantity', value: '100', unit: '个' },
        actual: { kind: 'quantity', value: '99', unit: '个' },
        data: { item: 'A-1' },
        choices: [{ cell: 'F2', value: 100, label: '100' }],
      },
    ]);
    expect(found('100', sold('100'))).toEqual([]);
    expect(found('1', { minimumOrder: decimal('5') })[0]?.expected).toEqual({ kind: 'quantity', value: '5' });
  });

  it('leaves a gift as small as it is', () => {
    expect(found('1', sold('100', '30'), { gift: true })).toEqual([]);
    expect(found('1', sold('100', '30'), { gift: false })).toHaveLength(1);
  });

  it('offers a full step when the minimum is none', () => {
    expect(offered('10', sold('100', '30'))).toEqual([120]);
    expect(offered('10', sold('90', '30'))).toEqual([90]);
  });
});

describe('steps', () => {
  it('offers the steps below and above', () => {
    expect(found('70', sold(undefined, '24'))).toMatchObject([
      { code: 'quantity.not-multiple', expected: { value: '24', unit: '个' }, actual: { value: '70' } },
    ]);
    expect(offered('70', sold(undefined, '24'))).toEqual([48, 72]);
    expect(offered('10', sold(undefined, '24'))).toEqual([24]);
    expect(offered('110', sold('100', '24'))).toEqual([120]);
    expect(offered('2.6', sold(undefined, '0.5'))).toEqual([2.5, 3]);
  });

  it.each([
    ['72', sold(undefined, '24')],
    ['7.5', sold(undefined, '2.5')],
    // Steps may be counted from the least.
    ['130', sold('100', '30')],
    ['120', sold('100', '30')],
    ['7', sold(undefined, '0')],
  ])('%s is one of %j', (quantity, item) => {
    expect(found(quantity, item)).toEqual([]);
  });

  it('every quantity offered passes', () => {
    const size = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 500 }), (minimum, step, quantity) => {
        const item = sold(String(minimum), String(step));
        for (const right of offered(String(quantity), item) ?? []) expect(found(String(right), item)).toEqual([]);
      }),
    );
  });
});

it('judges a quantity only in the item’s own unit, and only one that is ordered', () => {
  const item = { ...sold('100', '24'), pack: { size: decimal('24'), unit: '箱' } };
  expect(found('1', item, { unit: '箱' })).toEqual([]);
  expect(found('1', item, { quantityUnit: '桿' })).toEqual([]);
  expect(found('1', item, { unit: 'PCS' })).toHaveLength(1);
  expect(['0', '-5'].flatMap((quantity) => found(quantity, item))).toEqual([]);
  expect(found('1', item, { quantity: undefined })).toEqual([]);
  expect(found('1', {})).toEqual([]);
});
