import { describe, expect, it } from 'vitest';
import { oneKeystrokeApart, suggestItem } from '../../../core/check/item-suggestion.ts';
import type { PriceBook } from '../../../core/check/knowledge.ts';
import { type Books, knowledge } from './given.ts';

it.each([
  ['a-1001', 'a-1002', true], // typed wrong at the end
  ['b-1001', 'a-1001', true], // at the beginning
  ['a-1101', 'a-1001', true], // within
  ['a-1001', 'a-101', true], // left out
  ['a-1001', '-1001', true],
  ['a-1001', 'a-10001', true], // doubled
  ['a-1001', 'a-10015', true], // added
  ['a-1012', 'a-1021', true], // swapped
  ['ab', 'ba', true],
  ['', 'a', true],
  ['a-1001', 'a-1001', false],
  ['a-1001', 'a-1122', false],
  ['a-1001', 'a-1', false],
  ['a-1001', 'a-100122', false],
  ['ab-1', 'ba-2', false],
  ['a-12', 'a-34', false],
  ['a-12', 'a-31', false],
  ['a-12', 'a-23', false],
  ['a-12', 'a-213', false],
  ['a-1', 'a-23', false],
])('%s and %s are one keystroke apart: %s', (a, b, apart) => {
  expect(oneKeystrokeApart(a, b)).toBe(apart);
  expect(oneKeystrokeApart(b, a)).toBe(apart);
});

describe('the item an unknown code means', () => {
  const meant = (items: Books['items'], code: string | undefined, name?: string): string | undefined =>
    suggestItem(knowledge({ items: items ?? [] }).prices as PriceBook, {
      table: 0,
      row: 1,
      ...(code !== undefined && { itemCode: code }),
      ...(name !== undefined && { itemName: name }),
    })?.code;

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
  expect(suggestItem(book(sizes), { ...line, itemCode: 'KK3774' })?.code).toBe('KK-3774');
  expect(suggestItem(book(sizes), line)?.code).toBe('KK-3774');
  expect(suggestItem(book([...sizes, { code: 'KK-3776', name: 'Court' }]), line)).toBeNull();
});
