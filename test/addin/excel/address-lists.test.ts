import { expect, it } from 'vitest';
import { addressLists } from '../../../addin/excel/marks/address-lists.ts';

it('takes neighbours below each other together', () => {
  const cells = [5, 3, 4, 9].map((row) => ({ row, column: 1 }));
  expect(addressLists([...cells, { row: 4, column: 2 }, { row: 4, column: 2 }])).toEqual(['B4:B6,B10,C5']);
  expect(addressLists([])).toEqual([]);
});

it('makes lists that Excel takes, and loses no cell', () => {
  const cells = Array.from({ length: 2000 }, (_, index) => ({ row: index * 2, column: index % 9 }));
  const lists = addressLists(cells);
  expect(Math.max(...lists.map(({ length }) => length))).toBeLessThanOrEqual(2000);
  expect(new Set(lists.join().split(',')).size).toBe(2000);
});
