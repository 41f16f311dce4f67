import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../core/check/knowledge.ts';
import { packsAgree } from '../../../../core/check/rules/packs-agree.ts';
import { checkWith, decimal, ordersTable, type Row } from '../given.ts';

const table = { ...ordersTable, columns: { ...ordersTable.columns, packs: 16 } }; // Q
const found = (row: Row, item: Partial<Item> = {}) =>
  checkWith([packsAgree], [row], { items: [{ code: 'A-1', ...item }] }, { table }).findings;
const columns = (packs: string, packSize: string, quantity: string, more: Row = {}) =>
  found({ packs: decimal(packs), packSize: decimal(packSize), quantity: decimal(quantity), ...more });

describe('columns of packs', () => {
  it.each([
    ['3', '24', '72'],
    ['2.5', '24', '60'],
    // The quantity column counts the packs themselves.
    ['3', '24', '3'],
  ])('%s × %s agrees with %s', (...cells) => {
    expect(columns(...cells)).toEqual([]);
  });

  it.each([
    ['3', '24', '70', 'part'],
    ['3', '24', '49', 'part'],
    ['3', '24', '48', undefined],
    ['3', '24', '73', undefined],
  ])('%s × %s is not %s', (packs, size, quantity, context) => {
    const [finding] = columns(packs, size, quantity, { unit: '个' });
    expect(finding).toMatchObject({
      code: 'quantity.packs-differ',
      severity: 'warning',
      cell: 'F2',
      expected: { kind: 'quantity', value: '72', unit: '个' },
      actual: { kind: 'quantity', value: quantity, unit: '个' },
    });
    expect(finding?.data).toEqual({ packs, size, ...(context && { context }) });
  });

  it('offers either: the quantity the packs make, or the packs the quantity makes', () => {
    expect(columns('3', '24', '48')[0]?.choices).toMatchObject([
      { cell: 'F2', value: 72, label: '72' },
      { cell: 'Q2', value: 2, label: '2' },
    ]);
  });

  it.each([
    ['24', '70'],
    ['24', '73'],
    ['24', '-24'],
    ['24', '0'],
    ['0', '70'],
  ])('offers nothing where packs of %s don’t make %s', (size, quantity) => {
    expect(columns('3', size, quantity)[0]).not.toHaveProperty('choices');
  });

  it('says the quantity’s own unit', () => {
    expect(columns('3', '24', '70', { unit: '箱', quantityUnit: '瓶' })[0]?.actual).toMatchObject({ unit: '瓶' });
    expect(columns('3', '24', '70')[0]?.actual).toEqual({ kind: 'quantity', value: '70' });
  });

  it('needs all three', () => {
    const [packs, packSize] = [decimal('3'), decimal('24')];
    expect([{ packs }, { packSize }, { packs, packSize, quantity: undefined }].flatMap((row) => found(row))).toEqual(
      [],
    );
  });
});

describe('packs in the quantity’s own cell', () => {
  const saidPacks = { count: decimal('3'), unit: '箱', size: decimal('24') };
  const cell = (said: object, item: Partial<Item>) =>
    found({ quantity: decimal('72'), saidPacks: { ...saidPacks, ...said } }, item);

  it('asks when the list’s carton holds another number', () => {
    expect(cell({}, { name: '水', unit: '瓶', pack: { size: decimal('12'), unit: 'ctn' } })).toMatchObject([
      {
        code: 'quantity.packs-differ',
        cell: 'F2',
        expected: { kind: 'quantity', value: '36', unit: '瓶' },
        actual: { kind: 'quantity', value: '72', unit: '瓶' },
        data: { item: 'A-1', name: '水', size: '12', rowSize: '24', context: 'listed' },
        choices: [
          { cell: 'F2', value: 72, label: '72' },
          { cell: 'F2', value: 36, label: '36' },
        ],
      },
    ]);
    expect(cell({}, { pack: { size: decimal('12') } })[0]).toMatchObject({
      expected: { kind: 'quantity', value: '36' },
      actual: { kind: 'quantity', value: '72' },
    });
  });

  it.each([
    ['the same number', {}, { pack: { size: decimal('24'), unit: '箱' } }],
    ['no pack in the list', {}, {}],
    ['another pack', { unit: '盒' }, { pack: { size: decimal('12'), unit: '箱' } }],
    ['packs of something else', { sizeUnit: '盒' }, { unit: '瓶', pack: { size: decimal('12'), unit: '箱' } }],
  ])('accepts %s', (_, said, item) => {
    expect(cell(said, item)).toEqual([]);
  });

  it('has nothing to compare for an unknown item or a plain number', () => {
    const item = { pack: { size: decimal('12') } };
    expect(found({ itemCode: 'Z', saidPacks }, item)).toEqual([]);
    expect(found({}, item)).toEqual([]);
  });
});
