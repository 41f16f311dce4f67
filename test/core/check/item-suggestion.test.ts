import { describe, expect, it } from 'vitest';
import { suggestItem } from '../../../core/check/item-suggestion.ts';
import type { PriceBook } from '../../../core/check/knowledge.ts';
import type { ParsedLine } from '../../../core/sheet/parsed-order.ts';
import { type Books, decimal, knowledge } from './given.ts';

describe('the item an unknown code means', () => {
  const meant = (items: Books['items'], code: string | undefined, name?: string): string | undefined =>
    suggestItem(knowledge({ items: items ?? [] }).prices as PriceBook, {
      ...(code !== undefined && { itemCode: code }),
      ...(name !== undefined && { itemName: name }),
    })?.item.code;

  it.each([
    ['AO-1001', 'A0-1001'],
    ['A-lO1', 'A-101'],
    ['A-IO1', 'A-101'],
    ['A1001', 'A-1001'],
    ['A_10.01', 'A-1001'],
    ['A/1001', 'A-1001'],
    ['12', '00012'],
    ['00012', '12'],
    ['000', '0'],
  ])('%s looks like %s', (typed, listed) => {
    expect(meant([{ code: listed }, { code: 'Z-9' }], typed)).toBe(listed);
  });

  it.each([
    ['A-1001', 'A-1'],
    ['A-100', 'A-1'],
    ['12', '102'],
    ['5', '0'],
  ])('%s does not look like %s', (typed, listed) => {
    expect(meant([{ code: listed }], typed)).toBeUndefined();
  });

  it('stays open where two codes look the same', () => {
    expect(meant([{ code: 'A-1001' }, { code: 'A1001' }], 'A_1001')).toBeUndefined();
    // Then the name isn't asked: it could only pick one of the two by chance.
    expect(
      meant([{ code: 'A-1001', name: '锁' }, { code: 'A1001' }, { code: 'A_1002', name: '锁' }], 'A_1001', '锁'),
    ).toBe(undefined);
  });

  it('is the only item of the row’s own name whose code is one keystroke away', () => {
    const items = [
      { code: 'A-1001', name: '螺丝 M4' },
      { code: 'A-1002', name: '螺丝 M5' },
      { code: 'B-5000', name: '螺丝 M5' },
    ];
    expect(meant(items, 'A-1003', '螺丝m4')).toBe('A-1001');
    expect(meant(items, 'A-1003', '螺丝 M5')).toBe('A-1002');
    expect(meant(items, 'A-1003')).toBeUndefined();
    expect(meant(items, 'A-1003', '螺母')).toBeUndefined();
    expect(meant(items, 'A-1033', '螺丝 M4')).toBeUndefined();
    expect(meant([...items, { code: 'A-1004', name: '螺丝 M5' }], 'A-1003', '螺丝 M5')).toBeUndefined();
  });

  it('is nothing where the row has no code', () => {
    expect(meant([{ code: 'A-1', name: '锁' }], undefined, '锁')).toBeUndefined();
  });
});

it('suggests the code that all sizes of a thing share', () => {
  const sizes = ['40', '41'].map((specification) => ({ code: 'KK-3774', name: 'Court', specification }));
  const book = (items: Books['items']) => knowledge(items ? { items } : {}).prices as PriceBook;
  const line = { table: 0, row: 1, itemCode: 'KK-3775', itemName: 'court' };
  expect(suggestItem(book(sizes), { ...line, itemCode: 'KK3774' })?.item.code).toBe('KK-3774');
  expect(suggestItem(book(sizes), line)?.item.code).toBe('KK-3774');
  expect(suggestItem(book([...sizes, { code: 'KK-3776', name: 'Court' }]), line)).toBeNull();
});

describe('what a row says besides its code', () => {
  const items: Books['items'] = [
    { code: 'TS-L', name: '工作服', specification: 'L', unit: '件', color: '蓝色', barcode: '6901' },
    { code: 'TS-XL', name: '工作服', specification: 'XL', unit: '件', color: '蓝色', barcode: '6902' },
    {
      code: 'LS-0840',
      name: '六角螺栓',
      specification: 'M8×40',
      unit: '个',
      pack: { size: decimal('100'), unit: '盒' },
    },
    { code: 'LS-0845', name: '六角螺栓', specification: 'M8×45', unit: '个' },
    { code: 'P4', name: 'Bracket 4' },
  ];
  const book = knowledge({ items }).prices as PriceBook;
  const suggested = (line: Partial<ParsedLine>) => {
    const found = suggestItem(book, line);
    return found && [found.item.code, found.isCertain ? 'certain' : 'asked'];
  };

  it.each<[string, Partial<ParsedLine>]>([
    ['nothing', {}],
    ['name and size', { itemName: '六角螺栓', specification: 'm8*40' }],
    ['the size behind the name', { itemName: '六角螺栓 M8×40' }],
    ['a part of the name', { itemName: '螺栓' }],
    ['the unit of a pack', { unit: '盒' }],
  ])('leaves a code that is only written otherwise certain: %s', (_, line) => {
    expect(suggested({ itemCode: 'LS0840', ...line })).toEqual(['LS-0840', 'certain']);
  });

  it.each<[string, Partial<ParsedLine>]>([
    ['another size', { specification: 'M8×50' }],
    ['another size behind the name', { itemName: '六角螺栓M8×50' }],
    ['a name nobody knows', { itemName: 'bolt' }],
    ['more than the name', { itemName: '六角螺栓（加厚）' }],
    ["another item's name", { itemName: '工作服' }],
    ['another unit', { unit: '千克' }],
    ['another size of pack', { packSize: decimal('50') }],
    ["another item's barcode and size", { barcode: '6901', specification: 'M8×40' }],
  ])('asks where the row says %s', (_, line) => {
    expect(suggested({ itemCode: 'LS0840', ...line })).toEqual(['LS-0840', 'asked']);
  });

  it('asks about a barcode that nobody knows, and about another colour', () => {
    expect(suggested({ itemCode: 'TSL', barcode: '6901', color: '蓝' })).toEqual(['TS-L', 'certain']);
    expect(suggested({ itemCode: 'TSL', barcode: '6999' })).toEqual(['TS-L', 'asked']);
    expect(suggested({ itemCode: 'TSL', color: '红色' })).toEqual(['TS-L', 'asked']);
  });

  it.each<[string, Partial<ParsedLine>]>([
    ['by its size', { itemCode: 'TS-XXL', itemName: '工作服', specification: 'XXL' }],
    ['by the size in its name', { itemCode: 'TS-XXL', itemName: '工作服XXL' }],
    ['by its colour', { itemCode: 'TS-XXL', itemName: '工作服', color: '红色' }],
    ['by the number in its name', { itemCode: 'P5', itemName: 'Bracket 5' }],
  ])('suggests no neighbour of another item: %s', (_, line) => {
    expect(suggested(line)).toBeNull();
  });

  it('asks whether a code with another letter or digit is meant', () => {
    expect(suggested({ itemCode: 'TS-XXL', itemName: '工作服', specification: 'XL' })).toEqual(['TS-XL', 'asked']);
    expect(suggested({ itemCode: 'LS-840', itemName: '六角螺栓' })).toEqual(['LS-0840', 'asked']);
    expect(suggested({ itemCode: 'P5', itemName: 'bracket 4' })).toEqual(['P4', 'asked']);
  });

  it('is certain of zeros left out within a code only where name and size say the same', () => {
    const said = { itemName: '六角螺栓', specification: 'M8×40' };
    expect(suggested({ itemCode: 'LS-840', ...said })).toEqual(['LS-0840', 'certain']);
    expect(suggested({ itemCode: 'LS00840', ...said })).toEqual(['LS-0840', 'certain']);
    expect(suggested({ itemCode: 'LS-084', ...said })).toEqual(['LS-0840', 'asked']);
    expect(suggested({ itemCode: 'LS-840', ...said, unit: '千克' })).toEqual(['LS-0840', 'asked']);
  });

  it('goes by name and size, or the barcode, before the look of the code', () => {
    expect(suggested({ itemCode: 'LS0840', itemName: '六角螺栓', specification: 'M8x45' })).toEqual([
      'LS-0845',
      'asked',
    ]);
    expect(suggested({ itemCode: 'Z-9', itemName: '六角螺栓', specification: 'M8x45' })).toEqual(['LS-0845', 'asked']);
    expect(suggested({ itemCode: 'TSL', barcode: '6902' })).toEqual(['TS-XL', 'asked']);
    // The size alone is too little, and so is a name without any.
    expect(suggested({ itemCode: 'Z-9', specification: 'M8x45' })).toBeNull();
    expect(suggested({ itemCode: 'Z-9', itemName: 'Bracket 4' })).toBeNull();
  });

  it('needs no code where the name has the size in it', () => {
    expect(suggested({ itemName: '六角螺栓M8×45' })).toEqual(['LS-0845', 'asked']);
    expect(suggested({ itemName: '六角螺栓M8×45', specification: 'M8×45' })).toEqual(['LS-0845', 'asked']);
    expect(suggested({ itemName: '六角螺栓M8×45', specification: 'M8×40' })).toBeNull();
  });
});
