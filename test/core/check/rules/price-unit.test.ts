import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../core/check/knowledge.ts';
import { priceUnit } from '../../../../core/check/rules/price-unit.ts';
import { rules } from '../../../../core/check/rules.ts';
import { cells, checkWith, decimal, type Row } from '../given.ts';

const items = (item: Partial<Item>) => ({ items: [{ code: 'A-1', ...item }] });
const byPiece: Partial<Item> = { unit: '个', pack: { size: decimal('24'), unit: '箱' } };
const found = (row: Row, item: Partial<Item> = byPiece) =>
  checkWith([priceUnit], [{ quantity: decimal('72'), unitPrice: decimal('240'), ...row }], items(item)).findings;

describe('what a price is for', () => {
  it('offers the price of a piece where the quantity counts pieces', () => {
    expect(found({ priceUnit: '箱' })).toMatchObject([
      {
        code: 'price.unit-differs',
        severity: 'error',
        cell: 'G2',
        expected: { kind: 'money', value: '10', currency: 'CNY' },
        actual: { kind: 'money', value: '240', currency: 'CNY' },
        data: { item: 'A-1', priced: '箱', counted: '个', context: 'converted' },
        fix: { cell: 'G2', value: 10 },
      },
    ]);
  });

  it('is sure only as long as the amount agrees', () => {
    expect(found({ priceUnit: '箱', amount: decimal('720') })[0]?.fix?.value).toBe(10);
    expect(found({ priceUnit: '箱', amount: decimal('720.001') })[0]?.fix?.value).toBe(10);
    expect(found({ priceUnit: '箱', amount: decimal('17280') })[0]).not.toHaveProperty('fix');
    expect(found({ priceUnit: '箱', amount: decimal('720'), quantity: undefined })[0]).not.toHaveProperty('fix');
  });

  it.each([
    ['1000只', '12.5', '0.0125'],
    ['百张', '5', '0.05'],
    ['打', '6', '0.5'],
  ])('%s at %s are %s each, whatever the list says', (priced, unitPrice, each) => {
    const row = { priceUnit: priced, unitPrice: decimal(unitPrice), unit: '个' };
    expect(found(row, {})[0]).toMatchObject({ expected: { value: each }, fix: { value: Number(each) } });
    expect(found({ ...row, itemCode: 'Z' })[0]).toMatchObject({
      data: { priced, counted: '个' },
      fix: { value: Number(each) },
    });
  });

  it('offers no price that can’t be written with four decimals, and none that nobody can know', () => {
    for (const finding of [
      found({ priceUnit: '箱', unitPrice: decimal('100') })[0],
      found({ priceUnit: '盒' })[0],
      found({ priceUnit: '桿' })[0],
    ]) {
      expect(finding).toMatchObject({ code: 'price.unit-differs', actual: { kind: 'money' } });
      expect(finding).not.toHaveProperty('expected');
      expect(finding).not.toHaveProperty('fix');
      expect(finding?.data).not.toHaveProperty('context');
    }
  });

  it.each([
    ['one unit', { priceUnit: 'pcs' }],
    ['no word', {}],
    ['the carton the quantity counts', { priceUnit: 'ctn', quantityUnit: '箱' }],
    ['the item’s own unit beside cartons: one finding, at the quantity', { priceUnit: '个', quantityUnit: '箱' }],
    ['no price', { priceUnit: '箱', unitPrice: undefined }],
  ])('accepts %s', (_, row) => {
    expect(found(row)).toEqual([]);
  });

  it('has nothing to compare where nobody counts', () => {
    expect(found({ priceUnit: '箱' }, {})).toEqual([]);
    expect(found({ priceUnit: '桿', unit: '綻' }, {})).toEqual([]);
    expect(found({ priceUnit: '桿', unit: '个' }, {})).toHaveLength(1);
    expect(found({ priceUnit: '个', unit: '桿' }, {})).toHaveLength(1);
  });
});

it('a price per carton is one finding among all rules', () => {
  const row = { quantity: decimal('72'), unitPrice: decimal('240'), priceUnit: '箱', amount: decimal('720') };
  expect(cells(checkWith(rules, [row], items(byPiece)))).toEqual(['G2 price.unit-differs']);
});
