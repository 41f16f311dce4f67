import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../core/check/knowledge.ts';
import { sameUnitAsItem } from '../../../../core/check/rules/same-unit.ts';
import { rules } from '../../../../core/check/rules.ts';
import type { OrderTable } from '../../../../core/sheet/parsed-order.ts';
import { cells, checkWith, decimal, ordersTable, type Row } from '../given.ts';

/** Sold by the piece at 10.00, 24 in a carton. */
const byPiece: Partial<Item> = { unit: '个', pack: { size: decimal('24'), unit: '箱' } };
const byClass = { ...byPiece, prices: [{ price: decimal('10'), minimumQuantity: decimal('0'), customerClass: 'A' }] };
const found = (row: Row, item: Partial<Item> = byPiece, table: OrderTable = ordersTable) =>
  checkWith(
    [sameUnitAsItem],
    [{ quantity: decimal('3'), ...row }],
    { items: [{ code: 'A-1', name: '螺栓', ...item }] },
    { table },
  ).findings;
const codes = (...given: Parameters<typeof found>) => cells({ findings: found(...given) });

describe('unit in the quantity’s own cell', () => {
  it.each([
    ['the list price of a piece', { unitPrice: decimal('10') }],
    ['no price yet', { unitPrice: undefined }],
    ['an amount of 72 pieces', { unitPrice: decimal('9'), amount: decimal('648') }],
    ['an amount that is 648 to the cent', { unitPrice: decimal('9'), amount: decimal('648.001') }],
    ['a price per piece', { unitPrice: decimal('9'), priceUnit: 'pcs' }],
    ['a unit column that says piece', { unitPrice: decimal('10'), unit: '只' }],
  ])('3箱 beside %s are 72: certain', (_, row) => {
    expect(found({ quantityUnit: '箱', ...row })).toMatchObject([
      {
        code: 'quantity.unit-differs',
        severity: 'error',
        cell: 'F2',
        expected: { kind: 'quantity', value: '72', unit: '个' },
        actual: { kind: 'quantity', value: '3', unit: '箱' },
        data: { item: 'A-1', name: '螺栓', unit: '个', context: 'converted' },
        fix: { cell: 'F2', value: 72 },
      },
    ]);
  });

  it.each<[string, Row, Partial<Item>?]>([
    ['the price of a carton', { unitPrice: decimal('240') }],
    ['a price that is neither', { unitPrice: decimal('9') }],
    ['an amount of three', { unitPrice: decimal('10'), amount: decimal('30') }],
    ['an amount without a price', { unitPrice: undefined, amount: decimal('30') }],
    ['a price by class, of an unknown customer', { unitPrice: decimal('10'), customer: { code: 'C9' } }, byClass],
    ['an item without a list price', { unitPrice: decimal('10') }, { ...byPiece, prices: [] }],
    ['a price per carton', { unitPrice: decimal('10'), priceUnit: '箱' }],
    ['a unit column that says carton', { unitPrice: decimal('10'), unit: '箱' }],
  ])('beside %s a person decides', (_, row, item = byPiece) => {
    const findings = found({ quantityUnit: '箱', ...row }, item);
    expect(cells({ findings })).toEqual(['F2 quantity.unit-differs']);
    expect(findings[0]).toMatchObject({ expected: { value: '72' }, data: { context: 'converted' } });
    expect(findings[0]).not.toHaveProperty('fix');
  });

  it('says that nobody knows what a carton holds', () => {
    const [finding] = found({ quantityUnit: '箱' }, { unit: '个' });
    expect(finding).toMatchObject({
      code: 'quantity.unit-differs',
      expected: { kind: 'text', value: '个' },
      actual: { kind: 'text', value: '箱' },
    });
    expect(finding?.data).toEqual({ item: 'A-1', name: '螺栓', unit: '个' });
    expect(finding).not.toHaveProperty('fix');
  });

  it('offers no quantity that doesn’t come out even', () => {
    const byCarton = { unit: '箱', pack: { size: decimal('24') } };
    expect(found({ quantity: decimal('70'), quantityUnit: '个' }, byCarton)[0]).toMatchObject({
      expected: { kind: 'text', value: '箱' },
    });
    expect(found({ quantity: decimal('72'), quantityUnit: '个' }, byCarton)[0]).toMatchObject({
      expected: { value: '3', unit: '箱' },
      fix: { value: 3 },
    });
  });
});

describe('packs in the quantity’s own cell', () => {
  const packs = { count: decimal('3'), unit: '箱', size: decimal('24') };

  it('3箱×24 of what is sold by the piece is fine', () => {
    expect(codes({ quantity: decimal('72'), saidPacks: packs })).toEqual([]);
    expect(codes({ quantity: decimal('72'), saidPacks: { ...packs, sizeUnit: '个' }, quantityUnit: '个' })).toEqual([]);
  });

  it('3箱×24 of what is sold by the carton are three', () => {
    const row = { quantity: decimal('72'), saidPacks: { ...packs, sizeUnit: '瓶' }, quantityUnit: '瓶' };
    expect(found(row, { unit: 'ctn' })).toMatchObject([
      {
        code: 'quantity.unit-differs',
        expected: { value: '3', unit: 'ctn' },
        actual: { value: '72', unit: '瓶' },
        data: { item: 'A-1', unit: 'ctn', context: 'converted' },
        fix: { value: 3 },
      },
    ]);
    expect(found({ ...row, unitPrice: decimal('240') }, { unit: 'ctn' })[0]).not.toHaveProperty('fix');
    expect(found({ quantity: decimal('72'), saidPacks: packs }, { unit: 'ctn' })[0]?.actual).toEqual({
      kind: 'quantity',
      value: '72',
    });
  });

  it('says what the single things are called, where the cell says it, and no quantity where there is none', () => {
    const of = (more: Row) => found({ quantity: decimal('72'), ...more }, { unit: 'ctn' })[0];
    expect(of({ saidPacks: { ...packs, sizeUnit: '瓶' } })?.actual).toMatchObject({ value: '72', unit: '瓶' });
    expect(of({ saidPacks: packs, quantity: undefined })).toMatchObject({ expected: { value: '3' } });
    expect(of({ saidPacks: packs, quantity: undefined })).not.toHaveProperty('actual');
  });

  it('leaves boxes of boxes alone', () => {
    const row = { quantity: decimal('72'), saidPacks: { ...packs, sizeUnit: '箱' } };
    expect(codes({ ...row, quantityUnit: '箱' }, { unit: '箱' })).toEqual([]);
  });
});

describe('unit column', () => {
  it.each([['个'], ['PCS'], ['瓶'], [undefined]])('%s is the item’s own', (unit) => {
    expect(codes({ unit })).toEqual([]);
  });

  it.each([
    ['the price of a piece', { unitPrice: decimal('10') }],
    ['the price of a carton', { unitPrice: decimal('240') }],
    ['an amount of three', { unitPrice: decimal('10'), amount: decimal('30') }],
  ])('says what 3 in cartons make beside %s, and leaves it to a person', (_, row) => {
    const [finding] = found({ unit: '箱', ...row });
    expect(finding).toMatchObject({
      code: 'item.unit-differs',
      cell: 'P2',
      expected: { kind: 'text', value: '个' },
      actual: { kind: 'text', value: '箱' },
      data: { item: 'A-1', quantity: '3', converted: '72', context: 'converted' },
    });
    // 72 个 or 3 个: one click must not decide.
    expect(finding).not.toHaveProperty('fix');
    expect(finding).not.toHaveProperty('choices');
  });

  it('says only that the units differ where nothing can be converted', () => {
    const [finding] = found({ unit: '箱' }, { unit: '个' });
    expect(finding?.data).toEqual({ item: 'A-1', name: '螺栓', unit: '个' });
    expect(found({ unit: '箱', quantity: undefined })[0]?.data).not.toHaveProperty('context');
  });

  it('is reported once when both cells say carton, twice when each says something else', () => {
    expect(codes({ unit: 'CTN', quantityUnit: '箱' })).toEqual(['F2 quantity.unit-differs']);
    expect(codes({ unit: '双', quantityUnit: '箱' })).toEqual(['F2 quantity.unit-differs', 'P2 item.unit-differs']);
    expect(codes({ unit: '箱', quantityUnit: '个' })).toEqual(['P2 item.unit-differs']);
  });

  it('is reported where it calls the pack what the quantity’s cell calls the piece', () => {
    const bottles = { unit: '瓶', pack: { size: decimal('24'), unit: '件' } };
    expect(codes({ unit: '件', quantityUnit: '瓶' }, bottles)).toEqual(['P2 item.unit-differs']);
  });

  it.each([
    ['code', { itemCode: 3, barcode: 4, quantity: 5 }, 'D2'],
    ['barcode', { quantity: 1, barcode: 4 }, 'E2'],
  ])('is found at the item’s %s where its word stands in no column of the rows', (_, columns, cell) => {
    expect(found({ unit: '箱' }, byPiece, { ...ordersTable, columns })[0]?.cell).toBe(cell);
  });

  it('only asks about a word nobody knows', () => {
    const [finding] = found({ unit: '桿' });
    expect(finding).toMatchObject({ code: 'quantity.unit-unclear', severity: 'warning', cell: 'P2' });
    expect(finding).toMatchObject({ expected: { value: '个' }, actual: { value: '桿' } });
    expect(codes({ quantityUnit: '桿' })).toEqual(['F2 quantity.unit-unclear']);
    expect(codes({ quantityUnit: 'kg', unit: 'pcs' }, { unit: '桿' })).toEqual(['F2 quantity.unit-unclear']);
  });

  it('has nothing to compare with where the list names no unit', () => {
    expect(codes({ unit: '箱', quantityUnit: '箱' }, {})).toEqual([]);
    const saidPacks = { count: decimal('3'), unit: '箱', size: decimal('24') };
    expect(codes({ saidPacks }, {})).toEqual([]);
    expect(codes({ itemCode: 'Z', unit: '箱' })).toEqual([]);
  });
});

it('a carton instead of pieces is one finding among all rules', () => {
  const { findings } = checkWith(rules, [{ quantity: decimal('3'), quantityUnit: '箱', amount: decimal('720') }], {
    items: [{ code: 'A-1', ...byPiece }],
  });
  expect(cells({ findings })).toEqual(['F2 quantity.unit-differs']);
});
