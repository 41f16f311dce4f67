import { describe, expect, it } from 'vitest';
import { areComparable, liesIn } from '../../../../core/check/region.ts';
import { allowedRegion } from '../../../../core/check/rules/allowed-region.ts';
import { type Books, cells, checkWith, type Row } from '../given.ts';

const items = [{ code: 'A-1', name: '漆', regions: ['广东', '福建省'] }, { code: 'A-2' }];
const found = (row: Row, customer: NonNullable<Books['customers']>[number] = {}) =>
  checkWith([allowedRegion], [row], { items, customers: [customer] });

describe('allowed region', () => {
  it('names where the item may go and where it would', () => {
    expect(found({}, { region: '上海' }).findings).toMatchObject([
      {
        cell: 'D2',
        code: 'region.not-allowed',
        severity: 'error',
        expected: { kind: 'text', value: '广东, 福建省' },
        actual: { kind: 'text', value: '上海' },
        data: { item: 'A-1', name: '漆' },
      },
    ]);
  });

  it('takes the order’s word before the customer book’s', () => {
    expect(cells(found({ order: { region: '广东省' } }, { region: '上海' }))).toEqual([]);
    expect(cells(found({ order: { region: '上海' } }, { region: '广东' }))).toEqual(['D2 region.not-allowed']);
    expect(cells(found({ order: { region: '上海' }, customer: { code: 'C9' } }))).toEqual(['D2 region.not-allowed']);
  });

  it.each<[string, Row, object]>([
    ['an allowed region', {}, { region: '福建' }],
    ['an unknown customer', { customer: { code: 'C9' } }, { region: '上海' }],
    ['an item that goes everywhere', { itemCode: 'A-2' }, { region: '上海' }],
    ['an unknown item', { itemCode: 'Z' }, { region: '上海' }],
  ])('is content with %s', (_, row, customer) => {
    expect(cells(found(row, customer))).toEqual([]);
  });
});

it.each<[string, object, string]>([
  ['nobody says where the customer is', {}, 'region'],
  ['only a map could tell', { region: '深圳' }, 'region-unclear'],
])('allowed region: is not checked where %s', (_, customer, context) => {
  expect(found({}, customer).findings).toMatchObject([
    { cell: 'D2', code: 'check.not-run', data: { item: 'A-1', rule: 'allowed-region', context } },
  ]);
});

describe('regions can be told apart by name', () => {
  it.each([
    ['上海市', '廣東省', true],
    ['广东深圳', '广东广州', true],
    ['华南', '华东', true],
    ['二区', '一区', true],
    ['North', 'South', true],
    ['深圳', '广东', false],
    ['广东', '华南', false],
    ['广东', '广东深圳', false],
    ['Shanghai', '上海', false],
  ])('%s and %s: %s', (place, allowed, expected) => {
    expect(areComparable(place, allowed)).toBe(expected);
  });
});

describe('a place lies in a region', () => {
  it.each([
    ['上海市', '上海'],
    ['广东', '广东省'],
    ['廣東', '广东'],
    ['新疆', '新疆维吾尔自治区'],
    ['內蒙古自治區', '内蒙古'],
    ['雲南', '云南省'],
    ['香港特别行政区', '香港'],
    ['广东深圳', '广东'],
    ['华 东', '华东'],
    ['EAST', 'East'],
  ])('%s in %s', (place, whole) => {
    expect(liesIn(place, whole)).toBe(true);
  });

  it.each([
    ['广东', '广西'],
    ['广东', '广东深圳'],
    ['Northeast', 'North'],
    ['海南', '海'],
    ['广东A', 'A广东'],
    ['省级', '级'],
    ['广东A区', '广东A'],
  ])('%s not in %s', (place, whole) => {
    expect(liesIn(place, whole)).toBe(false);
  });
});
