import { expect, it } from 'vitest';
import { itemAgrees } from '../../../../core/check/rules/item-agrees.ts';
import { cells, checkWith, type Row } from '../given.ts';

const items = [
  { code: 'A-1', name: 'Hex bolt', otherNames: ['Machine screw'], specification: 'M8×40 304', unit: '个' },
  { code: 'A-2', name: 'Hex nut', unit: '箱' },
];
const found = (row: Row) => cells(checkWith([itemAgrees], [row], { items })).map((at) => at.split(' ')[1]);

it.each([
  ['the list’s own words', { itemName: 'HEX BOLT', specification: 'm8*40', unit: '个' }],
  ['the list’s other name of it', { itemName: 'machine screw' }],
  ['a name of the office’s own', { itemName: 'bolt, hexagonal' }],
  ['another unit: that is same-unit’s business', { unit: '箱' }],
  ['nothing', {}],
])('accepts %s', (_, row) => {
  expect(found(row)).toEqual([]);
});

it.each([
  ['another item’s name', { itemName: 'hex nut' }, 'item.name-differs'],
  ['another size', { specification: 'M8×50' }, 'item.specification-differs'],
])('reports %s', (_, row, code) => {
  expect(found(row)).toEqual([code]);
});
